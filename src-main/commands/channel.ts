/** `channel seal`, `channel verify`: the signed upload address that an office gives to the units below. */
import { basename, resolve } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { channelFormat, isChannelAddress, isChannelEnd, isReceiptsAddress, uploadProtocols } from '#core/bundle/channel.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { protocolWords, uploadWords } from '#core/text/upload.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes, readText } from '../files/read-file.ts';
import { channelLimitBytes, sealChannel, verifyChannel } from '../upload/verify-channel.ts';
import { requireText, type Command } from './command.ts';
import { openKeyFile } from './open-key.ts';
import { statusOfReasons, trustOf, trustOption, trustUsage } from './trust-option.ts';
import { verdictWords } from './verdict-words.ts';
import { refuseTaken } from './write-output.ts';

const text = { type: 'string' } as const;

export const channelSealCommand: Command = {
  name: 'channel seal',
  usage:
    'channel seal SERVER-CA.pem… --address URL [--protocol tus|put|post] [--receipts URL/{digest}] [--until TIME] --key K.p12 -o OUT.asice',
  about: uploadWords.aboutSeal,
  options: { address: text, protocol: text, receipts: text, until: text, key: text, output: { ...text, short: 'o' } },
  files: { min: 1, max: 10 },
  run: async (args, context) => {
    const address = requireText(channelSealCommand, args, 'address');
    if (!address.ok) return address;
    const key = requireText(channelSealCommand, args, 'key');
    if (!key.ok) return key;
    const output = requireText(channelSealCommand, args, 'output');
    if (!output.ok) return output;
    const protocol = uploadProtocols.find((each) => each === (args.text('protocol') ?? 'tus'));
    if (protocol === undefined) {
      const value = args.text('protocol') ?? '';
      return fail(problem('usage/bad-value', { argument: '--protocol', value, expected: uploadProtocols.join(', ') }));
    }
    const wrong = wrongIn(address.value, args.text('receipts'), args.text('until'), context.now());
    if (wrong !== null) return fail(wrong);
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const authorities: string[] = [];
    for (const file of args.files) {
      const pem = readText(nodeFileSystem, file, channelLimitBytes);
      if (!pem.ok) return pem;
      authorities.push(pem.value.replaceAll('\r\n', '\n'));
    }
    const opened = await openKeyFile(key.value, context);
    if (!opened.ok) return opened;
    const { unitCode: code, unitName: name } = opened.value.certificate;
    const more = { receipts: args.text('receipts') ?? null, until: args.text('until') ?? null };
    const channel = { format: channelFormat, office: { code, name }, address: address.value, protocol, authorities, ...more } as const;
    const sealed = sealChannel(channel, opened.value, context.now());
    if (!sealed.ok) return sealed;
    const written = writeAndReadBack(resolve(output.value), sealed.value);
    if (!written.ok) return written;
    const places = { path: output.value, address: address.value };
    const say = { zh: fillPlaces(uploadWords.sealed.zh, places), en: fillPlaces(uploadWords.sealed.en, places) };
    return ok({ exit: 0, text: say, data: { path: output.value, channel } });
  },
};

/** What nobody could upload to, said before a key is asked for. */
function wrongIn(address: string, receipts: string | undefined, until: string | undefined, now: Date): Problem | null {
  if (!isChannelAddress(address)) return problem('upload/bad-address', { address, digest: '{digest}' });
  if (receipts !== undefined && !isReceiptsAddress(receipts))
    return problem('upload/bad-address', { address: receipts, digest: '{digest}' });
  const isOver = until !== undefined && (!isChannelEnd(until) || Date.parse(until) <= now.getTime());
  return isOver ? problem('upload/bad-end', { until }) : null;
}

export const channelVerifyCommand: Command = {
  name: 'channel verify',
  usage: `channel verify FILE.asice ${trustUsage} [--json]`,
  about: uploadWords.aboutVerify,
  options: trustOption,
  files: { min: 1, max: 1 },
  run: async (args, { now, language }) => {
    const trust = await trustOf(args);
    if (!trust.ok) return trust;
    const path = args.files[0] ?? '';
    const bytes = readBytes(nodeFileSystem, path, channelLimitBytes);
    if (!bytes.ok) return bytes;
    const { verdict, reasons, signer, channel } = await verifyChannel(bytes.value, trust.value, now());
    const say = (spoken: Language) =>
      [
        fillPlaces(uploadWords.verdict[spoken], { file: basename(path), verdict: verdictWords[verdict][spoken] }),
        ...reasons.map((each) => `  ${each.code} ${describeReason(each, spoken)}`),
        ...(channel === null
          ? []
          : [
              fillPlaces(uploadWords.describes[spoken], {
                office: channel.office.name,
                code: channel.office.code,
                address: channel.address,
                protocol: protocolWords[channel.protocol][spoken],
              }),
            ]),
      ].join('\n');
    const named = reasons.map((each) => ({ ...each, message: describeReason(each, language) }));
    return ok({
      exit: statusOfReasons(reasons),
      text: { zh: say('zh'), en: say('en') },
      data: { verdict, reasons: named, signer, channel },
    });
  },
};

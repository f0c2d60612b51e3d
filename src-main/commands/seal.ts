/** `seal`: validates a filing and makes the signed bundle. */
import { resolve } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeBlocking } from '#core/bundle/blocking.ts';
import { sortedByName } from '#core/filing/attachment.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { validate } from '#core/validation/validate.ts';
import { commandWords } from '#core/text/commands.ts';
import { sealFiling } from '../bundles/seal-filing.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { attachmentOf, readAttachments } from '../attachments/read-attachments.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { readFilingFile } from '../filings/read-filing.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { requireText, type Command } from './command.ts';
import { priorOptions, priorUsage, readPrior } from './prior.ts';
import { refuseTaken } from './write-output.ts';

export const sealCommand: Command = {
  name: 'seal',
  usage: `seal FILE.filing.json --key K.p12 ${priorUsage} [--attach F]… -o OUT.asice`,
  about: commandWords.seal,
  options: {
    key: { type: 'string' },
    ...priorOptions,
    attach: { type: 'string', multiple: true },
    output: { type: 'string', short: 'o' },
  },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const keyPath = requireText(sealCommand, args, 'key');
    if (!keyPath.ok) return keyPath;
    const output = requireText(sealCommand, args, 'output');
    if (!output.ok) return output;
    const free = refuseTaken([output.value]);
    if (!free.ok) return free;
    const read = readFilingFile(args.files[0] ?? '', context.editions);
    if (!read.ok) return read;
    const prior = await readPrior(args, read.value.filing, context);
    if (!prior.ok) return prior;
    const attachments = readAttachments(args.list('attach'));
    if (!attachments.ok) return attachments;
    const p12 = readBytes(nodeFileSystem, keyPath.value, keyLimitBytes);
    if (!p12.ok) return p12;
    const { edition } = read.value;
    const given = attachments.value.map(attachmentOf);
    const absent = read.value.filing.attachments.filter(
      (each) => !given.some(({ name, digest }) => name === each.name && digest === each.digest),
    );
    if (absent.length > 0) return fail(problem('attachment/not-given', { names: absent.map(({ name }) => name).join(', ') }));
    const filing = { ...read.value.filing, attachments: sortedByName(given) };
    const blocking = describeBlocking(validate(edition.form, edition.book, subjectOf(filing, prior.value)), filing);
    if (blocking !== null) return fail(problem('bundle/blocking-findings', blocking));
    const passphrase = await context.askPassphrase();
    if (!passphrase.ok) return passphrase;
    const sealed = await sealFiling({
      filing,
      edition,
      prior: prior.value,
      // Outside a workspace nobody has kept a journal.
      journal: [],
      attachments: attachments.value,
      p12: p12.value,
      passphrase: passphrase.value,
      now: context.now(),
    });
    if (!sealed.ok) return sealed;
    const { bytes, bundleDigest, signer } = sealed.value;
    const path = resolve(output.value);
    const written = writeAndReadBack(path, bytes);
    if (!written.ok) return written;
    const places = { path: output.value, digest: bundleDigest };
    return ok({
      exit: 0,
      text: { zh: fillPlaces(commandWords.sealed.zh, places), en: fillPlaces(commandWords.sealed.en, places) },
      data: { path: output.value, bundleDigest, signer },
    });
  },
};

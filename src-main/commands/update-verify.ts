/** `update verify`: what an update file is worth, and whether the installer beside it is the one that was signed. */
import { basename, dirname, join, resolve } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { fittingInstallers, isOfNoUse } from '#core/bundle/update-notice.ts';
import type { Reason } from '#core/bundle/verdict.ts';
import { sizeInWords } from '#core/text/describe-backup.ts';
import { describeUpdateReason } from '#core/text/describe-update-reason.ts';
import { updateWords } from '#core/text/update.ts';
import { describeWriteFailure } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { readPublisher } from '../updates/publisher.ts';
import { digestFile, findInstaller } from '../updates/take-installer.ts';
import { updateLimitBytes, verifyUpdate } from '../updates/verify-update.ts';
import type { Command, ExitStatus } from './command.ts';
import { localTime } from './local-time.ts';
import { statusOfReasons, trustOf, trustOption, trustUsage } from './trust-option.ts';
import { verdictWords } from './verdict-words.ts';

export const updateVerifyCommand: Command = {
  name: 'update verify',
  usage: `update verify FILE ${trustUsage} [--json]`,
  about: updateWords.aboutVerify,
  options: trustOption,
  files: { min: 1, max: 1 },
  run: async (args, { app, now, language }) => {
    // Without --trust the publisher is the one that came with the program.
    const trust = args.list('trust').length > 0 ? await trustOf(args) : await readPublisher(app.publisher);
    if (!trust.ok) return trust;
    const path = resolve(args.files[0] ?? '');
    const file = basename(path);
    const bytes = readBytes(nodeFileSystem, path, updateLimitBytes);
    if (!bytes.ok) return bytes;
    const { verdict, reasons, signer, notice } = await verifyUpdate({
      bytes: bytes.value,
      running: app.running,
      ...trust.value,
      now: now(),
    });
    const say = (spoken: Language, lines: readonly string[]) =>
      [
        verdict === 'valid' && reasons.length > 0
          ? fillPlaces(updateWords.ofNoUse[spoken], { file })
          : fillPlaces(updateWords.verdict[spoken], { file, verdict: verdictWords[verdict][spoken] }),
        ...reasons.map((each) => `  ${each.code} ${describeUpdateReason(each, spoken)}`),
        ...(notice === null || signer === null
          ? []
          : [
              fillPlaces(updateWords.facts[spoken], {
                version: notice.version,
                signer: signer.unitName,
                time: signer.claimedSigningTime === null ? '—' : localTime(signer.claimedSigningTime),
                fingerprint: signer.fingerprint,
              }),
            ]),
        ...lines,
      ].join('\n');
    const data = {
      file,
      verdict,
      reasons: reasons.map((each) => ({ ...each, message: describeUpdateReason(each, language) })),
      signer,
      notice,
    };
    if (notice === null || reasons.length > 0)
      return ok({ exit: statusOf(reasons), text: { zh: say('zh', []), en: say('en', []) }, data: { ...data, installer: null } });
    const installer = findInstaller(dirname(path), fittingInstallers(notice, app.running));
    if (!installer.ok) return installer;
    const { fileName, size, sha256 } = installer.value;
    try {
      const found = await digestFile(join(dirname(path), fileName));
      if (found.size !== size || found.sha256 !== sha256) return fail(problem('update/installer-differs', { file: fileName }));
    } catch (error) {
      return fail(describeWriteFailure(error, fileName));
    }
    const line = (spoken: Language) => fillPlaces(updateWords.installer[spoken], { file: fileName, size: sizeInWords(size) });
    return ok({ exit: 0, text: { zh: say('zh', [line('zh')]), en: say('en', [line('en')]) }, data: { ...data, installer: fileName } });
  },
};

/** An update that is well signed and of no use here is understood, and refused. */
function statusOf(reasons: readonly Reason[]): ExitStatus {
  return reasons.every(isOfNoUse) ? 1 : statusOfReasons(reasons);
}

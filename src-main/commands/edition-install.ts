/** `edition verify`, `edition install`: what a signed edition file is worth, and taking it into the data folder. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { editionWords } from '#core/text/editions.ts';
import { installedEditionsIn } from '../editions/data-folder.ts';
import { editionLimitBytes } from '../editions/edition-folder.ts';
import { installEdition } from '../editions/installed-editions.ts';
import { verifyEdition } from '../editions/verify-edition.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import type { Arguments, Command, CommandContext } from './command.ts';
import { describeEdition, editionForMachines, presentEdition, type DescribedEdition } from './describe-edition.ts';
import { statusOfReasons, trustOf, trustOption, trustUsage } from './trust-option.ts';

export const editionVerifyCommand: Command = {
  name: 'edition verify',
  usage: `edition verify FILE.asice ${trustUsage} [--data DIR] [--json]`,
  about: editionWords.aboutVerify,
  options: trustOption,
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const examined = await examine(args, context);
    if (!examined.ok) return examined;
    const { described } = examined.value;
    return ok({
      exit: statusOfReasons(described.report.reasons),
      text: { zh: describeEdition(described, 'zh'), en: describeEdition(described, 'en') },
      data: editionForMachines(described, context.language),
    });
  },
};

export const editionInstallCommand: Command = {
  name: 'edition install',
  usage: `edition install FILE.asice ${trustUsage} [--data DIR]`,
  about: editionWords.aboutInstall,
  options: trustOption,
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const examined = await examine(args, context);
    if (!examined.ok) return examined;
    const { described, bytes } = examined.value;
    const { report, file } = described;
    const [first] = report.reasons;
    if (report.verdict !== 'valid' || report.signed === null) {
      const reason = first === undefined ? '' : `${first.code} ${describeReason(first, context.language)}`;
      return fail(problem('edition/not-verified', { file, reason }));
    }
    const builtIn = context.editions.find((each) => each.digest === report.signed?.loaded.digest);
    if (builtIn !== undefined) return fail(problem('edition/installed', { edition: builtIn.id, digest: builtIn.digest.slice(0, 12) }));
    const installed = installEdition(installedEditionsIn(context.dataFolder), report.signed, bytes);
    if (!installed.ok) return installed;
    const places = { id: report.signed.loaded.id, path: installed.value };
    const say = (language: Language) => `${describeEdition(described, language)}\n${fillPlaces(editionWords.done[language], places)}`;
    return ok({
      exit: 0,
      text: { zh: say('zh'), en: say('en') },
      data: { ...editionForMachines(described, context.language), path: installed.value },
    });
  },
};

async function examine(
  args: Arguments,
  { editions, now }: CommandContext,
): Promise<Outcome<{ readonly described: DescribedEdition; readonly bytes: Uint8Array }>> {
  const trust = await trustOf(args);
  if (!trust.ok) return trust;
  const file = args.files[0] ?? '';
  const bytes = readBytes(nodeFileSystem, file, editionLimitBytes);
  if (!bytes.ok) return bytes;
  const report = await verifyEdition({ bytes: bytes.value, ...trust.value, now: now() });
  const present = report.signed === null ? null : presentEdition(report.signed.loaded.id, editions);
  return ok({ described: { file, report, present }, bytes: bytes.value });
}

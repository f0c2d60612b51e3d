/** `paper check`: what a paper copy says, held against bundles. */
import { basename } from 'node:path';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { checkPaper, readPaperMark, type PaperSource } from '#core/documents/check-paper.ts';
import { paperWords, tellPaperCheck } from '#core/text/paper.ts';
import { readFiling } from '../filings/read-filing.ts';
import type { Command } from './command.ts';

export const paperCheckCommand: Command = {
  name: 'paper check',
  usage: 'paper check BUNDLE… --code TEXT [--json]',
  about: paperWords.about,
  options: { code: { type: 'string' } },
  files: { min: 1, max: Number.MAX_SAFE_INTEGER },
  run: async (args, context) => {
    const code = args.text('code');
    if (code === undefined)
      return fail(problem('usage/missing-argument', { command: 'paper check', argument: '--code', usage: paperCheckCommand.usage }));
    const sources: (PaperSource & { readonly file: string })[] = [];
    for (const file of args.files) {
      const read = await readFiling(file, context.editions);
      if (!read.ok) return read;
      const { filing, bundleDigest } = read.value;
      if (bundleDigest === null) return fail(problem('document/not-a-bundle', { file: basename(file) }));
      const { unit, reportYear, revision } = filing;
      sources.push({ file, unitCode: unit.code, reportYear, revision: revision.number, digest: bundleDigest });
    }
    const check = checkPaper(code, sources);
    if (check === null) throw new Error('a bundle at least is named');
    const exit = check.kind === 'same' ? 0 : check.kind === 'malformed' ? 2 : 3;
    const bundle = sources.find(({ digest }) => digest === readPaperMark(code)?.digest) ?? (sources.length === 1 ? sources[0] : undefined);
    const text = { zh: tellPaperCheck(check, 'zh'), en: tellPaperCheck(check, 'en') };
    return ok({ exit, text, data: { ...check, bundle: bundle?.file ?? null, message: text[context.language] } });
  },
};

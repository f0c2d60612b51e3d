/** `tidy`: reports as one figure a row, for programs that analyse more of them than one machine should hold. */
import { extname } from 'node:path';
import { tidyRows, type TidyRow } from '#core/consolidation/tidy.ts';
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { consolidationAbout, consolidationWords } from '#core/text/consolidation.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes, readFiling, type ReadFiling } from '../filings/read-filing.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { isReportName, listFiles } from '../reception/list-files.ts';
import { writeTidy } from '../reception/write-tidy.ts';
import { sha256Hex } from '../signing/digest.ts';
import { archiveProblem } from './archive-problem.ts';
import { requireText, type Command } from './command.ts';
import { mayReplace } from './write-output.ts';

type Read = ReadFiling & { readonly sourceDigest: string };
type Refused = { readonly file: string; readonly message: Bilingual };

export const tidyCommand: Command = {
  name: 'tidy',
  usage: 'tidy FILE|FOLDER… -o OUT.csv|OUT.parquet',
  about: consolidationAbout.tidy,
  options: { output: { type: 'string', short: 'o' } },
  files: { min: 1, max: Number.MAX_SAFE_INTEGER },
  run: async (args, { editions }) => {
    const output = requireText(tidyCommand, args, 'output');
    if (!output.ok) return output;
    const extension = extname(output.value).toLowerCase();
    if (extension !== '.csv' && extension !== '.parquet') {
      return fail(problem('usage/bad-value', { argument: '-o', value: output.value, expected: '*.csv, *.parquet' }));
    }
    const free = mayReplace([output.value], args.files);
    if (!free.ok) return free;
    const files = listFiles(args.files, [output.value]);
    if (!files.ok) return files;
    const read: Read[] = [];
    const refused: Refused[] = [];
    for (const listed of files.value) {
      const { path, isNamed } = listed;
      if (!isNamed && (!isReportName(path) || isOtherJson(path))) continue;
      const archive = await archiveProblem(listed);
      const bytes = archive === null ? readBytes(nodeFileSystem, path, bundleLimitBytes) : fail(archive);
      const filing: Outcome<ReadFiling> = bytes.ok ? await readFiling(path, editions) : bytes;
      if (bytes.ok && filing.ok) read.push({ ...filing.value, sourceDigest: sha256Hex(bytes.value) });
      else if (!filing.ok) {
        const say = (language: Language) => describeProblem(filing.problem, language);
        refused.push({ file: path, message: { zh: say('zh'), en: say('en') } });
      }
    }
    const written = writeTidy(output.value, extension === '.csv' ? 'csv' : 'parquet', rowsOf(read));
    if (!written.ok) return written;
    const places = { rows: written.value, files: read.length, path: output.value };
    const say = (language: Language) =>
      [
        fillPlaces(consolidationWords.tidyDone[language], places),
        ...refused.map(({ file, message }) => fillPlaces(consolidationWords.tidyRefused[language], { file, message: message[language] })),
      ].join('\n');
    return ok({ exit: refused.length > 0 ? 1 : 0, text: { zh: say('zh'), en: say('en') }, data: { ...places, refused } });
  },
};

/** Reports of intake and consolidation lie beside filings. */
function isOtherJson(path: string): boolean {
  return /\.json$/iu.test(path) && !/\.filing\.json$/iu.test(path);
}

function* rowsOf(read: readonly Read[]): Generator<TidyRow> {
  for (const { filing, edition, sourceDigest } of read) yield* tidyRows(filing, edition.form, sourceDigest);
}

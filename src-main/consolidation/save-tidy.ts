/** The units' figures as one figure a row, for programs that take over where one machine ends. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import { tidyRows, type TidyRow } from '#core/consolidation/tidy.ts';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { consolidationScreenWords } from '#core/text/screens/consolidation.ts';
import { writeTidy, type TidyFormat } from '../reception/write-tidy.ts';
import type { YearSum } from './sum-year.ts';

/** Returns the path: every report that counts, without the sum itself. A file that has the name stays. */
export function saveTidy(sum: YearSum, format: TidyFormat, folder: string): Outcome<string> {
  const { consolidation, superior, year } = sum;
  if (consolidation.contributors.length === 0) return fail(problem('consolidation/nothing-counted', { year }));
  const path = freePath(folder, consolidationScreenWords.tidyFile.zh, { unit: unitInFileName(superior.name), year, format });
  const written = writeTidy(path, format, rowsOf(sum));
  return written.ok ? ok(path) : written;
}

/** Of the first name that no file has. @param name with `{number}`, empty for the first */
export function freePath(folder: string, name: string, places: Readonly<Record<string, string | number>>): string {
  const named = (number: number) => join(folder, fillPlaces(name, { ...places, number: number === 1 ? '' : ` (${String(number)})` }));
  let number = 1;
  while (existsSync(named(number))) number += 1;
  return named(number);
}

function* rowsOf({ consolidation: { contributors, edition } }: YearSum): Generator<TidyRow> {
  const { form } = edition;
  for (const { code, name, level, source } of contributors) {
    const cells = Object.fromEntries(form.cells.map(({ key }, at) => [key, source.values[at] ?? null]));
    const { reportYear, revision, amountUnits: cellUnits } = source;
    const report = { unit: { code, name, level }, reportYear, edition: { id: edition.id }, cells, cellUnits, revision };
    yield* tidyRows(report, form, source.sourceDigest);
  }
}

/** What the screen is told: not where. */
export function nameOf(path: string) {
  return { fileName: basename(path) };
}

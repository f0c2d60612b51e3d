/** The comparison of units as a CSV file that opens in Excel and WPS, in the language of the window. */
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import { compareUnits } from '#core/consolidation/compare-units.ts';
import { openUnits } from '#core/consolidation/open-units.ts';
import { csvLine } from '#core/consolidation/tidy.ts';
import type { Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { comparisonTable } from '#core/text/comparison-table.ts';
import { consolidationScreenWords } from '#core/text/screens/consolidation.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { freePath } from './save-tidy.ts';
import type { YearSum } from './sum-year.ts';

export type ComparisonOrder = { readonly table: string; readonly column: string; readonly language: Language; readonly folder: string };

/** Returns the path; a file that has the name stays. consolidation/nothing-counted where there is nothing to compare. */
export function saveComparison({ consolidation, superior, year }: YearSum, order: ComparisonOrder): Outcome<string> {
  const { contributors, expected, edition } = consolidation;
  const comparison = compareUnits(consolidation, order.table, order.column);
  if (comparison === null || contributors.length === 0) return fail(problem('consolidation/nothing-counted', { year }));
  const levels = new Map([...expected.map(({ unit }) => unit), ...contributors].map(({ code, level }) => [code, level]));
  const lines = comparisonTable(edition.form, comparison, { levels, open: openUnits(consolidation) }, order.language);
  // With a byte order mark, by which Excel knows it.
  const text = `\ufeff${lines.map((line) => `${csvLine(line)}\r\n`).join('')}`;
  const path = freePath(order.folder, consolidationScreenWords.comparisonFile[order.language], {
    unit: unitInFileName(superior.name),
    year,
  });
  const written = writeAtomically(nodeFileSystem, path, new TextEncoder().encode(text));
  return written.ok ? ok(path) : written;
}

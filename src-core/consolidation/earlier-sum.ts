/** Reads the report of an earlier consolidation, to tell what has moved since. */
import * as v from 'valibot';
import { decode } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { CellValue } from '../lib/exact.ts';
import { isDecimalText, totalDigits } from '../lib/exact.ts';
import type { Consolidation } from './consolidate.ts';
import type { ComparedSum, CountedValue } from './delta.ts';
import { contributionsTo } from './sum-cells.ts';

export const sumReportFormat = 'nianbao.consolidation/1';

const decimal = v.pipe(
  v.string(),
  v.check((text) => isDecimalText(text, totalDigits), 'a decimal'),
);
const value = v.nullable(v.union([v.pipe(v.number(), v.safeInteger()), decimal]));
const schema = v.object({
  format: v.literal(sumReportFormat),
  unit: v.object({ code: v.string() }),
  reportYear: v.number(),
  edition: v.object({ id: v.string() }),
  totals: v.record(v.string(), v.object({ value })),
  contributions: v.record(v.string(), v.array(v.object({ unit: v.string(), value }))),
});

/** @returns consolidation/not-an-earlier-report for another format, unit, year or form */
export function decodeEarlierSum(input: unknown, { unit, reportYear, edition }: Consolidation, file: string): Outcome<ComparedSum> {
  const decoded = decode(schema, input, 'consolidation/not-an-earlier-report', { file, reason: sumReportFormat });
  if (!decoded.ok) return decoded;
  const earlier = decoded.value;
  const found = [earlier.unit.code, earlier.reportYear, earlier.edition.id].join(' ');
  const expected = [unit.code, reportYear, edition.id].join(' ');
  if (found !== expected) return fail(problem('consolidation/not-an-earlier-report', { file, reason: `${found} ≠ ${expected}` }));
  return ok(
    new Map(
      edition.form.cells.map(({ key }) => [key, { value: earlier.totals[key]?.value ?? null, counted: earlier.contributions[key] ?? [] }]),
    ),
  );
}

/** A consolidation in the shape of comparison. */
export function comparedSum({ sums, contributors }: Consolidation): ComparedSum {
  return new Map<CellKey, { readonly value: CellValue; readonly counted: readonly CountedValue[] }>(
    sums.map(({ plan, value: sum }) => [
      plan.cell.key,
      {
        value: sum,
        counted: contributionsTo(plan, contributors).flatMap(({ by, part, counted }) =>
          part === 'counted' ? [{ unit: by.code, value: counted }] : [],
        ),
      },
    ]),
  );
}

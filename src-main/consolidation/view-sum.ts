/** What the screen is shown of a year's sum. */
import { changedCells } from '#core/form/edit-cells.ts';
import { acceptedOf } from '#core/consolidation/movements.ts';
import type { OpenUnit, SumView } from '#core/ipc/consolidation-views.ts';
import { reviewOf, type Desk } from '../filings/change-filing.ts';
import { readAccepted } from './accepted-sum.ts';
import type { YearSum } from './sum-year.ts';

export function viewSum(desk: Desk, sum: YearSum): SumView {
  const { consolidation, filing, findings, gaps, own, year, superior } = sum;
  const { sums, contributors, expected, edition } = consolidation;
  const parts = sums.map(({ plan, counted, blank, leftOut }) => [plan.cell.key, { counted, blank, leftOut }] as const);
  const accepted = readAccepted(desk.workspace, year);
  return {
    year,
    years: desk.workspace.reception.years(),
    superior,
    filing,
    parts: Object.fromEntries(parts),
    findings,
    gaps,
    open: openUnits(sum),
    expected: expected.length,
    summed: contributors.length,
    own:
      own === null
        ? null
        : {
            id: own.id,
            isApproved: reviewOf(desk, own.id).state === 'approved',
            differences: changedCells(edition.form, own.filing.cells, filing.cells).length,
          },
    moved: accepted === null ? null : countMoved(accepted.units, acceptedOf(consolidation)),
  };
}

function openUnits({ consolidation: { expected, contributors, conflicts } }: YearSum): readonly OpenUnit[] {
  const absent = expected.flatMap(({ unit: { code, name }, state }): OpenUnit[] =>
    state === 'missing' || state === 'refused' ? [{ code, name, why: state }] : [],
  );
  const wrong = contributors.flatMap(({ of, code, name, source }): OpenUnit[] => {
    if (source.wrong.length > 0) return [{ code: of?.code ?? code, name, why: 'wrong' }];
    return source.notUnderstood.length > 0 ? [{ code: of?.code ?? code, name, why: 'not-understood' }] : [];
  });
  return [...absent, ...conflicts.map(({ code, name }): OpenUnit => ({ code, name, why: 'conflict' })), ...wrong];
}

function countMoved(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): number {
  const codes = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...codes].filter((code) => before[code] !== after[code]).length;
}

/** What the screen is shown of a year's sum. */
import { openUnits } from '#core/consolidation/open-units.ts';
import { acceptedOf } from '#core/consolidation/movements.ts';
import type { SumView } from '#core/ipc/consolidation-views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { yearsIn } from '../reception/overlook.ts';
import { readAccepted } from './accepted-sum.ts';
import { ownChange } from './own-report.ts';
import type { YearSum } from './sum-year.ts';

export function viewSum(desk: Desk, sum: YearSum): SumView {
  const { consolidation, filing, findings, gaps, own, year, superior } = sum;
  const { sums, contributors, expected } = consolidation;
  const parts = sums.map(({ plan, counted, blank, leftOut }) => [plan.cell.key, { counted, blank, leftOut }] as const);
  const accepted = readAccepted(desk.workspace, year);
  return {
    year,
    years: yearsIn(desk.workspace),
    superior,
    filing,
    parts: Object.fromEntries(parts),
    findings,
    gaps,
    open: openUnits(consolidation),
    expected: expected.length,
    summed: contributors.length,
    own: own === null ? null : { id: own.id, ...stateOfOwn(sum) },
    moved: accepted === null ? null : countMoved(accepted.units, acceptedOf(consolidation)),
  };
}

function stateOfOwn(sum: YearSum) {
  const { differences, notes } = ownChange(sum);
  return { isCurrent: differences.length + notes.length === 0, differences: differences.length };
}

function countMoved(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): number {
  const codes = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...codes].filter((code) => before[code] !== after[code]).length;
}

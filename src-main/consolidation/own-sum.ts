/** The sum behind the superior's own report: what its review and its export have to know of it. */
import { openUnits } from '#core/consolidation/open-units.ts';
import type { OwnSumView } from '#core/ipc/consolidation-views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { ownChange } from './own-report.ts';
import type { YearSum } from './sum-year.ts';

/** Whether the report took its tables from a sum, ever: what was undone or typed since shows as a difference. */
export function hasTakenSum({ workspace }: Desk, id: string): boolean {
  for (const { action } of workspace.journalBack(id)) if (action === 'filing/take-sum') return true;
  return false;
}

/** Differing cells are counted, so the rules that compare report and sum (S-1, S-2) are not told again. */
export function viewOwnSum(sum: YearSum): OwnSumView {
  const { year, consolidation, findings, gaps } = sum;
  const told = (consolidation.edition.book.acrossUnits ?? []).filter((rule) => rule.kind === 'summation' && rule.asks !== 'sum');
  const codes = new Set(told.map(({ code }) => code));
  return {
    year,
    values: Object.fromEntries(consolidation.sums.map(({ plan, value }) => [plan.cell.key, value])),
    differences: ownChange(sum).differences.length,
    gaps,
    open: openUnits(consolidation),
    findings: findings.filter(({ code, severity }) => codes.has(code) && severity !== 'hint'),
  };
}

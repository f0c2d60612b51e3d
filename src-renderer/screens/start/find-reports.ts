/** Finds reports by what people remember of them: words of the unit's name, its code, the year; the last changed come first. */
import type { FilingSummary } from '#core/ipc/views.ts';

export function findReports(filings: readonly FilingSummary[], query: string): readonly FilingSummary[] {
  const terms = query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((term) => term !== '');
  const isMeant = ({ unit, reportYear }: FilingSummary) => {
    const text = `${unit.name} ${unit.code} ${String(reportYear)}`.toLowerCase();
    return terms.every((term) => text.includes(term));
  };
  const found = terms.length === 0 ? [...filings] : filings.filter(isMeant);
  return found.sort((left, right) => (left.updatedAt < right.updatedAt ? 1 : left.updatedAt > right.updatedAt ? -1 : 0));
}

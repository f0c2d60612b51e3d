/** Begins a report: the edition follows from the year, every cell is blank. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';

/** The id of the new filing; edition/none-for-year or filing/exists otherwise. */
export async function createFiling({ editions, workspace }: Desk, unit: ReportingUnit, reportYear: number): Promise<Outcome<string>> {
  const edition = editionForYear(editions, reportYear);
  if (!edition.ok) return edition;
  return workspace.addFiling(newFiling(unit, reportYear, edition.value), {
    actor: '填报人',
    action: 'filing/create',
    detail: { unit: unit.code, year: reportYear },
  });
}

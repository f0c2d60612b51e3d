/** Begins a report: the edition follows from the year, every cell is blank but for what last year's report decides. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { applyEdits } from '#core/form/edit-cells.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { carryOver } from '#core/rules/carry-over.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';

/** The id of the new filing; edition/none-for-year or filing/exists otherwise. */
export async function createFiling(desk: Desk, unit: ReportingUnit, reportYear: number): Promise<Outcome<string>> {
  const { editions, workspace } = desk;
  const edition = editionForYear(editions, reportYear);
  if (!edition.ok) return edition;
  const { form } = edition.value;
  const blank = newFiling(unit, reportYear, edition.value);
  const known = carryOver(edition.value, subjectOf(blank, findPriorYear(desk, blank)));
  const carried = known.carried.filter(({ severity }) => severity === 'error');
  return workspace.addFiling(
    { ...blank, cells: applyEdits(form, blank.cells, carried) },
    {
      actor: '填报人',
      action: 'filing/create',
      detail: { unit: unit.code, year: reportYear, ...(carried.length === 0 ? {} : { carriedOver: carried.map(({ cell }) => cell) }) },
    },
  );
}

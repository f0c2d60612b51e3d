/** The subordinate units of a year as they stand now: roster, files and answers put together. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { openingYear } from '#core/consolidation/choose-year.ts';
import { unitsLeftBehind } from '#core/consolidation/compare-years.ts';
import { overlookSubordinates, type Subordinates } from '#core/consolidation/subordinates.ts';
import { arrangeTree } from '#core/consolidation/roster-tree.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import type { SubordinateRow, SubordinatesView } from '#core/ipc/reception-views.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';
import type { Workspace } from '../store/workspace.ts';
import { answersGiven } from './answers-given.ts';

/** Stands for a superior who has not said who it is: all units without a superior in the roster are its own. */
const unnamed: ReportingUnit = { code: '', name: '', creditCode: null, level: 'province' };

/** @returns edition/none-for-year */
export function overlook({ editions, workspace }: Desk, reportYear: number, superior: ReportingUnit | null): Outcome<Subordinates> {
  const edition = editionForYear(editions, reportYear);
  if (!edition.ok) return edition;
  const { reception } = workspace;
  return ok(
    overlookSubordinates({
      superior: superior ?? unnamed,
      reportYear,
      edition: edition.value,
      roster: reception.roster(reportYear),
      files: reception.files(reportYear),
      sourceOf: reception.sourceOf,
      answers: answersGiven(workspace),
    }),
  );
}

export function viewSubordinates(desk: Desk, year: number, superior: ReportingUnit | null): Outcome<SubordinatesView> {
  const found = overlook(desk, year, superior);
  if (!found.ok) return found;
  const { units, counts, tally, strangers } = found.value;
  const { reception } = desk.workspace;
  const byCode = new Map(units.map((each) => [each.unit.code, each]));
  const rows = arrangeTree(units.map(({ unit }) => unit)).flatMap(({ unit, depth }): SubordinateRow[] => {
    const each = byCode.get(unit.code);
    if (each === undefined) return [];
    const fileThat = (kind: 'counts' | 'returned') => each.files.find(({ role }) => role.kind === kind)?.file;
    const counted = fileThat('counts') ?? fileThat('returned');
    const { code, name, level } = unit;
    return [
      {
        ...{ code, name, level, depth, state: each.state, answer: each.answer },
        faults: each.faults.map(({ kind }) => kind),
        remarks: each.remarks,
        files: each.files.length,
        revision: counted?.revision ?? null,
        verdict: counted?.verdict ?? null,
      },
    ];
  });
  const doubtful = reception
    .files(year)
    .filter(({ verdict, standing }) => standing === 'taken' && ['untrusted', 'refused'].includes(verdict));
  return ok({
    year,
    years: yearsIn(desk.workspace),
    opensOn: openingYear(year, { years: reception.years(), receivedYears: reception.receivedYears() }),
    superior,
    hasRoster: reception.roster(year).units.length > 0,
    rows,
    leftBehind: leftBehindIn(desk.workspace, year),
    counts,
    tally,
    strangers,
    doubtful: doubtful.length,
  });
}

/** Years that have anything: a roster, received files, or a report of one's own; the newest first. */
export function yearsIn({ reception, listFilings }: Workspace): readonly number[] {
  const ofReports = listFilings().map(({ reportYear }) => reportYear);
  return [...new Set([...reception.years(), ...ofReports])].sort((one, other) => other - one);
}

/** Against the newest roster before this one. */
function leftBehindIn({ reception }: Workspace, year: number): SubordinatesView['leftBehind'] {
  const earlier = reception.rosterYears().find((each) => each < year);
  if (earlier === undefined) return null;
  const units = unitsLeftBehind(reception.roster(year), year, reception.roster(earlier), earlier);
  return units.length === 0 ? null : { year: earlier, units: units.map(({ code, name }) => ({ code, name })) };
}

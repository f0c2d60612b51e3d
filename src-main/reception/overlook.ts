/** The subordinate units of a year as they stand now: roster, files and answers put together. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { overlookSubordinates, type Answer, type Subordinates } from '#core/consolidation/subordinates.ts';
import { arrangeTree } from '#core/consolidation/roster-tree.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import type { SubordinateRow, SubordinatesView } from '#core/ipc/reception-views.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';
import { verdictsGiven } from '../store/answers.ts';

/** Stands for a superior who has not said who it is: all units without a superior in the roster are its own. */
const unnamed: ReportingUnit = { code: '', name: '', creditCode: null, level: 'province' };

/** @returns edition/none-for-year */
export function overlook({ editions, workspace }: Desk, reportYear: number, superior: ReportingUnit | null): Outcome<Subordinates> {
  const edition = editionForYear(editions, reportYear);
  if (!edition.ok) return edition;
  const { reception, tables } = workspace;
  const given = [...verdictsGiven(tables)].flatMap(([digest, verdict]): (readonly [string, Answer])[] =>
    verdict === 'accepted' || verdict === 'returned' ? [[digest, verdict]] : [],
  );
  return ok(
    overlookSubordinates({
      superior: superior ?? unnamed,
      reportYear,
      edition: edition.value,
      roster: reception.roster(reportYear),
      files: reception.files(reportYear),
      sourceOf: reception.sourceOf,
      answers: new Map(given),
    }),
  );
}

export function viewSubordinates(desk: Desk, year: number, superior: ReportingUnit | null): Outcome<SubordinatesView> {
  const found = overlook(desk, year, superior);
  if (!found.ok) return found;
  const { units, counts, strangers } = found.value;
  const { reception } = desk.workspace;
  const byCode = new Map(units.map((each) => [each.unit.code, each]));
  const rows = arrangeTree(units.map(({ unit }) => unit)).flatMap(({ unit, depth }): SubordinateRow[] => {
    const each = byCode.get(unit.code);
    if (each === undefined) return [];
    const counted = each.files.find(({ role }) => role.kind === 'counts')?.file;
    const { code, name, level } = unit;
    return [
      {
        ...{ code, name, level, depth, state: each.state, answer: each.answer },
        faults: each.faults.map(({ kind }) => kind),
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
    years: reception.years(),
    superior,
    hasRoster: reception.roster(year).units.length > 0,
    rows,
    counts,
    strangers,
    doubtful: doubtful.length,
  });
}

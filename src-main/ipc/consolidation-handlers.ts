/** Handlers of `consolidation/…`. The sum that was overlooked last is held: drilling down into it takes no new sum. */
import { acceptedOf, acceptUnits } from '#core/consolidation/movements.ts';
import { compareUnits, findOutliers } from '#core/consolidation/compare-units.ts';
import { lineageOf } from '#core/consolidation/lineage.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { readAccepted, writeAccepted } from '../consolidation/accepted-sum.ts';
import { previewOwn, takeOwn } from '../consolidation/own-report.ts';
import { saveComparison } from '../consolidation/save-comparison.ts';
import { nameOf, saveTidy } from '../consolidation/save-tidy.ts';
import { hasTakenSum, viewOwnSum } from '../consolidation/own-sum.ts';
import { sumYear, type YearSum } from '../consolidation/sum-year.ts';
import { viewAlike, viewPassages } from '../consolidation/view-alike.ts';
import { viewMovements } from '../consolidation/view-movements.ts';
import { viewSum } from '../consolidation/view-sum.ts';
import type { Desk } from '../filings/change-filing.ts';
import { deskOf, type HandlerContext } from './context.ts';
import { languageOf } from './language.ts';
import { ownUnitOf } from './own-unit.ts';

export type ConsolidationChannel = Extract<keyof Handlers, `consolidation/${string}`>;

/** So many of the figures that are far from what a unit's size lets one expect. */
const mostOutliers = 100;

export function consolidationHandlers(context: HandlerContext): Pick<Handlers, ConsolidationChannel> {
  let held: YearSum | null = null;

  const withSum = async <T>(year: number, isFresh: boolean, work: (desk: Desk, sum: YearSum) => Outcome<T> | Promise<Outcome<T>>) => {
    const desk = deskOf(context);
    if (!desk.ok) return desk;
    if (!isFresh && held?.year === year) return work(desk.value, held);
    const sum = sumYear(desk.value, year, ownUnitOf(desk.value.workspace));
    if (!sum.ok) return sum;
    held = sum.value;
    return work(desk.value, sum.value);
  };

  const saving = (year: number, save: (desk: Desk, sum: YearSum, folder: string) => Outcome<string>) =>
    withSum(year, true, async (desk, sum) => {
      const folder = await context.dialogs.chooseFolder();
      if (folder === null) return ok(null);
      const saved = save(desk, sum, folder);
      if (!saved.ok) return saved;
      context.dialogs.showInFolder(saved.value);
      return ok(nameOf(saved.value));
    });

  return {
    'consolidation/overlook': ({ year }) => withSum(year, true, (desk, sum) => ok(viewSum(desk, sum))),
    'consolidation/lineage': ({ year, cell }) =>
      withSum(year, false, (_desk, { consolidation, priors }) => {
        const lineage = lineageOf(consolidation, cell, priors);
        const edition = consolidation.edition.id;
        return lineage === null ? fail(problem('filing/unknown-cell', { file: '—', place: 'cells', edition, cell })) : ok(lineage);
      }),
    'consolidation/movements': ({ year }) => withSum(year, true, (desk, sum) => ok(viewMovements(desk, sum))),
    'consolidation/accept': ({ year, units }) =>
      withSum(year, true, async ({ workspace }, { consolidation }) => {
        const present = acceptedOf(consolidation);
        const before = readAccepted(workspace, year)?.units ?? {};
        const after = units === null ? present : acceptUnits(before, consolidation, units);
        const changed = Object.fromEntries(Object.entries(after).filter(([code, digest]) => before[code] !== digest));
        return ok(await writeAccepted(workspace, year, after, changed));
      }),
    'consolidation/preview-own': ({ year }) => withSum(year, true, (_desk, sum) => previewOwn(sum)),
    'consolidation/take-own': ({ year, token }) =>
      withSum(year, true, async (desk, sum) => {
        const taken = await takeOwn(desk, sum, token);
        return taken.ok ? ok({ id: taken.value }) : taken;
      }),
    'consolidation/own-state': ({ id }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const stored = desk.value.workspace.readFiling(id);
      if (!stored.ok) return stored;
      const { unit, reportYear } = stored.value.filing;
      const isOwn = ownUnitOf(desk.value.workspace)?.code === unit.code && hasTakenSum(desk.value, id);
      return isOwn ? withSum(reportYear, true, (_desk, sum) => ok(viewOwnSum(sum))) : ok(null);
    },
    'consolidation/compare': ({ year, table, column }) =>
      withSum(year, false, (_desk, { consolidation }) =>
        ok({ comparison: compareUnits(consolidation, table, column), outliers: findOutliers(consolidation, mostOutliers) }),
      ),
    'consolidation/alike': ({ year }) => withSum(year, true, async (desk, sum) => ok(await viewAlike(desk, sum))),
    'consolidation/passages': ({ year, one, other }) => withSum(year, false, (desk, sum) => viewPassages(desk, sum, [one, other])),
    'consolidation/save-tidy': ({ year, format }) => saving(year, (_desk, sum, folder) => saveTidy(sum, format, folder)),
    'consolidation/save-comparison': ({ year, table, column }) =>
      saving(year, ({ workspace }, sum, folder) => saveComparison(sum, { table, column, language: languageOf(workspace), folder })),
  };
}

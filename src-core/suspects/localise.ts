/** Error localisation after Fellegi and Holt (1976): the smallest changes of a filing that let all its equalities hold. */
import type { CellKey } from '../form/cell-key.ts';
import { applyEdits, changedCells, type Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import type { RuleBook } from '../rules/rule.ts';
import { makeDraft, type Draft } from './draft.ts';
import { isSatisfied, unrollEqualities, type Equality } from './equalities.ts';
import { judgeFootings, type Footings } from './followers.ts';
import { joinExchanges } from './join-exchanges.ts';
import { findNeighbours } from './neighbours.ts';
import { rankRepairs, toRepairs } from './rank.ts';
import { keepRecent } from './recent.ts';
import { shownRepairs, type Cause, type Change, type Footing, type Localised } from './repair.ts';
import { largestPatch, searchSystem } from './search.ts';
import { startStopwatch } from './stopwatch.ts';
import { buildSystems, type System } from './system.ts';
import { fillBlankTotals, restateTotals } from './total-repairs.ts';
import type { Context } from './weigh.ts';

export type LocaliseOrder = {
  readonly form: Form;
  readonly book: RuleBook;
  readonly cells: Cells;
  /** Last year's figures of the unit; they rank repairs, they never make one. */
  readonly prior?: Cells | null;
  /** The cells edited last, most recent first: a mistake that has just appeared is likely to be in one of them. */
  readonly recent?: readonly CellKey[];
  /** Milliseconds of any clock. */
  readonly now: () => number;
  readonly budgetMs?: number;
};

/**
 * Finds what may be wrong in a filing whose sums do not hold. Repairs keep values whole and not negative, and fill a
 * blank only where no repair as small does without. When the budget runs out the result says so.
 */
export function localise({ form, book, cells, prior = null, recent = [], now, budgetMs = 50 }: LocaliseOrder): Localised {
  const stopwatch = startStopwatch(now, budgetMs);
  const unrolled = unrollEqualities(book);
  const equalities = unrolled.filter((each) => !each.needsPrior);
  const footings = judgeFootings(form, cells);
  const systems = buildSystems(form, equalities, cells, footings);
  if (systems.length === 0 && equalities.every((each) => isSatisfied(each, cells, null))) {
    return { causes: [], isComplete: true, searchedSize: largestPatch };
  }
  const expectations = unrolled.filter((each) => each.needsPrior);
  const context: Context = { cells, prior, recent, expectations, neighbours: findNeighbours(form) };
  let searchedSize = largestPatch;
  const found = systems.flatMap((system): readonly Draft[] => {
    const result = searchSystem(system, stopwatch);
    searchedSize = Math.min(searchedSize, result.searchedSize);
    const restated = result.isMended || stopwatch.hasStopped() ? null : restateTotals(form, tablesOf(system), equalities, cells);
    if (restated !== null) return [draftTotals(restated)];
    const footing = footingOf(system, footings);
    return result.found.flatMap(
      ({ covers, size, isSmallest }) => makeDraft(rankRepairs(system, covers, context), { footing, size, isSmallest }) ?? [],
    );
  });
  const drafts = sortDrafts(form, joinExchanges(sortDrafts(form, found), context));
  const isComplete = !stopwatch.hasStopped();
  const filled = draftBlankTotals(form, equalities, cells, drafts);
  const isThorough = isComplete || searchedSize >= 2;
  return { causes: [...drafts, ...filled].map((draft) => toCause(form, context, draft, isThorough)), isComplete, searchedSize };
}

function tablesOf(system: System): ReadonlySet<string> {
  return new Set(system.unknowns.map((each) => each.cell.table.id));
}

function footingOf(system: System, footings: Footings): Footing {
  return [...tablesOf(system)].some((table) => footings.ofTable.get(table) === 'stated') ? 'stated' : 'computed';
}

/** What is still broken when all causes are mended, and holds once blank totals are filled in. */
function draftBlankTotals(form: Form, equalities: readonly Equality[], cells: Cells, drafts: readonly Draft[]): readonly Draft[] {
  let mended = drafts.reduce((before, draft) => applyEdits(form, before, draft.ranked[0].changes), cells);
  return equalities.flatMap((equality): readonly Draft[] => {
    const changes = isSatisfied(equality, mended, null) ? null : fillBlankTotals(form, equality, mended);
    if (changes === null) return [];
    mended = applyEdits(form, mended, changes);
    return [draftTotals(changes)];
  });
}

function draftTotals(changes: readonly Change[]): Draft {
  return {
    footing: 'stated',
    ranked: [{ proposals: [], changes, bits: 0 }],
    count: 1,
    size: changes.length,
    isSmallest: changes.length === 1,
  };
}

/** In the order of the form, by the first cell of the best repair. */
function sortDrafts(form: Form, drafts: readonly Draft[]): readonly Draft[] {
  const places = new Map(form.cells.map((cell, place) => [cell.key, place]));
  const placeOf = ({ ranked: [first] }: Draft): number => Math.min(...first.changes.map((change) => places.get(change.cell) ?? 0));
  return [...drafts].sort((one, other) => placeOf(one) - placeOf(other));
}

function toCause(form: Form, { cells, recent }: Context, draft: Draft, isThorough: boolean): Cause {
  const { ranked, footing, count, size, isSmallest } = draft;
  const repairs = keepRecent(toRepairs(ranked, footing, isSmallest && isThorough), recent, shownRepairs);
  const consequences = changedCells(form, cells, applyEdits(form, cells, ranked[0].changes));
  return { footing, repairs, repairCount: count, size, isSmallest, consequences };
}

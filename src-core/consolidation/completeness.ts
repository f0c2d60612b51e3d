/** Whether a sum is complete, and if not, why. */
import type { Consolidation } from './consolidate.ts';

/**
 * `refused` only where a refused file may have held figures that are in no other way in the sum. `wrong`: figures that
 * contradict themselves are in the sum as their unit stated them. `returned`: the unit's report was sent back and is left out;
 * `earlier`: it was, and the one before it that was accepted is in the sum. `held`: all that came of a unit was set aside.
 */
export type Gap = 'missing' | 'refused' | 'returned' | 'earlier' | 'held' | 'conflict' | 'wrong' | 'not-understood' | 'no-unit' | 'nothing';

/** In the order of the list above; empty for a complete sum. `refusedFiles` counts those that never became sources. */
export function gapsOf(consolidation: Consolidation, refusedFiles: number): readonly Gap[] {
  const { contributors, expected, refused, returned, held, conflicts, sums } = consolidation;
  const hasRoster = expected.length > 0;
  const isIn = (state: Consolidation['expected'][number]['state']) => expected.some((each) => each.state === state);
  const gaps: readonly (readonly [Gap, boolean])[] = [
    ['missing', isIn('missing')],
    ['refused', hasRoster ? isIn('refused') : refusedFiles + refused.length > 0],
    ['returned', returned.some(({ standIn }) => standIn === null)],
    ['earlier', returned.some(({ standIn }) => standIn !== null)],
    ['held', held.length > 0],
    ['conflict', conflicts.length > 0],
    ['wrong', contributors.some(({ source }) => source.wrong.length > 0)],
    ['not-understood', contributors.some(({ source }) => source.notUnderstood.length > 0)],
    ['no-unit', sums.some(({ plan, leftOut }) => plan.levels === null && leftOut > 0)],
    ['nothing', contributors.length === 0],
  ];
  return gaps.flatMap(([gap, isThere]) => (isThere ? [gap] : []));
}

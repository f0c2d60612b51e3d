/** Units that an earlier year's roster has and this year's does not mention. */
import { unitsInYear, type Roster, type RosterUnit } from './roster.ts';

/**
 * Neither by their code nor as a predecessor of another unit, and not ended by the earlier roster's own last year. None
 * where this year has no roster.
 */
export function unitsLeftBehind(roster: Roster, year: number, earlier: Roster, earlierYear: number): readonly RosterUnit[] {
  const here = [...unitsInYear(roster, year).values()];
  if (here.length === 0) return [];
  const known = new Set(here.flatMap(({ code, predecessors }) => [code, ...predecessors]));
  return [...unitsInYear(earlier, earlierYear).values()].filter(({ code, to }) => !known.has(code) && (to === null || to >= year));
}

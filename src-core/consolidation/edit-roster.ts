/** Changes of a year's roster by hand: one unit at a time, held to the same rules as a roster that is read from a file. */
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { decodeRosterUnit } from './decode-roster.ts';
import type { RosterField } from './roster-columns.ts';
import { findRosterFaults, type RosterFault } from './roster-faults.ts';
import type { RosterUnit } from './roster.ts';

/** What was typed, by column; one that is absent is empty. */
export type TypedUnit = { readonly [field in RosterField]?: string | undefined };

/**
 * Puts a unit in the place of the one that has the code `before`, or (null) after all others. A unit that gets another
 * code names its former one among its predecessors, so that what it sent under it stays its own.
 *
 * @returns roster/unit-refused { column, value, reason }, roster/no-unit { code }
 */
export function putUnit(units: readonly RosterUnit[], before: string | null, typed: TypedUnit): Outcome<readonly RosterUnit[]> {
  const decoded = decodeRosterUnit(typed);
  if ('faults' in decoded) return refuseFirst(decoded.faults);
  const at = before === null ? units.length : units.findIndex(({ code }) => code === before);
  if (at < 0) return fail(problem('roster/no-unit', { code: before ?? '' }));
  const { unit } = decoded;
  const isRenumbered = before !== null && before !== unit.code && !unit.predecessors.includes(before);
  const kept = isRenumbered ? { ...unit, predecessors: [...unit.predecessors, before] } : unit;
  // Units below go on with their superior.
  const others = units.map((each) => (isRenumbered && each.parent === before ? { ...each, parent: kept.code } : each));
  const next = others.toSpliced(at, before === null ? 0 : 1, kept);
  const faults = findRosterFaults(next.map((each, index) => ({ line: index, unit: each })));
  return faults.length === 0 ? ok(next) : refuseFirst(faults);
}

/** Units below the removed one are the superior's own from then on. */
export function removeUnit(units: readonly RosterUnit[], code: string): Outcome<readonly RosterUnit[]> {
  const removed = units.find((each) => each.code === code);
  if (removed === undefined) return fail(problem('roster/no-unit', { code }));
  return ok(units.filter((each) => each !== removed).map((each) => (each.parent === code ? { ...each, parent: removed.parent } : each)));
}

function refuseFirst([first]: readonly RosterFault[]): Outcome<never> {
  if (first === undefined) throw new Error('a unit was refused without a reason');
  const { column, value, reason } = first;
  return fail(problem('roster/unit-refused', { column, value, reason }));
}

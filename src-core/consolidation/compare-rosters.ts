/** What taking another roster would change of the one that a year has. */
import type { RosterUnit } from './roster.ts';

export type ChangedUnit = {
  readonly before: RosterUnit;
  readonly after: RosterUnit;
  readonly fields: readonly (keyof RosterUnit)[];
};

export type RosterChanges = {
  readonly added: readonly RosterUnit[];
  readonly removed: readonly RosterUnit[];
  readonly changed: readonly ChangedUnit[];
  readonly same: number;
};

/** Units are the same by their code. */
export function compareRosters(here: readonly RosterUnit[], there: readonly RosterUnit[]): RosterChanges {
  const ours = new Map(here.map((unit) => [unit.code, unit]));
  const theirs = new Set(there.map(({ code }) => code));
  const both = there.flatMap((after): ChangedUnit[] => {
    const before = ours.get(after.code);
    return before === undefined ? [] : [{ before, after, fields: fieldsOtherIn(before, after) }];
  });
  const changed = both.filter(({ fields }) => fields.length > 0);
  return {
    added: there.filter(({ code }) => !ours.has(code)),
    removed: here.filter(({ code }) => !theirs.has(code)),
    changed,
    same: both.length - changed.length,
  };
}

function fieldsOtherIn(before: RosterUnit, after: RosterUnit): readonly (keyof RosterUnit)[] {
  const fields: readonly (keyof RosterUnit)[] = [
    ...(['code', 'name', 'level', 'parent', 'creditCode', 'contact', 'phone', 'excluded', 'predecessors', 'fingerprint'] as const),
    ...(['from', 'to'] as const),
  ];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

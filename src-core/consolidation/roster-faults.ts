/** Faults that show only when the lines of a roster are seen together. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';
import type { RosterLine } from './decode-roster.ts';
import type { RosterUnit } from './roster.ts';
import { rosterFields, type RosterField } from './roster-columns.ts';

/** `reason` is a code that the words of roster/malformed explain; `first` the line that has the same already. */
export type RosterFault = {
  readonly line: number;
  readonly column: RosterField;
  readonly value: string;
  readonly reason: string;
  readonly first?: number | undefined;
};

const faultsSchema = v.array(
  v.strictObject({
    line: v.number(),
    column: v.picklist(rosterFields),
    value: v.string(),
    reason: v.string(),
    first: v.optional(v.number()),
  }),
);

/** As a detail of a problem, which holds texts and numbers only. */
export function writeRosterFaults(faults: readonly RosterFault[]): string {
  return JSON.stringify(faults);
}

/** What `writeRosterFaults` wrote; none for anything else. */
export function readRosterFaults(text: string): readonly RosterFault[] {
  const json = parseJson(text);
  const decoded = json.ok ? decode(faultsSchema, json.value, 'roster/malformed') : json;
  return decoded.ok ? decoded.value : [];
}

export function findRosterFaults(lines: readonly RosterLine[]): readonly RosterFault[] {
  return [...codesTwice(lines), ...loops(lines), ...fingerprintsTwice(lines)];
}

/** A code may go on under another name, but stands for one unit in any year. */
function codesTwice(lines: readonly RosterLine[]): readonly RosterFault[] {
  const seen = new Map<string, RosterLine[]>();
  return lines.flatMap((line) => {
    const { code } = line.unit;
    const before = seen.get(code) ?? [];
    seen.set(code, [...before, line]);
    const first = before.find(({ unit }) => haveYearsInCommon(unit, line.unit));
    return first === undefined ? [] : [{ line: line.line, column: 'code', value: code, reason: 'roster-code-twice', first: first.line }];
  });
}

function haveYearsInCommon(one: RosterUnit, other: RosterUnit): boolean {
  return (one.from ?? 0) <= (other.to ?? Infinity) && (other.from ?? 0) <= (one.to ?? Infinity);
}

/** One key is one unit's: with two, a unit could file for the other. */
function fingerprintsTwice(lines: readonly RosterLine[]): readonly RosterFault[] {
  const owners = new Map<string, RosterLine>();
  return lines.flatMap((each) => {
    const { line, unit } = each;
    const { code, fingerprint } = unit;
    if (fingerprint === null) return [];
    const owner = owners.get(fingerprint);
    owners.set(fingerprint, owner ?? each);
    if (owner === undefined || owner.unit.code === code) return [];
    return [{ line, column: 'fingerprint', value: fingerprint, reason: 'roster-fingerprint-twice', first: owner.line }];
  });
}

/** Units that are their own superior, however many steps up. */
function loops(lines: readonly RosterLine[]): readonly RosterFault[] {
  const parentOf = new Map(lines.map(({ unit }) => [unit.code, unit.parent]));
  const isLooped = (code: string): boolean => {
    const seen = new Set<string>();
    for (let next = parentOf.get(code) ?? null; next !== null; next = parentOf.get(next) ?? null) {
      if (next === code) return true;
      if (seen.has(next)) return false;
      seen.add(next);
    }
    return false;
  };
  return lines
    .filter(({ unit }) => isLooped(unit.code))
    .map(({ line, unit }) => ({ line, column: 'parent', value: unit.parent ?? '', reason: 'roster-loop' }));
}

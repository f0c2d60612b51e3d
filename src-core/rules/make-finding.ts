/** Findings that are no comparison of sums, and those that say what could not be checked. */
import { fillPlaces, type Bilingual } from '../lib/bilingual.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Finding } from './finding.ts';
import type { AcrossUnitsRule, Rule } from './rule.ts';

/** What the places of a message are filled with, by language. */
export type Places = Readonly<Record<keyof Bilingual, Readonly<Record<string, string | number>>>>;

export const noPlaces: Places = { zh: {}, en: {} };

/** A finding of a rule about certain cells. */
export function makeFinding(rule: Rule | AcrossUnitsRule, cells: readonly CellKey[], places: Places): Finding {
  return {
    code: rule.code,
    kind: rule.kind,
    severity: rule.severity,
    clause: rule.clause,
    table: 'table' in rule ? rule.table : null,
    section: null,
    quotation: null,
    cells,
    relation: null,
    leftOperands: [],
    rightOperands: [],
    left: null,
    right: null,
    difference: null,
    message: { zh: fillPlaces(rule.message.zh, places.zh), en: fillPlaces(rule.message.en, places.en) },
    suspects: [],
  };
}

/** Said once for a rule that needs last year's figures where they are missing: it does not pass in silence. */
export function makeUnchecked(rule: Rule, unchecked: Bilingual): Finding {
  return { ...makeFinding(rule, [], noPlaces), severity: 'hint', message: unchecked };
}

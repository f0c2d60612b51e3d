/** The rule kind `summation`: what must hold between the report of a superior and those of its units (domain.md 2.5). */
import * as v from 'valibot';
import { assertNever } from '../lib/assert-never.ts';
import type { FormEdition } from '../form/edition.ts';
import { unitLevels, type UnitLevel } from '../form/unit-level.ts';
import { ruleBaseSchema, type RuleBase } from './rule-base.ts';

type Base = RuleBase & { readonly kind: 'summation' };
type Ids = readonly string[];

/** Every cell of the tables is the sum over the units: stated on the `left`, summed on the `right`. */
export type SumRule = Base & {
  readonly asks: 'sum';
  readonly tables: Ids;
  /** Rows that count only from units of certain levels: 规章 from those that have the power to make them. */
  readonly only?: readonly { readonly table: string; readonly rows: Ids; readonly levels: readonly UnitLevel[] }[];
};

/** Said of a sum that may count something twice, as soon as two units report on these rows. */
export type DoubleCountRule = Base & { readonly asks: 'doubleCount'; readonly table: string; readonly rows: Ids };

/** Every unit that has to report has done so. */
export type AllFiledRule = Base & { readonly asks: 'allFiled' };

/** What the sum brings forward is what the units carried forward last year, each for itself where their set has changed. */
export type CarryOverRule = Base & {
  readonly asks: 'carryOver';
  readonly table: string;
  readonly broughtForward: string;
  readonly carriedForward: string;
};

/** The office's own report (本级) is one of the units and not the sum (汇总). */
export type OwnReportRule = Base & { readonly asks: 'ownReport'; readonly tables: Ids };

export type SummationRule = SumRule | DoubleCountRule | AllFiledRule | CarryOverRule | OwnReportRule;

/** What messages may show. */
export const placesOfSummation: Readonly<Record<SummationRule['asks'], readonly string[]>> = {
  sum: ['cell', 'left', 'right', 'difference'],
  doubleCount: ['rows', 'units'],
  allFiled: ['count', 'units'],
  carryOver: ['column', 'left', 'right', 'difference', 'units'],
  ownReport: ['unit'],
};

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const ids = v.pipe(v.array(text), v.minLength(1));
const levels = v.pipe(v.array(v.picklist(unitLevels)), v.minLength(1));
const base = { ...ruleBaseSchema, kind: v.literal('summation') };

export const summationRuleSchema = v.variant('asks', [
  v.strictObject({
    ...base,
    asks: v.literal('sum'),
    tables: ids,
    only: v.exactOptional(v.pipe(v.array(v.strictObject({ table: text, rows: ids, levels })), v.minLength(1))),
  }),
  v.strictObject({ ...base, asks: v.literal('doubleCount'), table: text, rows: ids }),
  v.strictObject({ ...base, asks: v.literal('allFiled') }),
  v.strictObject({ ...base, asks: v.literal('carryOver'), table: text, broughtForward: text, carriedForward: text }),
  v.strictObject({ ...base, asks: v.literal('ownReport'), tables: ids }),
]);

/** The first table or row that the rule names and the edition does not have, in words; null when it has them all. */
export function strangerOf(rule: SummationRule, edition: FormEdition): string | null {
  for (const { table, rows } of placesOf(rule)) {
    const known = edition.tables.find((each) => each.id === table);
    if (known === undefined) return `no such table: ${table}`;
    const row = rows.find((id) => !known.rows.some((each) => each.id === id));
    if (row !== undefined) return `no such row: ${table}.${row}`;
  }
  return null;
}

function placesOf(rule: SummationRule): readonly { readonly table: string; readonly rows: Ids }[] {
  switch (rule.asks) {
    case 'sum':
      return [...rule.tables.map((table) => ({ table, rows: [] })), ...(rule.only ?? [])];
    case 'ownReport':
      return rule.tables.map((table) => ({ table, rows: [] }));
    case 'doubleCount':
      return [rule];
    case 'carryOver':
      return [{ table: rule.table, rows: [rule.broughtForward, rule.carriedForward] }];
    case 'allFiled':
      return [];
    default:
      return assertNever(rule);
  }
}

/** Rules as data of a closed set of kinds (contracts.md 3): never code, so that an edition file can be trusted. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { CompletenessRule } from './completeness-rule.ts';
import type { NarrativeFigureRule } from './narrative-figure-rule.ts';
import type { PatternRule } from './pattern-rule.ts';
import type { RuleBase } from './rule-base.ts';
import type { PriorSimilarityRule, UnitSimilarityRule } from './similarity-rule.ts';
import type { SummationRule } from './summation-rule.ts';

export const relations = ['=', '!=', '<=', '>='] as const;
export type Relation = (typeof relations)[number];

type TableRuleBase = RuleBase & { readonly table: string };

/**
 * A term names a row, a column or both; what it leaves out is the row or column that the rule goes over. With `prior`
 * it is the cell of the same key in last year's filing of the unit. A `constant` stands alone.
 */
export type Term = {
  /** Another table than the rule's. */
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  readonly coefficient?: number;
  readonly prior?: true;
  readonly constant?: number;
};

/** Σ left relation Σ right. */
export type Comparison = { readonly left: readonly Term[]; readonly relation: Relation; readonly right: readonly Term[] };

/** The comparison must hold once for each row or column in `of`, wherever all of `when` hold. */
export type LinearRule = TableRuleBase &
  Comparison & {
    readonly kind: 'linear';
    readonly over: 'rows' | 'columns';
    readonly of: readonly string[];
    readonly when?: readonly Comparison[];
    /** What is said instead where last year's filing is missing; there with every `prior` term. */
    readonly unchecked?: Bilingual;
  };

/** Every cell of the table is a whole number. Amounts are exempt. */
export type IntegerRule = TableRuleBase & { readonly kind: 'integer' };
/** No cell of the table is negative. Signed changes (本年增/减) are exempt. */
export type NonNegativeRule = TableRuleBase & { readonly kind: 'nonNegative' };
/** No cell of the table is blank. */
export type RequiredRule = TableRuleBase & { readonly kind: 'required' };
/** The rows are for other unit levels than the rule's: here they are zero or blank. */
export type AppliesRule = TableRuleBase & { readonly kind: 'applies'; readonly rows: readonly string[] };

/** Against last year by factor: a value that is at least `factor` times last year's, or at most its `factor`th part. */
export type ChangeRule = TableRuleBase & {
  readonly kind: 'change';
  readonly cells: readonly ChangedCell[];
  /** Only where last year's report is of this older edition. */
  readonly priorEdition?: string;
  readonly factor: number;
  /** Years in which both values are below this are not compared. */
  readonly minimum: number;
  readonly unchecked: Bilingual;
};

/** With `priorColumn` it is compared with that column of the row in the older edition, which counts nearly the same. */
export type ChangedCell = { readonly row: string; readonly column: string; readonly priorColumn?: string };

/** What the figures of the tables say among themselves, and against last year's. */
export type TableRule = LinearRule | IntegerRule | NonNegativeRule | RequiredRule | AppliesRule | ChangeRule | PatternRule;

/** What is asked of a single report. */
export type Rule = TableRule | NarrativeFigureRule | CompletenessRule | PriorSimilarityRule;

/** What is asked of the reports of several units together. */
export type AcrossUnitsRule = UnitSimilarityRule | SummationRule;

export type RuleBook = {
  readonly format: 'nianbao.rules/1';
  readonly edition: string;
  readonly rules: readonly Rule[];
  readonly acrossUnits?: readonly AcrossUnitsRule[];
};

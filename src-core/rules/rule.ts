/** Rules as data of a closed set of kinds (contracts.md 3): never code, so that an edition file can be trusted. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { UnitLevel } from '../form/unit-level.ts';

export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const relations = ['=', '!=', '<=', '>='] as const;
export type Relation = (typeof relations)[number];

type RuleBase = {
  /** Stable code from domain.md section 2; kinds of one code (whole, not negative, filled in) share it. */
  readonly code: string;
  readonly severity: Severity;
  readonly table: string;
  readonly clause: string;
  readonly message: Bilingual;
  /** The unit levels that the rule is for; all when it is left out. */
  readonly levels?: readonly UnitLevel[];
};

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

/** The comparison must hold once for each row or column in `of`, wherever `when` holds. */
export type LinearRule = RuleBase &
  Comparison & {
    readonly kind: 'linear';
    readonly over: 'rows' | 'columns';
    readonly of: readonly string[];
    readonly when?: Comparison;
    /** What is said instead where last year's filing is missing; there with every `prior` term. */
    readonly unchecked?: Bilingual;
  };

/** Every cell of the table is a whole number. Amounts are exempt. */
export type IntegerRule = RuleBase & { readonly kind: 'integer' };
/** No cell of the table is negative. Signed changes (本年增/减) are exempt. */
export type NonNegativeRule = RuleBase & { readonly kind: 'nonNegative' };
/** No cell of the table is blank. */
export type RequiredRule = RuleBase & { readonly kind: 'required' };
/** The rows are for other unit levels than the rule's: here they are zero or blank. */
export type AppliesRule = RuleBase & { readonly kind: 'applies'; readonly rows: readonly string[] };

/** Against last year by factor: a value that is at least `factor` times last year's, or at most its `factor`th part. */
export type ChangeRule = RuleBase & {
  readonly kind: 'change';
  readonly cells: readonly { readonly row: string; readonly column: string }[];
  readonly factor: number;
  /** Years in which both values are below this are not compared. */
  readonly minimum: number;
  readonly unchecked: Bilingual;
};

/** Shapes of numbers that are suspicious though nothing contradicts them. */
export type PatternRule = RuleBase & {
  readonly kind: 'pattern';
  readonly pattern:
    /** Two columns hold the same numbers in all `rows`, which sum to `minimum` at least. */
    | { readonly shape: 'repeatedColumn'; readonly columns: readonly string[]; readonly rows: readonly string[]; readonly minimum: number }
    /** In a column everything in `whole` went to a single one of `parts`, and it is `minimum` at least. */
    | {
        readonly shape: 'singlePart';
        readonly columns: readonly string[];
        readonly whole: string;
        readonly parts: readonly string[];
        readonly minimum: number;
      }
    /** An amount of `minimum` or more without a fraction, where 万元 is meant: it may be in 元. */
    | { readonly shape: 'wholeAmount'; readonly row: string; readonly column: string; readonly minimum: number };
};

export type Rule = LinearRule | IntegerRule | NonNegativeRule | RequiredRule | AppliesRule | ChangeRule | PatternRule;

export type RuleBook = { readonly format: 'nianbao.rules/1'; readonly edition: string; readonly rules: readonly Rule[] };

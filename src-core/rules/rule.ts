/** Rules as data of a closed set of kinds (contracts.md 3): never code, so that an edition file can be trusted. */
import type { Bilingual } from '../lib/bilingual.ts';

export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const relations = ['=', '<=', '>='] as const;
export type Relation = (typeof relations)[number];

type RuleBase = {
  /** Stable code from domain.md section 2; kinds of one code (whole, not negative, filled in) share it. */
  readonly code: string;
  readonly severity: Severity;
  readonly table: string;
  readonly clause: string;
  readonly message: Bilingual;
};

/** A term names a row, a column or both; what it leaves out is the row or column that the rule goes over. */
export type Term = { readonly row?: string; readonly column?: string; readonly coefficient?: number };

/** Σ left relation Σ right, once for each row or column in `of`. */
export type LinearRule = RuleBase & {
  readonly kind: 'linear';
  readonly over: 'rows' | 'columns';
  readonly of: readonly string[];
  readonly left: readonly Term[];
  readonly relation: Relation;
  readonly right: readonly Term[];
};

/** Every cell of the table is a whole number. Amounts are exempt. */
export type IntegerRule = RuleBase & { readonly kind: 'integer' };
/** No cell of the table is negative. Signed changes (本年增/减) are exempt. */
export type NonNegativeRule = RuleBase & { readonly kind: 'nonNegative' };
/** No cell of the table is blank. */
export type RequiredRule = RuleBase & { readonly kind: 'required' };

export type Rule = LinearRule | IntegerRule | NonNegativeRule | RequiredRule;

export type RuleBook = { readonly format: 'nianbao.rules/1'; readonly edition: string; readonly rules: readonly Rule[] };

/** What every rule has: a stable code, how grave it is, the clause it stands on, and what it says. */
import * as v from 'valibot';
import type { Bilingual } from '../lib/bilingual.ts';
import { unitLevels, type UnitLevel } from '../form/unit-level.ts';

export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

export type RuleBase = {
  /** Stable code from domain.md section 2; kinds of one code (whole, not negative, filled in) share it. */
  readonly code: string;
  readonly severity: Severity;
  readonly clause: string;
  readonly message: Bilingual;
  /** The unit levels that the rule is for; all when it is left out. */
  readonly levels?: readonly UnitLevel[];
};

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
export const bilingualSchema = v.strictObject({ zh: words, en: words });

export const ruleBaseSchema = {
  code: v.pipe(v.string(), v.regex(/^[A-Z]\d*-\d+$/u, 'a rule code such as T3-1')),
  severity: v.picklist(severities),
  clause: words,
  message: bilingualSchema,
  levels: v.exactOptional(v.pipe(v.array(v.picklist(unitLevels)), v.minLength(1))),
};

/** A word list is one string with spaces, which is how people read and correct it. */
export const anyWordsSchema = v.pipe(
  v.string(),
  v.transform((list) => list.split(' ').filter((word) => word !== '')),
  v.array(v.string()),
);
export const wordsSchema = v.pipe(anyWordsSchema, v.minLength(1));

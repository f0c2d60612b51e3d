/** Validation: every rule of a book against a report, its tables and its prose. The same engine runs everywhere. */
import type { Form } from '../form/form.ts';
import type { UnitLevel } from '../form/unit-level.ts';
import { checkNarrative } from '../figures/check-narrative.ts';
import { checkTables } from '../rules/check-tables.ts';
import type { CompletenessRule } from '../rules/completeness-rule.ts';
import type { Finding } from '../rules/finding.ts';
import type { NarrativeFigureRule } from '../rules/narrative-figure-rule.ts';
import type { RuleBook, TableRule } from '../rules/rule.ts';
import type { PriorSimilarityRule } from '../rules/similarity-rule.ts';
import type { FilingSubject } from '../rules/subject.ts';
import { checkCompleteness } from './check-completeness.ts';
import { checkSimilarity } from './check-similarity.ts';

/**
 * The findings of all rules: those about the tables in the order of the book, then those about the prose. Same subject,
 * same findings, whatever was edited in which order.
 */
export function validate(form: Form, book: RuleBook, subject: FilingSubject): readonly Finding[] {
  const { tables, figures, completeness, similarity } = rulesFor(book, subject.level);
  return [
    ...checkTables(form, tables, subject),
    ...(figures.length === 0 ? [] : checkNarrative({ ...subject, form, rules: figures })),
    ...checkCompleteness(form, completeness, subject),
    ...similarity.flatMap((rule) => checkSimilarity(form, rule, subject)),
  ];
}

type RulesByKind = {
  readonly tables: readonly TableRule[];
  readonly figures: readonly NarrativeFigureRule[];
  readonly completeness: readonly CompletenessRule[];
  readonly similarity: readonly PriorSimilarityRule[];
};

/** Sorted once for a book and level: what reads the prose keeps its preparations with the list it was given. */
const sorted = new WeakMap<RuleBook, Map<UnitLevel, RulesByKind>>();

function rulesFor(book: RuleBook, level: UnitLevel): RulesByKind {
  const byLevel = sorted.get(book) ?? new Map<UnitLevel, RulesByKind>();
  sorted.set(book, byLevel);
  const known = byLevel.get(level) ?? sortRules(book, level);
  byLevel.set(level, known);
  return known;
}

function sortRules({ rules }: RuleBook, level: UnitLevel): RulesByKind {
  const tables: TableRule[] = [];
  const figures: NarrativeFigureRule[] = [];
  const completeness: CompletenessRule[] = [];
  const similarity: PriorSimilarityRule[] = [];
  for (const rule of rules) {
    if (rule.levels?.includes(level) === false) continue;
    if (rule.kind === 'narrativeFigure') figures.push(rule);
    else if (rule.kind === 'completeness') completeness.push(rule);
    else if (rule.kind === 'similarity') similarity.push(rule);
    else tables.push(rule);
  }
  return { tables, figures, completeness, similarity };
}

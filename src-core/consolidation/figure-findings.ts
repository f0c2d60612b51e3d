/** The rules about figures alone: the sum has no prose yet, and prose makes no sum wrong. */
import type { Filing } from '../filing/filing.ts';
import { subjectOf } from '../filing/subject-of.ts';
import type { Finding } from '../rules/finding.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { RuleBook } from '../rules/rule.ts';
import type { PriorFiling } from '../rules/subject.ts';
import { validate } from '../validation/validate.ts';

const aboutProse: readonly string[] = ['narrativeFigure', 'completeness', 'similarity'];
/** Kept, because validation sorts the rules of a book once. */
const books = new WeakMap<RuleBook, RuleBook>();

export function figureFindings(filing: Filing, { form, book }: LoadedEdition, prior: PriorFiling | null): readonly Finding[] {
  const figures = books.get(book) ?? { ...book, rules: book.rules.filter(({ kind }) => !aboutProse.includes(kind)) };
  books.set(book, figures);
  return validate(form, figures, subjectOf(filing, prior));
}

/** Errors of the figures: what makes a report wrong for a sum. */
export function wrongFigures(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity, kind }) => severity === 'error' && !aboutProse.includes(kind));
}

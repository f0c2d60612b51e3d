/** What may be behind the findings: one wrong cell that breaks three sums reads as one problem with three symptoms. */
import type { Form } from '#core/form/form.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { RuleBook } from '#core/rules/rule.ts';
import type { Subject } from '#core/rules/subject.ts';
import { groupFindings, type FindingGroup } from '#core/suspects/group-findings.ts';
import { localise } from '#core/suspects/localise.ts';

/** Less than two frames: the search follows every keystroke. */
const budgetMs = 25;

/** Errors and warnings, grouped by cause, errors first. */
export function groupGrave(form: Form, book: RuleBook, subject: Subject, findings: readonly Finding[]): readonly FindingGroup[] {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const alone = findings
    .filter((finding) => finding.severity === 'warning')
    .map((finding) => ({ findings: [finding], cause: null, suspects: [] }));
  if (errors.length === 0) return alone;
  const localised = localise({
    form,
    book,
    cells: subject.cells,
    prior: subject.prior?.cells ?? null,
    now: () => performance.now(),
    budgetMs,
  });
  return [...groupFindings(errors, localised), ...alone];
}

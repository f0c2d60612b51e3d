/** A warning is explained in writing; the explanation replaces an older one of the same matter. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { excuses, isAbout, justify, type Justification } from '#core/filing/justification.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { findingId } from '#core/rules/finding.ts';
import { validate } from '#core/validation/validate.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { actorOf, changeFiling, type Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';

export type FindingJustification = {
  readonly id: string;
  /** Which finding, by its `findingId`. */
  readonly finding: string;
  readonly text: string;
};

/** Only a warning that stands now can be explained; filing/not-found otherwise, as the screen showed an older state. */
export async function justifyFinding(desk: Desk, { id, finding: name, text }: FindingJustification): Promise<Outcome<SaveState>> {
  return changeFiling(desk, {
    id,
    action: 'filing/justify',
    detail: { finding: name, text },
    work: ({ filing, pending }, { form, book }) => {
      const findings = validate(form, book, subjectOf(filing, findPriorYear(desk, filing)));
      const finding = findings.find((each) => findingId(each) === name && each.severity === 'warning');
      if (finding === undefined) return fail(problem('filing/not-found', { id: name }));
      // One that went stale, and is about the same, has done its service; one that excuses another finding has not.
      const excusesAny = (each: Justification) => findings.some((other) => other !== finding && excuses(each, other, filing.cells));
      const kept = filing.justifications.filter((each) => !isAbout(each, finding) || excusesAny(each));
      const added = justify(finding, filing.cells, text, actorOf(filing));
      return ok({ filing: { ...filing, justifications: [...kept, added] }, pending });
    },
  });
}

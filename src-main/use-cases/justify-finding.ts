/** A warning is explained in writing; the explanation replaces an older one of the same rule and cells. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { excuses, justify } from '#core/filing/justification.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { validate } from '#core/rules/validate.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { actorOf, changeFiling, type Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';

export type FindingJustification = {
  readonly id: string;
  readonly rule: string;
  readonly cells: readonly CellKey[];
  readonly text: string;
};

/** Only a warning that stands now can be explained; filing/not-found otherwise, as the screen showed an older state. */
export function justifyFinding(desk: Desk, { id, rule, cells, text }: FindingJustification): Outcome<SaveState> {
  return changeFiling(desk, {
    id,
    action: 'filing/justify',
    detail: { rule, text },
    work: ({ filing, pending }, { form, book }) => {
      const finding = validate(form, book, subjectOf(filing, findPriorYear(desk, filing))).find(
        (each) => each.code === rule && each.severity === 'warning' && each.cells.join() === cells.join(),
      );
      if (finding === undefined) return fail(problem('filing/not-found', { id: rule }));
      const kept = filing.justifications.filter((each) => !excuses(each, finding, filing.cells));
      const added = justify(finding, filing.cells, text, actorOf(filing));
      return ok({ filing: { ...filing, justifications: [...kept, added] }, pending });
    },
  });
}

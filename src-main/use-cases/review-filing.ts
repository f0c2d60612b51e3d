/** A named person approves a report, which locks it; unlocking needs a reason. Both stand in the journal. */
import { dirname } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { blockingFindings } from '#core/filing/justification.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import type { Filing } from '#core/filing/filing.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { validate } from '#core/validation/validate.ts';
import { approveAction, unlockAction } from '#core/workflow/review.ts';
import { attachedFiles } from '../attachments/attached-files.ts';
import { openAttachmentFiles } from '../attachments/attachment-files.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { actorOf, changeFiling, keepingPending, reviewOf, type Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';

export type Approval = {
  readonly id: string;
  readonly reviewer: string;
  readonly signatory: string;
  /** The unit has one person for it all: who reviews may be who prepared. */
  readonly isOnePerson: boolean;
};

/** review/not-ready { count } while findings stand or text is no number; review/same-person { name }; attachment/not-intact { names }. */
export async function approveFiling(desk: Desk, order: Approval): Promise<Outcome<null>> {
  const { workspace } = desk;
  const { id, isOnePerson } = order;
  const [reviewer, signatory] = [order.reviewer.trim(), order.signatory.trim()];
  const stored = workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing, pending } = stored.value;
  const edition = editionById(desk.editions, filing.edition.id);
  if (!edition.ok) return edition;
  // Found now, while the report is open, and not when it is to be sent.
  const attached = attachedFiles(openAttachmentFiles(nodeFileSystem, dirname(workspace.path)), filing.attachments);
  if (!attached.ok) return attached;
  const findings = validate(edition.value.form, edition.value.book, subjectOf(filing, findPriorYear(desk, filing)));
  const count = blockingFindings(findings, filing.justifications, filing.cells).length + Object.keys(pending).length;
  if (count > 0) return fail(problem('review/not-ready', { count }));
  if (!isOnePerson && reviewer === filing.people.preparer) return fail(problem('review/same-person', { name: reviewer }));
  if (filing.people.reviewer !== reviewer || filing.people.signatory !== signatory) {
    const people = { ...filing.people, reviewer, signatory };
    const named = await changeFiling(desk, {
      id,
      action: 'filing/name-people',
      work: (before) => keepingPending(before, { ...before.filing, people }),
    });
    if (!named.ok) return named;
  }
  const detail = { reviewer, signatory, ...(isOnePerson ? { isOnePerson } : {}) };
  return note(desk, id, { actor: reviewer, action: approveAction, detail });
}

/** Opens an approved report again; the reason stands in the journal. */
export async function unlockFiling(desk: Desk, id: string, reason: string): Promise<Outcome<null>> {
  const stored = desk.workspace.readFiling(id);
  if (!stored.ok) return stored;
  if (reviewOf(desk, id).state === 'open') return ok(null);
  return note(desk, id, { actor: actorOf(stored.value.filing), action: unlockAction, detail: { reason: reason.trim() } });
}

/** The report as it last went out, null when it never did. */
export function exportedFiling(desk: Desk, id: string): Outcome<Filing | null> {
  return desk.workspace.lastExported(id);
}

async function note(
  { workspace }: Desk,
  id: string,
  entry: { readonly actor: string; readonly action: string; readonly detail: Readonly<Record<string, string | boolean>> },
): Promise<Outcome<null>> {
  const stored = workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing, pending } = stored.value;
  const saved = await workspace.updateFiling(id, { filing, pending }, entry);
  return saved.ok ? ok(null) : saved;
}

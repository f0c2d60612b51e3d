/** One edit of a stored filing: read, change, journal, save. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { changedCells } from '#core/form/edit-cells.ts';
import { beginAmendment, type WorkingFiling } from '#core/filing/edit-filing.ts';
import { editionById, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { SaveState } from '#core/ipc/views.ts';
import type { Json } from '../store/journal.ts';
import type { StoredFiling, Workspace } from '../store/workspace.ts';

export type Desk = { readonly editions: readonly LoadedEdition[]; readonly workspace: Workspace };

export type Change = {
  readonly id: string;
  /** The word of the journal, such as `filing/enter-cells`. */
  readonly action: string;
  /** What the journal keeps besides the cells that changed. */
  readonly detail?: Readonly<Record<string, Json>>;
  readonly work: (stored: StoredFiling, edition: LoadedEdition) => Outcome<WorkingFiling>;
};

/**
 * Applies `work` to a stored filing and saves it. The first edit after an export begins the next revision; a draft is
 * always pinned to the installed rules, which are the ones it is checked with.
 */
export function changeFiling({ editions, workspace }: Desk, change: Change): Outcome<SaveState> {
  const stored = workspace.readFiling(change.id);
  if (!stored.ok) return stored;
  const { filing: before, submissions } = stored.value;
  const edition = editionById(editions, before.edition.id);
  if (!edition.ok) return edition;
  const { form, digest } = edition.value;
  const worked = change.work(stored.value, edition.value);
  if (!worked.ok) return worked;
  const exported = submissions.at(-1);
  const current = { ...worked.value.filing, edition: { id: edition.value.id, digest } };
  const filing = exported === undefined ? current : beginAmendment(current, exported.bundleDigest);
  const cells = changedCells(form, before.cells, filing.cells).map((each) => ({ ...each }));
  const detail: Json = { ...change.detail, ...(cells.length > 0 ? { cells } : {}) };
  return workspace.updateFiling(
    change.id,
    { filing, pending: worked.value.pending },
    { actor: actorOf(before), action: change.action, detail },
  );
}

/** Who is named in the journal: the preparer as entered, or the role when nobody is named yet. */
export function actorOf(filing: StoredFiling['filing']): string {
  return filing.people.preparer ?? '填报人';
}

/** Leaves the filing's values as they are. */
export function keepingPending(stored: StoredFiling, filing: StoredFiling['filing']): Outcome<WorkingFiling> {
  return ok({ filing, pending: stored.pending });
}

/** One edit of a stored filing: read, change, journal, save. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import { beginAmendment, type WorkingFiling } from '#core/filing/edit-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Upcoming } from '#core/history/burst.ts';
import { changesBetween } from '#core/history/compare-filings.ts';
import type { NewestFirst } from '#core/history/steps.ts';
import { editionById, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { reviewStateOf, type ReviewState } from '#core/workflow/review.ts';
import type { SaveState } from '#core/ipc/views.ts';
import type { Json } from '../store/journal.ts';
import type { StoredFiling, Workspace } from '../store/workspace.ts';

export type Desk = { readonly editions: readonly LoadedEdition[]; readonly workspace: Workspace };

export type Change = {
  readonly id: string;
  /** The word of the journal, such as `filing/enter-cells`. */
  readonly action: string;
  /** What the journal keeps besides the changes. */
  readonly detail?: Readonly<Record<string, Json>>;
  /** For edits of which several may be one step of undo: the cell or section, and which step the edit goes on with. */
  readonly burst?: { readonly place: string; readonly stepOf: (entries: NewestFirst, upcoming: Upcoming) => number | null };
  readonly work: (stored: StoredFiling, edition: LoadedEdition) => Outcome<WorkingFiling>;
};

/**
 * Applies `work` to a stored filing at once, and resolves when it has been saved, or not. The first edit after an
 * export begins the next revision, and one that leads back to what was exported ends it; a draft is always pinned to
 * the installed rules, which are the ones it is checked with. The journal keeps what changed, so that it can be undone.
 * filing/approved while it is locked.
 */
export async function changeFiling({ editions, workspace }: Desk, change: Change): Promise<Outcome<SaveState>> {
  const stored = workspace.readFiling(change.id);
  if (!stored.ok) return stored;
  const { filing: before, submissions } = stored.value;
  const review = reviewOf({ workspace }, change.id);
  if (review.state === 'approved') return fail(problem('filing/approved', { reviewer: review.reviewer }));
  const edition = editionById(editions, before.edition.id);
  if (!edition.ok) return edition;
  const { id, digest } = edition.value;
  const worked = change.work(stored.value, edition.value);
  if (!worked.ok) return worked;
  const exported = submissions.at(-1);
  const current = { ...worked.value.filing, edition: { id, digest } };
  const filing = exported === undefined ? current : amend(workspace, change.id, current, exported.bundleDigest);
  // As it will be read again: what the journal says has to be what stands there then.
  const written = decodeFiling(filing, editions, workspace.path);
  if (!written.ok) return written;
  const after = { filing: written.value, pending: worked.value.pending };
  const actor = actorOf(before);
  const joins = stepToJoin(workspace, change, actor);
  const detail: Json = { ...change.detail, ...(joins === null ? {} : { joins }), changes: changesBetween(stored.value, after) };
  return workspace.updateFiling(change.id, after, { actor, action: change.action, detail });
}

/** The filing as the next revision of what was exported, or as it was exported where nothing else differs. */
function amend(workspace: Workspace, id: string, filing: Filing, exportedDigest: string): Filing {
  const exported = workspace.lastExported(id);
  const isBack = exported.ok && exported.value !== null && isSameButRevision(filing, exported.value);
  return isBack ? exported.value : beginAmendment(filing, exportedDigest);
}

function isSameButRevision(filing: Filing, exported: Filing): boolean {
  return canonicalJson({ ...filing, revision: exported.revision }) === canonicalJson(exported);
}

function stepToJoin(workspace: Workspace, { id, action, burst }: Change, actor: string): number | null {
  if (burst === undefined) return null;
  const at = workspace.now().toISOString();
  return burst.stepOf(workspace.journalBack(id), { actor, action, at, place: burst.place });
}

/** Where the report stands with its reviewer. */
export function reviewOf({ workspace }: Pick<Desk, 'workspace'>, id: string): ReviewState {
  return reviewStateOf(workspace.journalBack(id));
}

/** Who is named in the journal: the preparer as entered, or the role when nobody is named yet. */
export function actorOf(filing: StoredFiling['filing']): string {
  return filing.people.preparer ?? '填报人';
}

/** Leaves the filing's values as they are. */
export function keepingPending(stored: StoredFiling, filing: StoredFiling['filing']): Outcome<WorkingFiling> {
  return ok({ filing, pending: stored.pending });
}

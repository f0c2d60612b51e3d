/** Exports a report from the workspace: sealed, written, read back from the medium, and recorded. */
import { dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { beginAmendment, stateChanges } from '#core/filing/edit-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { outgoingEntry } from '#core/history/outgoing.ts';
import { editionById, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { Submission } from '#core/ipc/views.ts';
import type { StoredFiling } from '../store/workspace.ts';
import { actorOf, reviewOf, type Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';
import { attachedFiles } from '../attachments/attached-files.ts';
import { openAttachmentFiles } from '../attachments/attachment-files.ts';
import { nodeFileSystem, type FileSystem } from '../files/file-system.ts';
import { sealFiling } from '../bundles/seal-filing.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';

export type ExportOrder = {
  readonly id: string;
  readonly p12: Uint8Array;
  readonly passphrase: string;
  /** Why the report is amended, when it was exported before. */
  readonly reason: string | null;
  readonly now: Date;
  /** Asks where to write; null when the user thinks better of it. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Where the attachments are and the bundle goes; the computer's own when it is not given. */
  readonly fs?: FileSystem;
};

/**
 * Nothing is recorded, and nothing left behind, unless the file on the medium is the bundle that was sealed.
 * bundle/not-approved while nobody has approved the report as it stands.
 */
export async function exportBundle(desk: Desk, order: ExportOrder): Promise<Outcome<Submission>> {
  const { workspace } = desk;
  const { fs = nodeFileSystem } = order;
  const stored = workspace.readFiling(order.id);
  if (!stored.ok) return stored;
  const edition = editionById(desk.editions, stored.value.filing.edition.id);
  if (!edition.ok) return edition;
  const pendingCount = Object.keys(stored.value.pending).length;
  if (pendingCount > 0) return fail(problem('bundle/pending-text', { count: pendingCount }));
  if (reviewOf(desk, order.id).state === 'open') {
    const { unit, reportYear } = stored.value.filing;
    return fail(problem('bundle/not-approved', { unit: unit.name, year: reportYear }));
  }
  const exported = workspace.lastExported(order.id);
  if (!exported.ok) return exported;
  const filing = revise(stored.value, edition.value, order.reason, exported.value);
  if (!filing.ok) return filing;
  const attachments = attachedFiles(openAttachmentFiles(fs, dirname(workspace.path)), filing.value.attachments);
  if (!attachments.ok) return attachments;
  const sealed = await sealFiling({
    filing: filing.value,
    edition: edition.value,
    prior: findPriorYear(desk, filing.value),
    journal: workspace.journalOf(order.id).map(outgoingEntry),
    attachments: attachments.value,
    p12: order.p12,
    passphrase: order.passphrase,
    now: order.now,
  });
  if (!sealed.ok) return sealed;
  const folder = await order.chooseFolder();
  if (folder === null) return fail(problem('bundle/cancelled'));
  const { bytes, bundleDigest, fileName } = sealed.value;
  const path = join(folder, fileName);
  const written = writeAndReadBack(path, bytes, fs);
  if (!written.ok) return written.problem.code === 'file/exists' ? fail(problem('bundle/exists', { path })) : written;
  const submission = { revision: filing.value.revision.number, bundleDigest, fileName, folder, exportedAt: order.now.toISOString() };
  return workspace.recordSubmission(order.id, submission, filing.value, {
    actor: actorOf(filing.value),
    action: 'bundle/export',
    detail: { revision: submission.revision, bundleDigest, fileName },
  });
}

function revise(stored: StoredFiling, edition: LoadedEdition, reason: string | null, exported: Filing | null): Outcome<Filing> {
  const filing = { ...stored.filing, edition: { id: edition.id, digest: edition.digest } };
  const last = stored.submissions.at(-1);
  if (last === undefined || exported === null) return ok(filing);
  if (reason === null || reason.trim() === '') return fail(problem('bundle/reason-required'));
  return ok(stateChanges(edition.form, beginAmendment(filing, last.bundleDigest), exported, reason.trim()));
}

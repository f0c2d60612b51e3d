/** What a backup holds, for people, and what restoring it would change: both read-only. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { attachmentDigest, receivedDigest } from '#core/workspace/backup-manifest.ts';
import type { AbsentAttachment, InspectedBackup } from '#core/workspace/inspected-backup.ts';
import {
  compareFilings,
  compareReception,
  withoutContent,
  type RestoreChanges,
  type StoredState,
} from '#core/workspace/restore-changes.ts';
import { sealImage } from '../image-seal.ts';
import type { Reader } from '../sql-engine.ts';
import { examineBackup, type BackupTools, type ExaminedBackup } from './examine-backup.ts';
import { differingFilings, type DifferingFiling } from './differing-filings.ts';
import { withImage } from './open-image.ts';
import { storedReception, storedStates } from './stored-states.ts';
import { referencedAttachments } from '../referenced-attachments.ts';
import { referencedReceived } from '../referenced-received.ts';

/** Opens the backup at `path`. For problems see `examineBackup` and `withImage`. */
export function inspectBackup(tools: BackupTools, path: string): Outcome<InspectedBackup> {
  const examined = examineBackup(tools, path, null);
  if (!examined.ok) return examined;
  return withImage(tools, examined.value.image, path, (database) =>
    ok(viewOf(examined.value, storedStates(database), namedIn(database, examined.value))),
  );
}

export type PreviewOrder = {
  /** The backup. */
  readonly path: string;
  /** The image of the workspace's database as it is now, without the seal. */
  readonly image: Uint8Array;
};

export type RestorePreview = {
  readonly backup: InspectedBackup;
  readonly changes: RestoreChanges;
  readonly differing: readonly DifferingFiling[];
};

export function previewRestore(tools: BackupTools, { path, image }: PreviewOrder): Outcome<RestorePreview> {
  const examined = examineBackup(tools, path, null);
  if (!examined.ok) return examined;
  return withImage(tools, sealImage(image), path, (here) =>
    withImage(tools, examined.value.image, path, (there) => {
      const states = storedStates(there);
      const reception = compareReception(storedReception(here), storedReception(there));
      const changes = { ...compareFilings(storedStates(here), states), reception };
      const differing = differingFilings(here, there, changes.different);
      return ok({ backup: viewOf(examined.value, states, namedIn(there, examined.value)), changes, differing });
    }),
  );
}

/** What reports call the attachments that are absent, and the names of absent received files. */
function namedIn(database: Reader, { manifest }: ExaminedBackup): readonly AbsentAttachment[] {
  if (manifest.absent.length === 0) return [];
  const referenced = new Map([...referencedReceived(database), ...referencedAttachments(database)]);
  return manifest.absent.flatMap((digest) => referenced.get(digest) ?? []);
}

function viewOf(
  { manifest, sha256, size, journal }: ExaminedBackup,
  states: readonly StoredState[],
  absentAttachments: readonly AbsentAttachment[],
): InspectedBackup {
  const { madeAt, reason, appVersion, schemaVersion, entries, absent } = manifest;
  const attachments = entries.filter(({ name }) => attachmentDigest(name) !== null).length;
  const received = entries.filter(({ name }) => receivedDigest(name) !== null).length;
  const filings = states.map(withoutContent);
  return {
    sha256,
    size,
    madeAt,
    reason,
    appVersion,
    schemaVersion,
    filings,
    attachments,
    received,
    absent: absent.length,
    absentAttachments,
    journal,
  };
}

/** Earlier states of the workspace, generations and backups alike: what can be opened when the file itself cannot. */
import { basename, join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { listBackups, type BackupFile } from './backups/backup-folder.ts';
import { examineBackup } from './backups/examine-backup.ts';
import { keepAttachments } from './backups/unpack-backup.ts';
import { listGenerations, readGeneration, type Generation } from './generations.ts';
import type { WorkspacePlace } from './open-database.ts';

export type Copy = {
  readonly kind: 'generation' | 'backup';
  readonly path: string;
  readonly name: string;
  /** Generations and backups are numbered together: the highest is the newest. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly savedAt: string;
  /** The bytes of the workspace file, if they are still those that were kept. */
  readonly read: () => Outcome<Uint8Array>;
  /** Puts the attachments of this state in place, those that it holds; the others are where they are. */
  readonly keepAttachments: () => Outcome<null>;
};

/** All copies, newest first; whether one is any good shows when it is read. */
export function listCopies(place: WorkspacePlace): Outcome<readonly Copy[]> {
  const generations = listGenerations({ fs: place.fs, folder: place.generations });
  if (!generations.ok) return generations;
  const backups = listBackups({ fs: place.fs, folder: place.backups });
  if (!backups.ok) return backups;
  const copies = [
    ...generations.value.map((each) => copyOfGeneration(place, each)),
    ...backups.value.map((each) => copyOfBackup(place, each)),
  ];
  return ok(copies.sort((left, right) => right.sequence - left.sequence));
}

/** A backup of the user's, wherever it lies, once it has been read whole; for problems see `examineBackup`. */
export function chosenCopy(place: WorkspacePlace, path: string): Outcome<Copy> {
  const examined = examineBackup(place, path, null);
  if (!examined.ok) return examined;
  const { image, manifest } = examined.value;
  return ok({
    kind: 'backup',
    path,
    name: basename(path),
    sequence: 0,
    savedAt: manifest.madeAt,
    read: () => ok(image),
    keepAttachments: () => keepAttachments(place, path, place.folder),
  });
}

function copyOfGeneration({ fs, generations }: WorkspacePlace, generation: Generation): Copy {
  const { name, sequence, savedAt } = generation;
  return {
    kind: 'generation',
    path: join(generations, name),
    name,
    sequence,
    savedAt,
    read: () => readGeneration({ fs, folder: generations }, generation),
    keepAttachments: () => ok(null),
  };
}

function copyOfBackup(place: WorkspacePlace, { name, sequence, madeAt, sha256 }: BackupFile): Copy {
  const path = join(place.backups, name);
  return {
    kind: 'backup',
    path,
    name,
    sequence,
    savedAt: madeAt,
    read: () => {
      const examined = examineBackup(place, path, sha256);
      return examined.ok ? ok(examined.value.image) : examined;
    },
    keepAttachments: () => keepAttachments(place, path, place.folder),
  };
}

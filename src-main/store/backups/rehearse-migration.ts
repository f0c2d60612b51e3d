/** Tries the migration of a newer version on a copy in memory, before that version is installed. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { sealImage } from '../image-seal.ts';
import { versionOf } from '../migrate.ts';
import type { Migration } from '../migrations/all.ts';
import type { BackupTools } from './examine-backup.ts';
import { withImage } from './open-image.ts';

export type RehearsalOrder = {
  /** The image of the workspace's database as it is now, without the seal. */
  readonly image: Uint8Array;
  /** All steps of the newer version; those that this app has are taken from the app. */
  readonly steps: readonly Migration[];
  /** The workspace file, as problems call it. */
  readonly path: string;
};

/** The versions of the workspace before and after. */
export type Rehearsal = { readonly from: number; readonly to: number };

/** Integrity, references and every step, as at the first start of the new version. backup/damaged, workspace/migration-failed. */
export function rehearseMigration(tools: BackupTools, { image, steps, path }: RehearsalOrder): Outcome<Rehearsal> {
  const known = tools.steps.length;
  const all = [...tools.steps, ...steps.filter(({ version }) => version > known)];
  return withImage({ ...tools, steps: all }, sealImage(image), path, (database) => ok({ from: known, to: versionOf(database) }));
}

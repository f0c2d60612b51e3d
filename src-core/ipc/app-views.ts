/** What the screens are shown about the app itself. */
import type { Problem } from '../lib/problem.ts';
import type { PackageLicence } from '../workspace/package-licence.ts';

export type AboutView = {
  /** Of the app and of what it runs on, by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly packages: readonly PackageLicence[];
};

/** Where the further copies of backups go, when the newest was made (ISO 8601), and why the last one was not. */
export type BackupPlaceView = { readonly folder: string | null; readonly newest: string | null; readonly problem: Problem | null };

/** Whether the journal's chain holds, and where not. */
export type JournalCheckView = { readonly kind: 'intact' } | { readonly kind: 'broken'; readonly seq: number };

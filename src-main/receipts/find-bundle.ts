/** The bytes of a bundle that the screens name: one that was received and is kept, or one that was verified. */
import { dirname } from 'node:path';
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { BundleSource } from '#core/ipc/receipt-views.ts';
import { openReceivedFiles } from '../attachments/received-files.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { textIn } from '../store/row.ts';
import type { Workspace } from '../store/workspace.ts';

/** Files that were verified since the start, by the digest of the bundle: their paths never reach the screens. */
export type VerifiedPaths = {
  readonly keep: (bundleDigest: string, path: string) => void;
  readonly pathOf: (bundleDigest: string) => string | null;
  /** What is on the screen now, to be verified again. */
  readonly show: (paths: readonly string[]) => void;
  readonly shown: () => readonly string[];
};

export function verifiedPaths(): VerifiedPaths {
  const paths = new Map<string, string>();
  let shown: readonly string[] = [];
  return {
    keep: (bundleDigest, path) => void paths.set(bundleDigest, path),
    pathOf: (bundleDigest) => paths.get(bundleDigest) ?? null,
    show: (now) => {
      shown = now;
    },
    shown: () => shown,
  };
}

export type BundlePlaces = { readonly workspace: Pick<Workspace, 'path' | 'tables'>; readonly verified: VerifiedPaths };

/** receipt/no-bundle for what was never here; received/… and file/… for what is gone since. */
export function readBundleBytes({ workspace, verified }: BundlePlaces, source: BundleSource): Outcome<Uint8Array> {
  if (source.kind === 'received') return openReceivedFiles(nodeFileSystem, dirname(workspace.path)).read(source.digest);
  const path = verified.pathOf(source.bundleDigest);
  return path === null ? fail(problem('receipt/no-bundle')) : readBytes(nodeFileSystem, path, bundleLimitBytes);
}

/** Everything here that may be a certain revision of a unit's report, for whoever knows its digest to look through. */
export function candidatesFor(
  places: BundlePlaces,
  { unitCode, reportYear, revision, bundleDigest }: { unitCode: string; reportYear: number; revision: number; bundleDigest: string },
): readonly Uint8Array[] {
  const { rows } = places.workspace.tables;
  const sql = 'SELECT digest FROM received_file WHERE unit_code = ? AND report_year = ? AND revision = ? ORDER BY seq DESC';
  const received = rows(sql, [unitCode, reportYear, revision]).map((row): BundleSource => ({
    kind: 'received',
    digest: textIn(row, 'digest'),
  }));
  const verified: BundleSource = { kind: 'verified', bundleDigest };
  return [...received, verified].flatMap((source) => {
    const bytes = readBundleBytes(places, source);
    return bytes.ok ? [bytes.value] : [];
  });
}

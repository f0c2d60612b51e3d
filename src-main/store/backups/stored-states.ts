/** What a database of the newest version holds, filing by filing, so that two of them can be compared. */
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { StoredState } from '#core/workspace/restore-changes.ts';
import { sha256Hex } from '../../signing/digest.ts';
import { findFiling, listFilings } from '../filings.ts';
import { pendingOf } from '../pending-texts.ts';
import type { Reader } from '../sql-engine.ts';
import { submissionsOf } from '../submissions.ts';

export function storedStates(reader: Reader): readonly StoredState[] {
  return listFilings(reader).map(({ id, unit, reportYear, updatedAt }) => ({
    unitCode: unit.code,
    unitName: unit.name,
    reportYear,
    changedAt: updatedAt,
    content: contentOf(reader, id),
  }));
}

/** A digest over the document (itself kept under its digest), what was typed beside it, and what went out. */
function contentOf(reader: Reader, id: string): string {
  const row = findFiling(reader, id);
  if (row === null) throw new Error(`a filing is listed and not found: ${id}`);
  const submissions = submissionsOf(reader, id).map(({ bundleDigest }) => bundleDigest);
  return sha256Hex(canonicalJson({ document: row.document, status: row.status, pending: pendingOf(reader, id), submissions }));
}

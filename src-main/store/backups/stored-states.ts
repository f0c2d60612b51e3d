/** What a database of the newest version holds, filing by filing, so that two of them can be compared. */
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { StoredReception, StoredState } from '#core/workspace/restore-changes.ts';
import { sha256Hex } from '../../signing/digest.ts';
import { findFiling, listFilings } from '../filings.ts';
import { pendingOf } from '../pending-texts.ts';
import { textIn } from '../row.ts';
import { rosterOf, rosterYears } from '../rosters.ts';
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

export function storedReception(reader: Reader): StoredReception {
  const files = reader.rows('SELECT digest, standing, received_at FROM received_file ORDER BY digest');
  return {
    files: files.map((row) => [textIn(row, 'digest'), textIn(row, 'standing'), textIn(row, 'received_at')].join(' ')),
    rosters: sha256Hex(canonicalJson(rosterYears(reader).map((year) => [year, rosterOf(reader, year).units]))),
  };
}

/** A digest over the document (itself kept under its digest), what was typed beside it, and what went out. */
function contentOf(reader: Reader, id: string): string {
  const row = findFiling(reader, id);
  if (row === null) throw new Error(`a filing is listed and not found: ${id}`);
  const submissions = submissionsOf(reader, id).map(({ bundleDigest }) => bundleDigest);
  return sha256Hex(canonicalJson({ document: row.document, status: row.status, pending: pendingOf(reader, id), submissions }));
}

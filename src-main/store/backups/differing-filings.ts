/** The reports that a restore would change, as they stand here and in the backup: to tell the cells. */
import type { RestoreChanges } from '#core/workspace/restore-changes.ts';
import { readDocument } from '../documents.ts';
import { findFiling, findFilingOf } from '../filings.ts';
import { pendingOf, type PendingTexts } from '../pending-texts.ts';
import type { Reader } from '../sql-engine.ts';

/** `document` is the canonical JSON of the filing. */
export type StoredText = { readonly document: string; readonly pending: PendingTexts };

export type DifferingFiling = {
  readonly unitCode: string;
  readonly reportYear: number;
  readonly here: StoredText;
  readonly there: StoredText;
};

/** Nobody reads the changes of more reports before a restore; the others are named. */
const mostFilings = 20;

/** Those that can be read on both sides; a damaged one is only named. */
export function differingFilings(here: Reader, there: Reader, different: RestoreChanges['different']): readonly DifferingFiling[] {
  return different.slice(0, mostFilings).flatMap(({ unitCode, reportYear }) => {
    const ours = textOf(here, unitCode, reportYear);
    const theirs = textOf(there, unitCode, reportYear);
    return ours === null || theirs === null ? [] : [{ unitCode, reportYear, here: ours, there: theirs }];
  });
}

function textOf(reader: Reader, unitCode: string, reportYear: number): StoredText | null {
  const id = findFilingOf(reader, unitCode, reportYear);
  const row = id === null ? null : findFiling(reader, id);
  const document = row === null ? null : readDocument(reader, row.document);
  return id === null || document === null ? null : { document, pending: pendingOf(reader, id) };
}

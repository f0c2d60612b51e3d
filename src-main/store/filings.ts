/** Filings in the database: the document is the truth, the columns here are what lists and searches need of it. */
import { unitLevels } from '#core/form/unit-level.ts';
import type { Filing } from '#core/filing/filing.ts';
import { filingStatuses, type FilingStatus, type FilingSummary } from '#core/ipc/views.ts';
import { approveAction, unlockAction } from '#core/workflow/review.ts';
import { integerIn, textIn, textOrNullIn, wordIn } from './row.ts';
import type { Reader, Row, Writer } from './sql-engine.ts';

/** `document` is the digest of the document. */
export type FilingRow = { readonly document: string; readonly status: FilingStatus; readonly updatedAt: string };

/** `document` is the digest of the canonical JSON of `filing`. */
export type FilingChange = { readonly filing: Filing; readonly document: string; readonly status: FilingStatus; readonly at: string };

const summaryColumns = 'id, unit_code, unit_name, credit_code, unit_level, report_year, edition_id, status, updated_at';

/** The newest report year first, then by the code of the unit. */
export function listFilings(reader: Reader): readonly FilingSummary[] {
  // As `reviewStateOf`, by the index of the journal: reports are many, and what decides is among the last entries of each.
  const decides = `SELECT action FROM journal WHERE filing_id = filing.id AND (action IN (?, ?) OR action LIKE 'filing/%')
    ORDER BY seq DESC LIMIT 1`;
  const sql = `SELECT ${summaryColumns}, COALESCE((${decides}) = ?, 0) AS is_approved FROM filing ORDER BY report_year DESC, unit_code, id`;
  return reader.rows(sql, [approveAction, unlockAction, approveAction]).map(toSummary);
}

export function findFiling(reader: Reader, id: string): FilingRow | null {
  const [row] = reader.rows('SELECT document, status, updated_at FROM filing WHERE id = ?', [id]);
  if (row === undefined) return null;
  return { document: textIn(row, 'document'), status: wordIn(row, 'status', filingStatuses), updatedAt: textIn(row, 'updated_at') };
}

/** The id of the unit's filing for the year; there is at most one. */
export function findFilingOf(reader: Reader, unitCode: string, reportYear: number): string | null {
  const [row] = reader.rows('SELECT id FROM filing WHERE unit_code = ? AND report_year = ?', [unitCode, reportYear]);
  return row === undefined ? null : textIn(row, 'id');
}

export function insertFiling(writer: Writer, id: string, change: FilingChange): void {
  writer.run(`INSERT INTO filing (${summaryColumns}, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    id,
    ...summaryValues(change),
    change.document,
  ]);
}

export function replaceFiling(writer: Writer, id: string, change: FilingChange): void {
  writer.run(
    `UPDATE filing SET unit_code = ?, unit_name = ?, credit_code = ?, unit_level = ?, report_year = ?, edition_id = ?,
       status = ?, updated_at = ?, document = ? WHERE id = ?`,
    [...summaryValues(change), change.document, id],
  );
}

function summaryValues({ filing, status, at }: FilingChange) {
  const { code, name, creditCode, level } = filing.unit;
  return [code, name, creditCode, level, filing.reportYear, filing.edition.id, status, at];
}

function toSummary(row: Row): FilingSummary {
  return {
    id: textIn(row, 'id'),
    unit: {
      code: textIn(row, 'unit_code'),
      name: textIn(row, 'unit_name'),
      creditCode: textOrNullIn(row, 'credit_code'),
      level: wordIn(row, 'unit_level', unitLevels),
    },
    reportYear: integerIn(row, 'report_year'),
    editionId: textIn(row, 'edition_id'),
    status: wordIn(row, 'status', filingStatuses),
    isApproved: integerIn(row, 'is_approved') === 1,
    updatedAt: textIn(row, 'updated_at'),
  };
}

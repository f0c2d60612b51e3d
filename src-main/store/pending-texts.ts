/** What was typed into cells and is no value of them, kept beside the filing until somebody corrects it. */
import { isCellKey, type CellKey } from '#core/form/cell-key.ts';
import { textIn } from './row.ts';
import type { Reader, Writer } from './sql-engine.ts';

export type PendingTexts = Readonly<Record<CellKey, string>>;

export function pendingOf(reader: Reader, filingId: string): PendingTexts {
  const pending: Record<CellKey, string> = {};
  for (const row of reader.rows('SELECT cell, text FROM pending_text WHERE filing_id = ? ORDER BY cell', [filingId])) {
    const cell = textIn(row, 'cell');
    if (!isCellKey(cell)) throw new Error(`a text is pending for no cell: ${cell}`);
    pending[cell] = textIn(row, 'text');
  }
  return pending;
}

export function replacePending(writer: Writer, filingId: string, pending: PendingTexts): void {
  writer.run('DELETE FROM pending_text WHERE filing_id = ?', [filingId]);
  for (const [cell, text] of Object.entries(pending)) {
    writer.run('INSERT INTO pending_text (filing_id, cell, text) VALUES (?, ?, ?)', [filingId, cell, text]);
  }
}

/** Receipts both ways: those that this office gave for bundles it received, and those that it got for its own. */
import { decodeReceipt, encodeReceipt, type Receipt } from '#core/bundle/receipt.ts';
import { bytesIn, textIn } from './row.ts';
import type { Reader, Row, Writer } from './sql-engine.ts';

/** How this office answered a bundle. */
export type GivenAnswer = {
  readonly receipt: Receipt;
  /** SHA-256 of the receipt's own manifest. */
  readonly receiptDigest: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly answeredAt: string;
};

const answerColumns = 'receipt, receipt_digest, file_name, content, answered_at';

/** The answers to one bundle, oldest first: the last one counts. */
export function answersTo(reader: Reader, bundleDigest: string): readonly GivenAnswer[] {
  return reader.rows(`SELECT ${answerColumns} FROM answer WHERE bundle_digest = ? ORDER BY seq`, [bundleDigest]).map(toAnswer);
}

/** The verdict that counts, by the bundle's digest. */
export function verdictsGiven(reader: Reader): ReadonlyMap<string, string> {
  const rows = reader.rows('SELECT bundle_digest, verdict FROM answer ORDER BY seq');
  return new Map(rows.map((row) => [textIn(row, 'bundle_digest'), textIn(row, 'verdict')]));
}

export function insertAnswer(writer: Writer, { receipt, receiptDigest, fileName, content, answeredAt }: GivenAnswer): void {
  writer.run(
    `INSERT INTO answer (bundle_digest, unit_code, report_year, revision, verdict, receipt, receipt_digest, file_name, content, answered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      receipt.bundleDigest,
      receipt.unit.code,
      receipt.reportYear,
      receipt.revision,
      receipt.verdict,
      encodeReceipt(receipt),
      receiptDigest,
      fileName,
      content,
      answeredAt,
    ],
  );
}

function toAnswer(row: Row): GivenAnswer {
  const receipt = decodeReceipt(textIn(row, 'receipt'));
  if (!receipt.ok) throw new Error('a receipt of the workspace cannot be read');
  return {
    receipt: receipt.value,
    receiptDigest: textIn(row, 'receipt_digest'),
    fileName: textIn(row, 'file_name'),
    content: bytesIn(row, 'content'),
    answeredAt: textIn(row, 'answered_at'),
  };
}

/** A receipt that this office got. Whether it is to be believed is asked anew each time it is shown. */
export type TakenReceipt = {
  readonly receiptDigest: string;
  readonly bundleDigest: string;
  readonly filingId: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly takenAt: string;
};

/** Oldest first. */
export function receiptsOf(reader: Reader, filingId: string): readonly TakenReceipt[] {
  const columns = 'receipt_digest, bundle_digest, filing_id, file_name, content, taken_at';
  return reader.rows(`SELECT ${columns} FROM receipt WHERE filing_id = ? ORDER BY seq`, [filingId]).map((row) => ({
    receiptDigest: textIn(row, 'receipt_digest'),
    bundleDigest: textIn(row, 'bundle_digest'),
    filingId: textIn(row, 'filing_id'),
    fileName: textIn(row, 'file_name'),
    content: bytesIn(row, 'content'),
    takenAt: textIn(row, 'taken_at'),
  }));
}

export function hasReceipt(reader: Reader, receiptDigest: string): boolean {
  return reader.rows('SELECT 1 FROM receipt WHERE receipt_digest = ?', [receiptDigest]).length > 0;
}

export function insertReceipt(writer: Writer, { receiptDigest, bundleDigest, filingId, fileName, content, takenAt }: TakenReceipt): void {
  writer.run('INSERT INTO receipt (receipt_digest, bundle_digest, filing_id, file_name, content, taken_at) VALUES (?, ?, ?, ?, ?, ?)', [
    receiptDigest,
    bundleDigest,
    filingId,
    fileName,
    content,
    takenAt,
  ]);
}

/** Judges a receipt by what this office sent out and whom it trusts now. */
import { reason } from '#core/bundle/checked.ts';
import type { AnsweredBundle } from '#core/bundle/check-receipt.ts';
import { verdictOf } from '#core/bundle/verdict.ts';
import { verifyReceipt, type ReceiptReport } from '../bundles/verify-receipt.ts';
import type { TrustStore } from '../signing/trust-store.ts';
import { findFilingOf } from '../store/filings.ts';
import { integerIn, textIn } from '../store/row.ts';
import type { Reader } from '../store/sql-engine.ts';

export type Judging = {
  readonly tables: Reader;
  readonly trust: TrustStore;
  /** The fingerprints of all keys of this computer: an answer of its own unit is none. */
  readonly own: ReadonlySet<string>;
  readonly now: Date;
};

export type JudgedReceipt = {
  readonly report: ReceiptReport;
  /** The report and revision that it answers, where that went out from here. */
  readonly answers: { readonly filingId: string; readonly revision: number; readonly newest: number } | null;
};

/** What is wrong with the bytes is a reason, never an exception. */
export async function judgeReceipt(bytes: Uint8Array, { tables, trust, own, now }: Judging): Promise<JudgedReceipt> {
  const alone = await verifyReceipt({ bytes, bundle: null, ...trust, now });
  const { receipt, signer } = alone;
  if (receipt === null || signer === null) return { report: alone, answers: null };
  const sent = submissionOf(tables, receipt.bundleDigest);
  const filingId = sent?.filingId ?? findFilingOf(tables, receipt.unit.code, receipt.reportYear);
  const newest = filingId === null ? null : newestOf(tables, filingId);
  const bundle = sent ?? newest;
  if (bundle === null) {
    const { unit, reportYear: year, revision, bundleDigest } = receipt;
    const other = reason('receipt/other-bundle', { unit: unit.name, year, revision, digest: bundleDigest.slice(0, 12) });
    const reasons = [...alone.reasons, other];
    return { report: { ...alone, reasons, verdict: verdictOf(reasons) }, answers: null };
  }
  const sealedBy = own.has(signer.fingerprint) && signer.unitCode === bundle.unit.code ? signer.fingerprint : '';
  const report = await verifyReceipt({ bytes, bundle: { ...bundle, sealedBy }, ...trust, now });
  if (sent === null) return { report, answers: null };
  return { report, answers: { filingId: sent.filingId, revision: sent.revision, newest: newest?.revision ?? sent.revision } };
}

type Sent = Omit<AnsweredBundle, 'sealedBy'> & { readonly filingId: string };

const columns = `SELECT filing_id, bundle_digest, revision, unit_code, unit_name, report_year FROM submission
  JOIN filing ON filing.id = submission.filing_id`;

function submissionOf(tables: Reader, bundleDigest: string): Sent | null {
  return sentIn(tables, `${columns} WHERE bundle_digest = ?`, bundleDigest);
}

function newestOf(tables: Reader, filingId: string): Sent | null {
  return sentIn(tables, `${columns} WHERE filing_id = ? ORDER BY seq DESC LIMIT 1`, filingId);
}

function sentIn(tables: Reader, sql: string, value: string): Sent | null {
  const [row] = tables.rows(sql, [value]);
  if (row === undefined) return null;
  return {
    filingId: textIn(row, 'filing_id'),
    digest: textIn(row, 'bundle_digest'),
    unit: { code: textIn(row, 'unit_code'), name: textIn(row, 'unit_name') },
    reportYear: integerIn(row, 'report_year'),
    revision: integerIn(row, 'revision'),
  };
}

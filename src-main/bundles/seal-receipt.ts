/** Answers a bundle with a signed receipt. */
import { encodeReceipt, receiptFormat, type Receipt } from '#core/bundle/receipt.ts';
import { receiptName } from '#core/bundle/entry-names.ts';
import { isAboutTrust, type BundleReport } from '#core/bundle/verdict.ts';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { problemWithTime } from '../signing/check-key.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';
import { wholeSecond } from '../signing/time.ts';
import { writeSignedContainer } from './signed-container.ts';
import { verifyReceipt } from './verify-receipt.ts';

export type Answer = Pick<Receipt, 'verdict' | 'reason' | 'cells'> & {
  /** Who answers; the office itself where it is null. */
  readonly officer: string | null;
};

export type ReceiptOrder = {
  /** The bundle's report: its contents have to be intact, whatever else is wrong with it. */
  readonly report: BundleReport;
  /** The name of the bundle's file, for problems. */
  readonly file: string;
  readonly answer: Answer;
  readonly key: OpenedKey;
  readonly now: Date;
};

export type SealedReceipt = { readonly bytes: Uint8Array; readonly receipt: Receipt; readonly fileName: string };

/**
 * The receipt. A bundle that is not intact cannot be answered, because nobody knows what it says; one that is invalid for
 * another reason can be returned but not accepted. Problems: receipt/not-answerable, receipt/unknown-cell, key/….
 */
export async function sealReceipt({ report, file, answer, key, now }: ReceiptOrder): Promise<Outcome<SealedReceipt>> {
  const { filing, bundleDigest, signer } = report;
  const codes = report.reasons.map((each) => each.code).join(', ');
  if (filing === null || bundleDigest === null || signer === null) return fail(problem('receipt/not-answerable', { file, reason: codes }));
  const isAcceptable = report.reasons.every(isAboutTrust);
  if (answer.verdict === 'accepted' && !isAcceptable) return fail(problem('receipt/not-answerable', { file, reason: codes }));
  const unknown = answer.cells.find(({ cell }) => !(cell in filing.cells));
  if (unknown !== undefined) return fail(problem('receipt/unknown-cell', { cell: unknown.cell }));
  const at = wholeSecond(now);
  const { unitCode: code, unitName: name } = key.certificate;
  const wrong = problemWithTime(key.certificate, at);
  if (wrong !== null) return fail(wrong);
  const receipt: Receipt = {
    format: receiptFormat,
    bundleDigest,
    unit: { code: filing.unit.code, name: filing.unit.name },
    reportYear: filing.reportYear,
    revision: filing.revision.number,
    verdict: answer.verdict,
    time: at.toISOString(),
    reason: answer.reason,
    cells: answer.cells,
    office: { code, name },
    officer: answer.officer ?? name,
  };
  const content = new TextEncoder().encode(encodeReceipt(receipt));
  const bytes = writeSignedContainer([{ name: receiptName, mediaType: 'application/json', bytes: content }], key, at);
  const read = await verifyReceipt({ bytes, bundle: null, trusted: [key.certificate], pins: [], lists: [], now });
  if (read.verdict !== 'valid')
    throw new Error(`the receipt just sealed is not valid: ${read.reasons.map((each) => each.code).join(', ')}`);
  return ok({ bytes, receipt, fileName: receiptFileName(receipt) });
}

/** `单位-代码-年度-vN-回执-接收.asice` */
function receiptFileName({ unit, reportYear, revision, verdict }: Receipt): string {
  const answer = verdict === 'accepted' ? '接收' : '退回';
  return `${unitInFileName(unit.name)}-${unit.code}-${String(reportYear)}-v${String(revision)}-回执-${answer}.asice`;
}

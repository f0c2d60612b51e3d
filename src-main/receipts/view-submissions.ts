/** What went out of a report: each revision with its file as it is now, its contents, and how it was answered. */
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { filingName } from '#core/bundle/entry-names.ts';
import type { FileState } from '#core/bundle/trust-terms.ts';
import type { ReceiptView, SubmissionView } from '#core/ipc/receipt-views.ts';
import type { Submission } from '#core/ipc/views.ts';
import { openSignedContainer } from '../bundles/signed-container.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { signerOf } from '../signing/check-certificate.ts';
import { receiptsOf, type TakenReceipt } from '../store/answers.ts';
import type { Workspace } from '../store/workspace.ts';
import { judgeReceipt, type Judging } from './judge-receipt.ts';

/** Newest first. filing/not-found. */
export async function viewSubmissions(
  workspace: Pick<Workspace, 'tables' | 'readFiling'>,
  id: string,
  judging: Omit<Judging, 'tables'>,
): Promise<Outcome<readonly SubmissionView[]>> {
  const stored = workspace.readFiling(id);
  if (!stored.ok) return stored;
  const taken = receiptsOf(workspace.tables, id);
  const views: SubmissionView[] = [];
  for (const submission of stored.value.submissions) {
    const own = taken.filter((each) => each.bundleDigest === submission.bundleDigest);
    const receipts: ReceiptView[] = [];
    for (const each of own) receipts.push(...(await viewReceipt(each, { tables: workspace.tables, ...judging })));
    const believed = receipts.filter((each) => each.verdict === 'valid');
    const answer = believed.toSorted((one, other) => other.receipt.time.localeCompare(one.receipt.time))[0] ?? null;
    views.push({ submission, ...(await viewFile(submission)), receipts, answer });
  }
  return ok(views.toReversed());
}

async function viewReceipt({ receiptDigest, fileName, takenAt, content }: TakenReceipt, judging: Judging): Promise<readonly ReceiptView[]> {
  const { report } = await judgeReceipt(content, judging);
  const { receipt, signer, verdict, reasons } = report;
  // Only receipts whose contents hold are kept, and the workspace's seal covers them.
  if (receipt === null || signer === null) throw new Error('a receipt of the workspace cannot be read');
  return [{ receiptDigest, fileName, takenAt, receipt, verdict, reasons, signer }];
}

async function viewFile({ folder, fileName, bundleDigest }: Submission): Promise<Pick<SubmissionView, 'file' | 'signer' | 'contents'>> {
  const nothing = (file: FileState) => ({ file, signer: null, contents: [] });
  const bytes = readBytes(nodeFileSystem, join(folder, fileName), bundleLimitBytes);
  if (!bytes.ok) return nothing('gone');
  const { digest, reasons, signature, intact } = await openSignedContainer(bytes.value, filingName);
  if (digest !== bundleDigest || reasons.length > 0 || signature === null) return nothing('changed');
  const contents = [...intact].map(([name, content]) => ({ name, size: content.length }));
  return { file: 'there', signer: signerOf(signature), contents };
}

/** What the screens are shown of receipts, both ways, and how they name a bundle: paths never reach them. */
import * as v from 'valibot';
import type { Problem } from '../lib/problem.ts';
import type { Receipt, ReceiptVerdict } from '../bundle/receipt.ts';
import type { Differences } from '../bundle/revision-differences.ts';
import type { FileState } from '../bundle/trust-terms.ts';
import type { Reason, Signer, Verdict } from '../bundle/verdict.ts';
import { sha256 } from './backup-views.ts';
import type { SaveState, Submission } from './views.ts';

/** A bundle that units sent and that is kept here (by the digest of its file), or one that was verified since the start. */
export const bundleSource = v.variant('kind', [
  v.strictObject({ kind: v.literal('received'), digest: sha256 }),
  v.strictObject({ kind: v.literal('verified'), bundleDigest: sha256 }),
]);
export type BundleSource = v.InferOutput<typeof bundleSource>;

/** A bundle that is to be answered. */
export type AnswerTarget = {
  readonly source: BundleSource;
  readonly unit: { readonly code: string; readonly name: string };
  readonly reportYear: number;
  readonly revision: number;
};

/** `unregistered` cannot be accepted before their signers are registered. */
export type AnswerTargets = {
  readonly targets: readonly AnswerTarget[];
  readonly unregistered: readonly (AnswerTarget & { readonly signer: NamedSigner })[];
};

/** Whom to call, and what to compare. */
export type NamedSigner = { readonly unitCode: string; readonly unitName: string; readonly fingerprint: string };

export type AnswerPreview = {
  readonly bundleDigest: string;
  readonly editionId: string;
  readonly signer: Signer;
  /** Why it is not valid; then it can be returned, not accepted. */
  readonly reasons: readonly Reason[];
  readonly canAccept: boolean;
  readonly differences: Differences;
  /** Oldest first. */
  readonly before: readonly { readonly verdict: ReceiptVerdict; readonly answeredAt: string; readonly officer: string }[];
};

/** What came of the answers to several bundles; one that could not be answered hides none of the others. */
export type AnsweredView = {
  readonly written: readonly { readonly unit: string; readonly verdict: ReceiptVerdict; readonly fileName: string }[];
  readonly refused: readonly { readonly unit: string; readonly problem: Problem }[];
  readonly saved: SaveState;
};

/** A receipt for one of our bundles, judged by what is trusted now. */
export type ReceiptView = {
  readonly receiptDigest: string;
  readonly fileName: string;
  readonly takenAt: string;
  readonly receipt: Receipt;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly signer: Signer;
};

/** One revision that went out: its file as it is now, and how it was answered. */
export type SubmissionView = {
  readonly submission: Submission;
  readonly file: FileState;
  /** From the file, where it is still there. */
  readonly signer: Signer | null;
  readonly contents: readonly { readonly name: string; readonly size: number }[];
  /** Oldest first. */
  readonly receipts: readonly ReceiptView[];
  /** The answer that counts: the latest that is to be believed; null while there is none. */
  readonly answer: ReceiptView | null;
};

/** One file that should be a receipt. */
export type TakenFile = { readonly fileName: string } & (
  | { readonly problem: Problem }
  | {
      readonly reasons: readonly Reason[];
      readonly receipt: Receipt | null;
      readonly signer: Signer | null;
      /** The report and revision that it was put to; null where it was not kept. */
      readonly keptWith: { readonly filingId: string; readonly revision: number } | null;
    }
);

/** Channels of receipts, both ways: answering bundles, and taking in the answers to one's own. */
import * as v from 'valibot';
import { reportYearSchema } from '../filing/decode-filing.ts';
import { receiptVerdicts } from '../bundle/receipt.ts';
import { call, cell, droppedPaths, id, passphrase, unitCode } from './call.ts';
import { officer } from './identity-contract.ts';
import {
  bundleSource,
  type AnswerPreview,
  type AnswerTargets,
  type AnsweredView,
  type SubmissionView,
  type TakenFile,
} from './receipt-views.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));
const target = v.strictObject({
  source: bundleSource,
  unit: v.strictObject({ code: v.pipe(v.string(), v.maxLength(32)), name: v.pipe(v.string(), v.maxLength(200)) }),
  reportYear: reportYearSchema,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const receiptContract = {
  /** The bundles of a year that count and were not answered yet: those that are valid, and those of signers whom nobody registered. */
  'receipt/targets': call(v.strictObject({ year: reportYearSchema }))<AnswerTargets>(),
  'receipt/preview': call(v.strictObject({ target }))<AnswerPreview>(),
  /** Asks for a folder, writes a signed receipt for each bundle there; null when the user thinks better of it. */
  'receipt/answer': call(
    v.strictObject({
      targets: v.pipe(v.array(target), v.minLength(1), v.maxLength(10_000)),
      verdict: v.picklist(receiptVerdicts),
      reason: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000))),
      cells: v.pipe(v.array(v.strictObject({ cell, reason: words })), v.maxLength(1000)),
      officer,
      /** Whose key signs. */
      unitCode,
      /** Null for the one that the system remembers. */
      passphrase: v.nullable(passphrase),
    }),
  )<AnsweredView | null>(),
  /** Asks for files or a folder; null when the user thinks better of it. */
  'receipt/take': call(v.strictObject({ from: v.picklist(['files', 'folder']) }))<readonly TakenFile[] | null>(),
  /** The same for what was dropped onto the window. */
  'receipt/take-dropped': call(v.strictObject({ paths: droppedPaths }))<readonly TakenFile[]>(),
  /** The revisions of a report that went out, newest first. */
  'receipt/submissions': call(v.strictObject({ id }))<readonly SubmissionView[]>(),
} as const;

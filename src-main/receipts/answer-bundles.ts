/** A superior's answers: what is known of a bundle before, and receipts for one or many, written into one folder. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { revisionDifferences } from '#core/bundle/revision-differences.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { AnswerPreview, AnswerTarget, AnsweredView } from '#core/ipc/receipt-views.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { sealReceipt, type Answer } from '../bundles/seal-receipt.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';
import { openSignedContainer } from '../bundles/signed-container.ts';
import { receiptName } from '#core/bundle/entry-names.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { freeName } from '../files/free-name.ts';
import type { Certificate } from '../signing/certificate.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';
import { answersTo, insertAnswer } from '../store/answers.ts';
import { trustStoreOf } from '../trust/trust-store-of.ts';
import type { Workspace } from '../store/workspace.ts';
import { candidatesFor, readBundleBytes, type BundlePlaces } from './find-bundle.ts';

export type Answering = BundlePlaces & {
  /** Of the keys here: a computer may serve an office and its unit, and the verification trusts them, too. */
  readonly own: readonly Certificate[];
  readonly workspace: Workspace;
  readonly editions: readonly LoadedEdition[];
  readonly now: Date;
};

/** What the superior sees before answering. bundle/not-intact where the contents cannot be believed at all. */
export async function previewAnswer(answering: Answering, target: AnswerTarget): Promise<Outcome<AnswerPreview>> {
  const report = await verified(answering, target);
  if (!report.ok) return report;
  const { filing, bundleDigest, signer, reasons, verdict } = report.value;
  if (filing === null || bundleDigest === null || signer === null) {
    return fail(problem('bundle/not-intact', { file: target.unit.name, reason: reasons.map((each) => each.code).join(', ') }));
  }
  const before = answersTo(answering.workspace.tables, bundleDigest);
  return ok({
    bundleDigest,
    editionId: filing.edition.id,
    signer,
    reasons,
    canAccept: verdict === 'valid',
    differences: revisionDifferences(filing, await earlierOf(answering, filing)),
    before: before.map(({ receipt, answeredAt }) => ({ verdict: receipt.verdict, answeredAt, officer: receipt.officer })),
  });
}

/** The revision that a bundle replaces, where it is here and its signature holds. */
async function earlierOf(answering: Answering, { unit, reportYear, revision }: Filing): Promise<Filing | null> {
  const { previousBundleDigest: bundleDigest, number } = revision;
  if (bundleDigest === null) return null;
  const wanted = { unitCode: unit.code, reportYear, revision: number - 1, bundleDigest };
  for (const bytes of candidatesFor(answering, wanted)) {
    const report = await check(answering, bytes);
    if (report.bundleDigest === bundleDigest && report.filing !== null) return report.filing;
  }
  return null;
}

export type AnswerOrder = {
  readonly targets: readonly AnswerTarget[];
  readonly answer: Answer;
  readonly key: OpenedKey;
  readonly folder: string;
};

/** Each receipt is written, read back and recorded; what cannot be answered is named, and hides none of the others. */
export async function answerBundles(answering: Answering, { targets, answer, key, folder }: AnswerOrder): Promise<AnsweredView> {
  const written: AnsweredView['written'][number][] = [];
  const refused: AnsweredView['refused'][number][] = [];
  for (const target of targets) {
    const unit = target.unit.name;
    const answered = await answerOne(answering, target, { answer, key, folder });
    if (answered.ok) written.push({ unit, ...answered.value });
    else refused.push({ unit, problem: answered.problem });
  }
  return { written, refused, saved: await answering.workspace.settle() };
}

async function answerOne(answering: Answering, target: AnswerTarget, order: Omit<AnswerOrder, 'targets'>) {
  const { answer, key, folder } = order;
  const { workspace, now } = answering;
  const report = await verified(answering, target);
  if (!report.ok) return report;
  const { verdict, reasons } = report.value;
  if (answer.verdict === 'accepted' && verdict !== 'valid') {
    return fail(problem('receipt/not-answerable', { file: target.unit.name, reason: reasons.map((each) => each.code).join(', ') }));
  }
  const sealed = await sealReceipt({ report: report.value, file: target.unit.name, answer, key, now });
  if (!sealed.ok) return sealed;
  const { bytes: content, receipt } = sealed.value;
  const fileName = freeName(folder, sealed.value.fileName);
  const written = writeAndReadBack(join(folder, fileName), content);
  if (!written.ok) return written;
  const { digest } = await openSignedContainer(content, receiptName);
  if (digest === null) throw new Error('the receipt just sealed has no manifest');
  const recorded = await workspace.tables.change((writer, at, note) => {
    insertAnswer(writer, { receipt, receiptDigest: digest, fileName, content, answeredAt: at });
    const { bundleDigest, unit, reportYear, revision } = receipt;
    const detail = { verdict: receipt.verdict, bundleDigest, unit: unit.name, unitCode: unit.code, reportYear, revision, receipt: digest };
    note(null, { actor: receipt.officer, action: 'receipt/give', detail });
    return ok(null);
  });
  return recorded.ok ? ok({ verdict: receipt.verdict, fileName }) : recorded;
}

async function verified(answering: Answering, { source }: AnswerTarget) {
  const bytes = readBundleBytes(answering, source);
  return bytes.ok ? ok(await check(answering, bytes.value)) : bytes;
}

function check({ workspace, own, editions, now }: Answering, bytes: Uint8Array) {
  const trust = trustStoreOf(workspace);
  return verifyBundle({ bytes, ...trust, trusted: [...trust.trusted, ...own], editions, now });
}

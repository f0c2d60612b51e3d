/** Seals a filing: validates it, signs it, and reads the bundle back before anybody else does. */
import { describeBlocking } from '#core/bundle/blocking.ts';
import { bundleFileName } from '#core/bundle/bundle-name.ts';
import { bundleContents, type AttachedFile, type JournalRecord } from '#core/bundle/contents.ts';
import type { Signer } from '#core/bundle/verdict.ts';
import type { Filing } from '#core/filing/filing.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import type { PriorFiling } from '#core/rules/subject.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { validate } from '#core/validation/validate.ts';
import { problemWithTime } from '../signing/check-key.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';
import { readPkcs12 } from '../signing/pkcs12-read.ts';
import { wholeSecond } from '../signing/time.ts';
import { writeReportDocuments } from '../writers/report-documents.ts';
import { writeSignedContainer } from './signed-container.ts';
import { verifyBundle } from './verify-bundle.ts';

export type SealOrder = {
  readonly filing: Filing;
  readonly edition: LoadedEdition;
  /** Last year's filing, where it is known. */
  readonly prior: PriorFiling | null;
  readonly journal: readonly JournalRecord[];
  readonly attachments: readonly AttachedFile[];
  readonly p12: Uint8Array;
  readonly passphrase: string;
  readonly now: Date;
};

export type SealedFiling = {
  readonly bytes: Uint8Array;
  /** SHA-256 of the manifest, 64 hexadecimal digits. */
  readonly bundleDigest: string;
  readonly fileName: string;
  readonly signer: Signer;
};

/**
 * The signed bundle of a filing. Problems: `edition/digest-mismatch`, `bundle/blocking-findings`, `attachment/not-given`, those of opening the
 * key, `key/other-unit`, `key/not-yet-valid`, `key/expired`, `key/clock-wrong`. @throws Error when the bundle fails its own check (a bug).
 */
export async function sealFiling(order: SealOrder): Promise<Outcome<SealedFiling>> {
  const { filing, edition, now } = order;
  if (filing.edition.digest !== edition.digest || filing.edition.id !== edition.id) return fail(wrongEdition(filing, edition));
  const findings = validate(edition.form, edition.book, subjectOf(filing, order.prior));
  const blocking = describeBlocking(findings, filing);
  if (blocking !== null) return fail(problem('bundle/blocking-findings', blocking));
  const absent = filing.attachments.filter(
    (each) => !order.attachments.some(({ name, bytes }) => name === each.name && sha256Hex(bytes) === each.digest),
  );
  if (absent.length > 0) return fail(problem('attachment/not-given', { names: absent.map(({ name }) => name).join(', ') }));
  const key = await readPkcs12(order.p12, order.passphrase);
  if (!key.ok) return key;
  const at = wholeSecond(now);
  const wrongKey = problemWithKey(key.value, filing, at);
  if (wrongKey !== null) return fail(wrongKey);

  const { journal, attachments } = order;
  const documents = await writeReportDocuments(filing, edition.form);
  const contents = bundleContents({ filing, findings, journal, documents, attachments });
  const entries = contents.map(({ name, mediaType, content }) => ({ name, mediaType, bytes: encode(content) }));
  const bytes = writeSignedContainer(entries, key.value, at);
  const report = await verifyBundle({ bytes, trusted: [key.value.certificate], editions: [edition], now });
  if (report.verdict !== 'valid' || report.bundleDigest === null || report.signer === null) {
    throw new Error(`the bundle just sealed is not valid: ${report.reasons.map((each) => each.code).join(', ')}`);
  }
  return ok({ bytes, bundleDigest: report.bundleDigest, fileName: bundleFileName(filing), signer: report.signer });
}

function wrongEdition(filing: Filing, edition: LoadedEdition): Problem {
  const short = (digest: string) => digest.slice(0, 12);
  return problem('edition/digest-mismatch', {
    file: filing.title,
    edition: filing.edition.id,
    found: short(filing.edition.digest),
    known: short(edition.digest),
  });
}

function problemWithKey({ certificate }: OpenedKey, { unit, reportYear }: Filing, at: Date): Problem | null {
  if (certificate.unitCode !== unit.code) {
    const details = { keyUnit: certificate.unitName, keyUnitCode: certificate.unitCode, unit: unit.name, unitCode: unit.code };
    return problem('key/other-unit', details);
  }
  const wrongTime = problemWithTime(certificate, at);
  if (wrongTime !== null) return wrongTime;
  // A clock that was set back, as after an empty battery: nobody reports on a year that has not begun.
  return at.getUTCFullYear() < reportYear ? problem('key/clock-wrong', { now: at.toISOString(), year: reportYear }) : null;
}

function encode(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Verifies the signed file of a form edition: its form, its signer, and that every rule is of a kind we know. */
import { reason } from '#core/bundle/checked.ts';
import { editionName } from '#core/bundle/entry-names.ts';
import { verdictOf, type Reason, type Signer, type Verdict } from '#core/bundle/verdict.ts';
import { parseJson } from '#core/lib/decode.ts';
import type { Problem } from '#core/lib/problem.ts';
import { loadEdition, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { intactText, openSignedContainer, type OpenedContainer } from '../bundles/signed-container.ts';
import { checkCertificate, signerOf } from '../signing/check-certificate.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { TrustStore } from '../signing/trust-store.ts';
import { rulesName } from './seal-edition.ts';

export type EditionCheck = TrustStore & { readonly bytes: Uint8Array; readonly now: Date };

/** The two files as they were signed, and what they make. */
export type SignedEdition = { readonly loaded: LoadedEdition; readonly edition: string; readonly rules: string };

export type EditionReport = {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly signer: Signer | null;
  /** Only where digests and signature hold and all of it can be used. */
  readonly signed: SignedEdition | null;
};

/** Bytes from anywhere: what is wrong with them is a reason, never an exception. */
export async function verifyEdition({ bytes, trusted, pins, lists, now }: EditionCheck): Promise<EditionReport> {
  const container = await openSignedContainer(bytes, editionName);
  const { signature } = container;
  if (signature === null) return { verdict: verdictOf(container.reasons), reasons: container.reasons, signer: null, signed: null };
  const certificate = await checkCertificate({ signature, unit: null, trusted, pins, lists, now });
  const read = readSigned(container);
  const reasons = [...container.reasons, ...certificate, ...('reasons' in read ? read.reasons : [])];
  return { verdict: verdictOf(reasons), reasons, signer: signerOf(signature), signed: 'reasons' in read ? null : read };
}

function readSigned(container: OpenedContainer): SignedEdition | { readonly reasons: readonly Reason[] } {
  const edition = intactText(container, editionName);
  const rules = intactText(container, rulesName);
  // The container's own reasons say which of them was changed.
  if (edition === null) return { reasons: [] };
  if (rules === null) return { reasons: [reason('container/missing-entry', { name: rulesName })] };
  const [form, book] = [parseJson(edition, { file: editionName }), parseJson(rules, { file: rulesName })];
  if (!form.ok) return { reasons: [unreadable(form.problem)] };
  if (!book.ok) return { reasons: [unreadable(book.problem)] };
  const loaded = loadEdition({ edition: form.value, rules: book.value, editionFile: editionName, rulesFile: rulesName }, sha256Hex);
  return loaded.ok ? { loaded: loaded.value, edition, rules } : { reasons: [unacceptable(loaded.problem)] };
}

function unreadable({ details }: Problem): Reason {
  return reason('form/unreadable', { reason: `${String(details['file'])} ${String(details['reason'])}` });
}

function unacceptable(found: Problem): Reason {
  return reason('form/unacceptable', { problem: found.code, zh: describeProblem(found, 'zh'), en: describeProblem(found, 'en') });
}

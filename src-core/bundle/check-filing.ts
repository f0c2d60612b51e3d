/** Reads the filing of a bundle and validates it again with our own rules: the sender's findings are not believed. */
import { canonicalJson } from '../lib/canonical-json.ts';
import { parseJson } from '../lib/decode.ts';
import { problem, type Problem } from '../lib/problem.ts';
import { decodeFiling } from '../filing/decode-filing.ts';
import type { Filing } from '../filing/filing.ts';
import { subjectOf } from '../filing/subject-of.ts';
import type { Finding } from '../rules/finding.ts';
import { editionByPin, type LoadedEdition } from '../rules/loaded-edition.ts';
import { validate } from '../validation/validate.ts';
import { describeBlocking } from './blocking.ts';
import { reason } from './checked.ts';
import { filingName } from './entry-names.ts';
import type { Reason } from './verdict.ts';

export type CheckedFiling = { readonly filing: Filing | null; readonly findings: readonly Finding[]; readonly reasons: readonly Reason[] };

/** Decodes the text of `filing.json`; it is validated only where its edition's digest is one of ours. */
export function checkFiling(text: string, editions: readonly LoadedEdition[]): CheckedFiling {
  const json = parseJson(text, { file: filingName });
  if (!json.ok) return unreadable(json.problem);
  // Other spellings could be read differently by other programs (a key written twice, for one).
  if (!isCanonical(json.value, text)) return unreadable(problem('filing/malformed', { file: filingName, reason: 'not canonical JSON' }));
  const pinned = pinOf(json.value);
  const unknownEdition = reason('edition/unknown-digest', { edition: pinned.id, digest: pinned.digest.slice(0, 12) });
  const known = editionByPin(editions, pinned) ?? undefined;
  const decoded = decodeFiling(json.value, known === undefined ? editions : [known], filingName);
  if (!decoded.ok) {
    if (decoded.problem.code !== 'edition/unknown') return unreadable(decoded.problem);
    return { filing: null, findings: [], reasons: [unknownEdition] };
  }
  const filing = decoded.value;
  if (known === undefined) return { filing, findings: [], reasons: [unknownEdition] };
  const findings = validate(known.form, known.book, subjectOf(filing, null));
  const blocking = describeBlocking(findings, filing);
  return { filing, findings, reasons: blocking === null ? [] : [reason('revalidation/blocking', blocking)] };
}

function unreadable({ code, details }: Problem): CheckedFiling {
  const { place, cell, reason: why } = details;
  const words = [code, place, cell, why].filter((each) => each !== undefined).join(' ');
  return {
    filing: null,
    findings: [],
    reasons: [reason('filing/unreadable', { ...details, problem: code, reason: words })],
  };
}

function isCanonical(value: unknown, text: string): boolean {
  // Written as JavaScript writes it and in order: that is the canonical form (RFC 8785, 3.2), and known in half the time.
  if (JSON.stringify(value) === text && isInOrder(value)) return true;
  try {
    return canonicalJson(value) === text;
  } catch {
    // A number that is too large to be one has no canonical form (RFC 8785, 3.2.2.3).
    return false;
  }
}

/** The keys of all objects stand in the order of their UTF-16 units (RFC 8785, 3.2.3). */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last = '';
  for (const [key, each] of Object.entries(value)) {
    if (key < last || !isInOrder(each)) return false;
    last = key;
  }
  return true;
}

/** The edition that undecoded JSON names; empty texts where it names none. */
export function pinOf(json: unknown): { readonly id: string; readonly digest: string } {
  const edition: unknown = typeof json === 'object' && json !== null && 'edition' in json ? json.edition : null;
  const text = (key: string): string => {
    const value: unknown = typeof edition === 'object' && edition !== null ? (edition as Record<string, unknown>)[key] : null;
    return typeof value === 'string' ? value.slice(0, 100) : '';
  };
  return { id: text('id'), digest: text('digest') };
}

/** Pinned fingerprints: a text file, one unit a line, as the superior notes them down after the telephone call. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';

/** One line: the fingerprint, and what its owner was registered as. */
export type Pin = {
  /** SHA-256 over the DER certificate, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** Null where the line names no unit. */
  readonly unitCode: string | null;
  /** ISO 8601; null while nobody revoked it. */
  readonly revokedFrom: string | null;
};

/** 64 digits in groups of any size; what follows has to be apart from them. */
const line = /^((?:[0-9a-f][ :·-]?){63}[0-9a-f])(?:[\s,;]+(.*))?$/iu;
const revoked = /(?:revoked|吊销)[:=：\s]*(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?)/iu;
const unitCode = /^[0-9A-Za-z-]{1,32}(?=\s|,|;|$)/u;

/** Whether a text looks like a list of fingerprints at all. */
export function isPinFile(text: string): boolean {
  return text.split(/\r?\n/u).some((each) => line.test(each.trim()));
}

/**
 * `FINGERPRINT [CODE] [NAME] [revoked 2026-03-01T00:00:00Z]`, `#` for comments. A line that is none of these fails the
 * whole file (trust/malformed-pin with file, line): a slip of the pen must not make a unit unknown.
 */
export function readPins(text: string, file: string): Outcome<readonly Pin[]> {
  const pins: Pin[] = [];
  for (const [index, each] of text.split(/\r?\n/u).entries()) {
    const words = each.replace(/#.*$/u, '').trim();
    if (words === '') continue;
    const [, digits, rest = ''] = line.exec(words) ?? [];
    const fingerprint = digits?.replace(/[^0-9a-f]/giu, '').toLowerCase();
    const time = revoked.exec(rest)?.[1];
    const isTimeWrong = time === undefined ? /revoked|吊销/iu.test(rest) : Number.isNaN(Date.parse(time));
    if (fingerprint === undefined || isTimeWrong) return fail(problem('trust/malformed-pin', { file, line: index + 1 }));
    const code = unitCode.exec(rest.replace(revoked, '').trim())?.[0];
    pins.push({ fingerprint, unitCode: code ?? null, revokedFrom: time === undefined ? null : new Date(time).toISOString() });
  }
  return ok(pins);
}

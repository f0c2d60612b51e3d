/** Canonical JSON (RFC 8785): one text for one value, so that a digest of it means the value. */
import canonicalize from 'canonicalize';

/** @throws Error when the value has no JSON form (a bug: callers pass plain data). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('the value has no JSON form');
  return text;
}

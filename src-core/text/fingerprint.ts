/** A fingerprint as people read it to each other over the telephone. */

/** Hexadecimal digits in groups of four. */
export function groupFingerprint(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/gu, '$1 ');
}

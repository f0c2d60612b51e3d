/** Passphrases: what is long enough, and the two spellings that PKCS#12 wants of one. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';

const fewestCharacters = 8;

/** A passphrase for a new key has at least eight characters, of any script; blanks at its ends count. */
export function checkPassphrase(passphrase: string): Outcome<null> {
  if (Array.from(passphrase.normalize('NFC')).length >= fewestCharacters) return ok(null);
  return fail(problem('key/weak-passphrase', { minimum: fewestCharacters }));
}

/** UTF-8, for PBES2 (RFC 8018, 3). Composed, so that input methods of different systems agree. */
export function utf8Passphrase(passphrase: string): ArrayBuffer {
  return new Uint8Array(new TextEncoder().encode(passphrase.normalize('NFC'))).buffer;
}

/** UTF-16, big-endian, with two zero bytes at the end, for the MAC (RFC 7292, B.1). */
export function bmpPassphrase(passphrase: string): Uint8Array {
  return Buffer.from(`${passphrase.normalize('NFC')}\0`, 'utf16le').swap16();
}

/** The two spellings that PKCS#12 wants of a passphrase; which are good enough is the core's to say. */
export { checkPassphrase } from '#core/bundle/check-passphrase.ts';

/** UTF-8, for PBES2 (RFC 8018, 3). Composed, so that input methods of different systems agree. */
export function utf8Passphrase(passphrase: string): ArrayBuffer {
  return new Uint8Array(new TextEncoder().encode(passphrase.normalize('NFC'))).buffer;
}

/** UTF-16, big-endian, with two zero bytes at the end, for the MAC (RFC 7292, B.1). */
export function bmpPassphrase(passphrase: string): Uint8Array {
  return Buffer.from(`${passphrase.normalize('NFC')}\0`, 'utf16le').swap16();
}

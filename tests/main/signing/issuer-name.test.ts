/** RFC 5652, 5.3: the signer's identifier names its certificate by issuer and number, byte for byte. */
import { expect, test } from 'vitest';
import { signCades } from '#main/signing/cades-sign.ts';
import { verifyCades } from '#main/signing/cades-verify.ts';
import { createKey, openKey } from '#main/signing/create-key.ts';

test('an issuer name in another encoding than the certificate has is not taken for the same', { timeout: 30_000 }, async () => {
  const now = new Date('2026-01-31T08:00:00Z');
  const key = await createKey({ unitCode: '460000', unitName: '海南省', passphrase: '椰风海韵 2020', now });
  const opened = key.ok ? await openKey({ p12: key.value.p12, passphrase: '椰风海韵 2020' }) : key;
  if (!opened.ok) throw new Error(opened.problem.code);
  const content = Buffer.from('manifest');
  const signature = Buffer.from(signCades(content, opened.value, now));
  expect(verifyCades(signature, content).ok).toBe(true);
  // The unit code stands there as PrintableString (0x13); the last time is in the signer's identifier.
  const at = signature.lastIndexOf(Buffer.from('1306343630303030', 'hex'));
  expect(at).toBeGreaterThan(0);
  // NumericString, GeneralString and UTF8String hold the same characters.
  for (const tag of [0x12, 0x1b, 0x0c]) {
    const changed = Buffer.from(signature);
    changed[at] = tag;
    expect(verifyCades(changed, content).ok, `tag ${String(tag)}`).toBe(false);
  }
});

/** The strict reader takes one spelling of every value, and reads of certificates what the library reads of them. */
import { describe, expect, test } from 'vitest';
import { certificateFacts } from '#main/signing/certificate-facts.ts';
import { nameText, parseX509, publicKeyOf } from '#main/signing/certificate.ts';
import { oidIn, readDer, smallNumberIn, timeIn } from '#main/signing/der-reader.ts';
import { issueAuthority, issueUnit } from '#main/signing/issue-certificate.ts';
import { openPublicKey } from '#main/signing/keys.ts';
import { makeKeyPair } from '#main/signing/make-key-pair.ts';
import * as oid from '#main/signing/oids.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const value = (hex: string) => readDer(bytes(hex)) ?? undefined;

test.each([
  ['nothing', ''],
  ['a tag alone', '30'],
  ['a length that reaches beyond the end', '30 03 02 01'],
  ['an octet behind the value', '05 00 00'],
  ['an indefinite length', '30 80 05 00 00 00'],
  ['a length in the long form that fits the short one', '04 81 01 00'],
  ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
  ['a tag number of several octets', '1f 81 01 00'],
  ['a part that reaches beyond its value', '30 03 04 02 00'],
  ['a part that is cut off deep inside', '30 04 30 02 30 01'],
  ['values nested without end', '3082'.padEnd(4, '0') + '0000'],
])('%s is no DER', (_what, hex) => {
  expect(readDer(bytes(hex))).toBeNull();
});

test('values nested deeper than anything of ours are refused', () => {
  let nested = Buffer.from([0x05, 0x00]);
  for (let depth = 0; depth < 40; depth += 1) nested = Buffer.concat([Buffer.from([0x30, nested.length]), nested]);
  expect(readDer(nested)).toBeNull();
});

test('identifiers, numbers and times have one spelling', () => {
  expect(oidIn(value('06 09 2a 86 48 86 f7 0d 01 07 02'))).toBe(oid.signedDataContent);
  expect(oidIn(value('06 09 60 86 48 01 65 03 04 02 01'))).toBe(oid.sha256);
  for (const other of ['06 00', '06 02 2a 80', '06 03 2a 80 01', '04 01 2a']) expect(oidIn(value(other))).toBeNull();
  expect(smallNumberIn(value('02 01 03'))).toBe(3);
  for (const other of ['02 00', '02 02 00 03', '02 01 ff', '04 01 03']) expect(smallNumberIn(value(other))).toBeNull();
  const time = (tag: string, text: string) =>
    timeIn(value(`${tag}${text.length.toString(16).padStart(2, '0')}${Buffer.from(text).toString('hex')}`));
  expect(time('17', '260120080000Z')?.toISOString()).toBe('2026-01-20T08:00:00.000Z');
  expect(time('17', '500120080000Z')?.toISOString()).toBe('1950-01-20T08:00:00.000Z');
  expect(time('18', '20500120080000Z')?.toISOString()).toBe('2050-01-20T08:00:00.000Z');
  for (const other of ['2601200800Z', '260120080000+0800', '260230080000Z', '261320080000Z', '260120240000Z', '260120080000 '])
    expect(time('17', other)).toBeNull();
  expect(time('18', '20260120080000.5Z')).toBeNull();
});

describe('the facts of certificates', async () => {
  const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2051-01-01T00:00:00Z') };
  const key = await makeKeyPair('p256');
  const office = { unitCode: '460000', unitName: '海南省人民政府办公厅' };
  const authority = { privateKey: key, certificate: issueAuthority(office, key.publicKey, validity, key) };
  const unit = issueUnit({ unitCode: '460106', unitName: '龙华区人民政府' }, key.publicKey, validity, authority);

  test('of a unit are those that the library reads', () => {
    const facts = certificateFacts(unit.der);
    const x509 = parseX509(unit.der);
    expect(facts).toMatchObject({ isCa: false, keyUsage: 0xc0, ...validity, algorithm: x509.signatureAlgorithm.algorithmId });
    expect(Buffer.from(facts?.issuer ?? [])).toEqual(Buffer.from(x509.issuer.valueBeforeDecode));
    expect(Buffer.from(facts?.serial ?? [])).toEqual(Buffer.from(x509.serialNumber.valueBlock.valueHexView));
    expect(Buffer.from(facts?.signed ?? [])).toEqual(Buffer.from(x509.tbsView));
    expect(Buffer.from(openPublicKey(new Uint8Array(facts?.spki ?? []))?.spki ?? [])).toEqual(Buffer.from(publicKeyOf(x509)?.spki ?? []));
    expect([unit.unitCode, unit.unitName]).toEqual([
      nameText(x509.subject, oid.serialNumberInName),
      nameText(x509.subject, oid.commonName),
    ]);
  });

  test('are none for a CA with limits, which the library weighs', () => {
    expect(certificateFacts(authority.certificate.der)).toBeNull();
  });

  test('are none, or those of a certificate that the library takes as well, whatever octet is changed', () => {
    for (let at = 0; at < unit.der.length; at += 1) {
      for (const by of [0x01, 0x10, 0x20, 0x80, 0xff]) {
        const changed = Uint8Array.from(unit.der, (octet, index) => (index === at ? octet ^ by : octet));
        const facts = certificateFacts(changed);
        if (facts === null) continue;
        const x509 = parseX509(changed);
        expect(x509.notAfter.value).toEqual(facts.notAfter);
        expect(Buffer.from(x509.subject.valueBeforeDecode)).toEqual(Buffer.from(facts.subject));
      }
    }
  });
});

import { describe, expect, test } from 'vitest';
import { writeManifest, type ManifestObject } from '#core/bundle/manifest.ts';
import { readManifest } from '#core/bundle/read-manifest.ts';

const digest = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
const filing: ManifestObject = { name: 'filing.json', mediaType: 'application/json', digest };
const attachment: ManifestObject = { name: 'attachments/附件 1%&.pdf', mediaType: 'application/pdf', digest };
const text = writeManifest([filing, attachment]);

function reasonFor(changed: string): string {
  const read = readManifest(changed);
  return read.ok ? 'accepted' : `${read.reason.code}: ${String(read.reason.details['reason'] ?? read.reason.details['algorithm'])}`;
}

describe('ETSI EN 319 162-1, ASiCManifest', () => {
  test('what is written is read back in the same order, names of any script included', () => {
    expect(readManifest(text)).toEqual({ ok: true, value: [filing, attachment] });
  });

  test('the same objects give the same bytes', () => {
    expect(writeManifest([filing, attachment])).toBe(text);
    expect(text).toContain('URI="attachments/%E9%99%84%E4%BB%B6%201%25%26.pdf"');
    expect(text).toContain('<asic:SigReference URI="META-INF/signature.p7s" MimeType="application/pkcs7-signature"/>');
  });

  test('another writer may use other prefixes, quotes and line ends', () => {
    const other = text.replaceAll('asic:', 'a:').replaceAll(':asic=', ':a=').replaceAll('"', "'").replaceAll('\n', '\r\n');
    expect(readManifest(other)).toEqual({ ok: true, value: [filing, attachment] });
  });

  test('a name that no entry may have is never written', () => {
    expect(() => writeManifest([{ ...filing, name: '../filing.json' }])).toThrow('a path to the parent folder');
  });
});

describe('a manifest is refused', () => {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const body = text.slice(declaration.length);

  test('with a document type, whatever it declares', () => {
    expect(reasonFor(`${declaration}<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>\n${body}`)).toContain('document type');
    expect(reasonFor(`${declaration}<!doctype a>\n${body}`)).toContain('document type');
  });

  test('with comments, CDATA or processing instructions, where text could hide', () => {
    for (const hidden of ['<!-- filing.json -->', '<![CDATA[x]]>', '<?php x ?>']) {
      expect(reasonFor(text.replace('  <asic:Data', `${hidden}<asic:Data`))).toContain('manifest/malformed: a document type, comment');
    }
  });

  test('when it is not well-formed', () => {
    expect(reasonFor('')).toContain('not well-formed');
    expect(reasonFor('海口')).toContain('not well-formed');
    expect(reasonFor(text.replace('</asic:ASiCManifest>', ''))).toContain('not well-formed');
    expect(reasonFor(`${text}<more/>`)).toContain('not well-formed');
    expect(reasonFor(text.replace('URI="filing.json"', 'URI="filing.json" URI="other.json"'))).toContain('not well-formed');
  });

  test('in another encoding or of a monstrous size', () => {
    expect(reasonFor(text.replace('UTF-8', 'GBK'))).toContain('not declared as UTF-8');
    expect(reasonFor(text + ' '.repeat(1_000_001))).toContain('too long');
    expect(reasonFor('<a>'.repeat(200_000))).toContain('too long');
  });

  test('from another namespace', () => {
    expect(reasonFor(text.replace('02918/v1.2.1#', '02918/v1.1.1#'))).toContain('not an ASiCManifest');
    expect(reasonFor(text.replace('2000/09/xmldsig#', '2000/09/other#'))).toContain('no DigestMethod');
  });

  test('when it refers to another signature, or to none', () => {
    expect(reasonFor(text.replace('META-INF/signature.p7s', 'META-INF/other.p7s'))).toContain(
      'the signature is not META-INF/signature.p7s',
    );
    expect(reasonFor(text.replace(/ {2}<asic:SigReference.*\n/u, ''))).toContain('no SigReference');
  });

  test('when a file is listed twice, be it in other letters', () => {
    expect(reasonFor(writeManifest([filing, filing]))).toContain('listed twice');
    expect(reasonFor(writeManifest([filing, { ...filing, name: 'FILING.json' }]))).toContain('listed twice');
  });

  test('when a name is unsafe', () => {
    for (const name of ['../a', '/a', 'a%5Cb', 'http://a/b', 'a?b', 'a#b', 'a%', '%2e%2e/a', 'a%00b', '']) {
      expect(reasonFor(text.replace('URI="filing.json"', `URI="${name}"`)), name).toContain('manifest/malformed: not a name');
    }
  });

  test('when it lists nothing, or something else than data objects', () => {
    expect(reasonFor(writeManifest([]))).toContain('no DataObjectReference');
    expect(reasonFor(text.replace('</asic:ASiCManifest>', '<asic:Else/></asic:ASiCManifest>'))).toContain('an unknown element: asic:Else');
    expect(reasonFor(text.replace('</asic:ASiCManifest>', 'text</asic:ASiCManifest>'))).toContain('no SigReference');
  });

  test('when its digests are not SHA-256 in canonical base64', () => {
    expect(reasonFor(text.replace('xmlenc#sha256', 'xmlenc#sha512'))).toBe(
      'manifest/unsupported-digest: http://www.w3.org/2001/04/xmlenc#sha512',
    );
    expect(reasonFor(text.replace(digest, ''))).toContain('no SHA-256 digest');
    expect(reasonFor(text.replace(digest, digest.slice(4)))).toContain('no SHA-256 digest');
    expect(reasonFor(text.replace(digest, digest.replace('0=', '1=')))).toContain('no SHA-256 digest');
    expect(reasonFor(text.replace(digest, `<b>${digest}</b>`))).toContain('no SHA-256 digest');
    expect(reasonFor(text.replace('</ds:DigestValue>', `</ds:DigestValue><ds:DigestValue>${digest}</ds:DigestValue>`))).toContain(
      'no single digest',
    );
  });
});

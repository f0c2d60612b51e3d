import { describe, expect, test } from 'vitest';
import { manifestName, requiredNames, signatureName } from '#core/bundle/entry-names.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { validate } from '#core/validation/validate.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { signCades } from '#main/signing/cades-sign.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { pack, repack, unpack } from './repack.ts';
import { edition, makeKey, now, passphrase, sampleFiling, seal, valueOf } from './sample.ts';

const key = await makeKey();
const opened = valueOf(await readPkcs12(key.p12, passphrase));
const sealed = await seal(key);
const filing = sampleFiling();
const [firstCell] = edition.form.cells;

const report = (bytes: Uint8Array, changes: Partial<Parameters<typeof verifyBundle>[0]> = {}) =>
  verifyBundle({ bytes, trusted: [key.certificate], editions: [edition], now, ...changes });

async function codes(bytes: Uint8Array, changes: Partial<Parameters<typeof verifyBundle>[0]> = {}): Promise<string> {
  const { verdict, reasons } = await report(bytes, changes);
  return [verdict, ...reasons.map((each) => [each.code, each.details['name']].filter((detail) => detail !== undefined).join(' '))].join(
    ', ',
  );
}

const signedBy =
  (time: Date, signer = opened) =>
  (manifest: Uint8Array) =>
    signCades(manifest, signer, time);

/** The bundle with one of its entries changed, added or left out, and nothing else. */
async function changed(name: string, content: string | Uint8Array | null): Promise<Uint8Array> {
  const entries = await unpack(sealed.bytes);
  if (content === null) entries.delete(name);
  else entries.set(name, Buffer.from(content as string));
  return pack(entries);
}

describe('a bundle', () => {
  test('is valid when a registered unit signed it: the filing, its signer and its digest are returned', async () => {
    expect(await report(sealed.bytes)).toEqual({
      verdict: 'valid',
      reasons: [],
      bundleDigest: sealed.bundleDigest,
      signer: sealed.signer,
      filing,
      findings: validate(edition.form, edition.book, subjectOf(filing, null)),
    });
  });

  test('is untrusted, not invalid, when all is well but nobody registered the signer', async () => {
    const untrusted = await report(sealed.bytes, { trusted: [] });
    expect(untrusted).toMatchObject({ verdict: 'untrusted', filing, signer: sealed.signer });
    expect(untrusted.reasons).toMatchObject([{ code: 'certificate/untrusted', details: { fingerprint: key.certificate.fingerprint } }]);
  });

  test('is untrusted when only somebody of the same name is registered', async () => {
    expect(await codes(sealed.bytes, { trusted: [(await makeKey()).certificate] })).toBe('untrusted, certificate/untrusted');
  });

  test('may hold more files than ours, as long as they are signed', async () => {
    const contents = { 'filing.json': canonicalJson(filing), 'report.pdf': '说明' };
    expect(await codes(repack(contents, signedBy(now)))).toBe('valid');
  });

  test('holds the attachments that its filing names, neither more nor others', async () => {
    const extra = { 'filing.json': canonicalJson(filing), 'attachments/附件.txt': '说明' };
    expect(await codes(repack(extra, signedBy(now)))).toBe('invalid, attachment/unlisted 附件.txt');
    const digest = sha256Hex('说明');
    const named = { ...filing, attachments: [{ name: '附件.txt', digest, size: 6, mediaType: 'text/plain' }] };
    const contents = (text: string) => ({ 'filing.json': canonicalJson(named), 'attachments/附件.txt': text });
    expect(await codes(repack(contents('说明'), signedBy(now)))).toBe('valid');
    expect(await codes(repack(contents('别的'), signedBy(now)))).toBe('invalid, attachment/differs 附件.txt');
    expect(await codes(repack({ 'filing.json': canonicalJson(named) }, signedBy(now)))).toBe('invalid, attachment/differs 附件.txt');
  });
});

describe('what is no container says so and stops there', () => {
  test('with a reason of its own, and nothing else', async () => {
    for (const [bytes, code] of [
      [Buffer.from(''), 'container/not-a-zip'],
      [Buffer.from('海口市人民政府'), 'container/not-a-zip'],
      [sealed.bytes.subarray(0, 2000), 'container/damaged'],
    ] as const) {
      expect(await report(bytes)).toMatchObject({
        verdict: 'invalid',
        reasons: [{ code }],
        bundleDigest: null,
        signer: null,
        filing: null,
      });
    }
  });
});

describe('contents', () => {
  test('changed after sealing are named, and a changed filing is not shown', async () => {
    expect(await codes(await changed('report.html', 'other'))).toBe('invalid, digest/mismatch report.html');
    expect(await codes(await changed('filing.json', '{}'))).toBe('invalid, digest/mismatch filing.json');
    expect((await report(await changed('filing.json', '{}'))).filing).toBeNull();
    expect((await report(await changed('report.html', 'x'))).filing).toEqual(filing);
  });

  test('changed or removed after sealing are named once, attachments too', async () => {
    const named = { ...filing, attachments: [{ name: '附件.txt', digest: sha256Hex('说明'), size: 6, mediaType: 'text/plain' }] };
    const entries = await unpack(repack({ 'filing.json': canonicalJson(named), 'attachments/附件.txt': '说明' }, signedBy(now)));
    entries.set('attachments/附件.txt', Buffer.from('别的'));
    expect(await codes(pack(entries))).toBe('invalid, digest/mismatch attachments/附件.txt');
    entries.delete('attachments/附件.txt');
    expect(await codes(pack(entries))).toBe('invalid, manifest/absent-file attachments/附件.txt');
  });

  test('changed in one place do not hide that attachments are not those of the filing', async () => {
    const extra = { 'filing.json': canonicalJson(filing), 'attachments/附件.txt': '说明' };
    const entries = await unpack(repack(extra, signedBy(now)));
    entries.set('report.html', Buffer.from('other'));
    expect(await codes(pack(entries))).toBe('invalid, digest/mismatch report.html, attachment/unlisted 附件.txt');
  });

  test('in another writing than plain UTF-8 are unreadable, even when signed', async () => {
    const text = Buffer.from(canonicalJson(filing));
    const at = text.indexOf(Buffer.from(filing.unit.name));
    const broken = Buffer.from(text).fill(0xff, at, at + 1);
    for (const bytes of [Buffer.concat([Buffer.from('\uFEFF'), text]), broken]) {
      expect(await report(repack({ 'filing.json': bytes }, signedBy(now)))).toMatchObject({
        verdict: 'invalid',
        reasons: [{ code: 'filing/unreadable' }],
        filing: null,
        findings: [],
      });
    }
  });

  test('of another kind are no bundle', async () => {
    const receipt = await report(repack({ 'receipt.json': '{}' }, signedBy(now)));
    expect(receipt.reasons).toMatchObject([{ code: 'container/wrong-kind', details: { found: 'receipt.json', wanted: 'filing.json' } }]);
  });

  test('added after sealing are unlisted, also in META-INF', async () => {
    expect(await codes(await changed('attachments/more.txt', 'x'))).toBe('invalid, manifest/unlisted-file attachments/more.txt');
    expect(await codes(await changed('META-INF/signature2.p7s', 'x'))).toBe('invalid, manifest/unlisted-file META-INF/signature2.p7s');
  });

  test('removed after sealing are absent', async () => {
    expect(await codes(await changed('journal.json', null))).toBe('invalid, manifest/absent-file journal.json');
    expect(await codes(await changed('filing.json', null))).toBe('invalid, manifest/absent-file filing.json');
    expect(await codes(await changed(manifestName, null))).toBe(`invalid, container/missing-entry ${manifestName}`);
    expect(await codes(await changed(signatureName, null))).toBe(`invalid, container/missing-entry ${signatureName}`);
  });

  test.each(requiredNames)('without %s are no bundle, even when signed', async (name) => {
    const entries = await unpack(sealed.bytes);
    const contents = [...entries].filter(([each]) => each !== name && ![manifestName, signatureName].includes(each));
    const bytes = repack(Object.fromEntries(contents), signedBy(now), [name]);
    expect(await codes(bytes)).toBe(`invalid, container/missing-entry ${name}`);
  });

  test('without a filing are no bundle, even when signed', async () => {
    expect(await codes(repack({ 'other.json': '{}' }, signedBy(now)))).toBe('invalid, container/missing-entry filing.json');
  });

  test('several faults are all told', async () => {
    const entries = await unpack(await changed('journal.json', null));
    entries.set('filing.json', Buffer.from('{}')).set('extra', Buffer.from('')).set(signatureName, Buffer.from('x'));
    expect(await codes(pack(entries))).toBe(
      'invalid, manifest/absent-file journal.json, manifest/unlisted-file extra, digest/mismatch filing.json, signature/malformed',
    );
  });
});

describe('manifest and signature', () => {
  test('a manifest that cannot be read ends the check, its digest is told', async () => {
    expect(await report(await changed(manifestName, '<a/>'))).toMatchObject({
      reasons: [{ code: 'manifest/malformed' }],
      bundleDigest: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown,
    });
    expect(await codes(await changed(manifestName, Buffer.from([0xff])))).toBe('invalid, manifest/malformed');
  });

  test('a manifest that fits changed contents does not fit the signature', async () => {
    const signature = (await unpack(sealed.bytes)).get(signatureName) ?? Buffer.alloc(0);
    const forged = repack({ 'filing.json': canonicalJson({ ...filing, reportYear: 2019 }) }, () => signature);
    expect(await report(forged)).toMatchObject({
      verdict: 'invalid',
      reasons: [{ code: 'signature/mismatch' }],
      signer: null,
      filing: null,
    });
  });

  test('a signature that is none is malformed', async () => {
    expect(await codes(await changed(signatureName, 'x'))).toBe('invalid, signature/malformed');
  });
});

describe('the certificate', () => {
  const contents = { 'filing.json': canonicalJson(filing) };

  test('has to be valid at the claimed time of signing', async () => {
    expect(await codes(repack(contents, signedBy(new Date('2025-12-31T23:59:59Z'))))).toBe('invalid, certificate/not-yet-valid');
    const late = repack(contents, signedBy(new Date('2031-01-01T00:00:01Z')));
    expect(await codes(late, { now: new Date('2031-02-01T00:00:00Z') })).toBe('invalid, certificate/expired');
  });

  test('may expire after the signing', async () => {
    expect(await codes(sealed.bytes, { now: new Date('2040-01-01T00:00:00Z') })).toBe('valid');
  });

  test('does not vouch for a time to come, apart from a day’s difference between clocks', async () => {
    const ahead = (hours: number) => repack(contents, signedBy(new Date(now.getTime() + hours * 60 * 60 * 1000)));
    expect(await codes(ahead(23))).toBe('valid');
    expect(await codes(ahead(25))).toBe('invalid, signature/claimed-in-future');
  });

  test('has to be that of the filing’s unit, however trusted it is', async () => {
    const other = await makeKey('460200', '三亚市人民政府');
    const bytes = repack(contents, signedBy(now, valueOf(await readPkcs12(other.p12, passphrase))));
    expect(await report(bytes, { trusted: [other.certificate] })).toMatchObject({
      verdict: 'invalid',
      reasons: [
        {
          code: 'certificate/other-county',
          details: { signerUnit: '三亚市人民政府', signerCode: '460200', unit: '海口市人民政府', unitCode: '460100' },
        },
      ],
    });
    expect(await codes(bytes)).toBe('invalid, certificate/wrong-unit, certificate/untrusted');
  });
});

describe('the filing', () => {
  const signedFiling = (text: string) => repack({ 'filing.json': text }, signedBy(now));

  test('has to be readable', async () => {
    expect(await codes(signedFiling('{'))).toBe('invalid, filing/unreadable');
    expect(await codes(repack({ 'filing.json': Buffer.from([0xff]) }, signedBy(now)))).toBe('invalid, filing/unreadable');
  });

  test('has to be made with an edition and rules that are ours', async () => {
    const text = canonicalJson({ ...filing, edition: { id: '2019', digest: 'f'.repeat(64) } });
    expect(await codes(signedFiling(text))).toBe('invalid, edition/unknown-digest');
    expect(await codes(sealed.bytes, { editions: [] })).toBe('invalid, edition/unknown-digest');
  });

  test('is validated again: a signed mistake is a mistake, and is shown', async () => {
    const text = canonicalJson({ ...filing, cells: { ...filing.cells, [firstCell?.key ?? '']: -1 } });
    const checked = await report(signedFiling(text));
    expect(checked).toMatchObject({
      verdict: 'invalid',
      reasons: [{ code: 'revalidation/blocking', details: { errors: 1, warnings: 0 } }],
    });
    const errors = checked.findings.filter((finding) => finding.severity === 'error');
    expect(errors).toMatchObject([{ code: 'T2-1', cells: [firstCell?.key] }]);
    expect(checked.filing).not.toBeNull();
  });
});

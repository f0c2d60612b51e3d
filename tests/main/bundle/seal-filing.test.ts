import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { sealFiling } from '#main/bundles/seal-filing.ts';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { signatureName } from '#core/bundle/entry-names.ts';
import type { Filing } from '#core/filing/filing.ts';
import { justify } from '#core/filing/justification.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { validate } from '#core/validation/validate.ts';
import { hasOpenssl, makeCertificate, temporaryFolder } from '../signing/openssl.ts';
import { unpack } from './repack.ts';
import { edition, makeKey, now, passphrase, sampleFiling, seal, trySeal, unit } from './sample.ts';

const key = await makeKey();
const sealed = await seal(key);
const [firstCell] = edition.form.cells;

function withFirstCell(value: number | null): Filing {
  const filing = sampleFiling();
  return { ...filing, cells: { ...filing.cells, [firstCell?.key ?? '']: value } };
}

describe('a sealed filing', () => {
  test('has the file name, the digest and the signer that it says', async () => {
    const manifest = (await unpack(sealed.bytes)).get('META-INF/ASiCManifest.xml') ?? '';
    expect(sealed.fileName).toBe('海口市人民政府-460100-2020-v1.asice');
    expect(sealed.bundleDigest).toBe(createHash('sha256').update(manifest).digest('hex'));
    expect(sealed.signer).toMatchObject({
      unitCode: '460100',
      fingerprint: key.certificate.fingerprint,
      claimedSigningTime: '2026-03-01T08:30:15.000Z',
    });
  });

  test('sealed again at the same time gives the same bytes but for the signature', async () => {
    const again = await seal(key);
    const [first, second] = await Promise.all([unpack(sealed.bytes), unpack(again.bytes)]);
    expect(again.bundleDigest).toBe(sealed.bundleDigest);
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [name, content] of first) {
      const isSame = Buffer.compare(content, second.get(name) ?? Buffer.alloc(0)) === 0;
      expect(isSame, name).toBe(name !== signatureName);
    }
  });
});

describe('sealing is refused', () => {
  test('while there are errors, and says how many and which come first, in both languages', async () => {
    expect(await trySeal(key, { filing: withFirstCell(-1) })).toMatchObject({
      problem: {
        code: 'bundle/blocking-findings',
        details: {
          errors: 1,
          warnings: 0,
          zh: expect.stringMatching(/\p{Script=Han}/u) as unknown,
          en: expect.stringMatching(/^[a-z]/iu) as unknown,
        },
      },
    });
  });

  test('while there are warnings that nobody explained; explained ones do not stand in the way', async () => {
    const filing = withFirstCell(null);
    expect(await trySeal(key, { filing })).toMatchObject({
      problem: { code: 'bundle/blocking-findings', details: { errors: 0, warnings: 1 } },
    });
    const findings = validate(edition.form, edition.book, subjectOf(filing, null));
    const warnings = findings.filter((finding) => finding.severity === 'warning');
    expect(warnings.map((finding) => finding.code)).toEqual(['T2-1']);
    const justifications = warnings.map((each) => justify(each, filing.cells, '确无此项', null));
    expect(await trySeal(key, { filing: { ...filing, justifications } })).toMatchObject({ ok: true });
  });

  test('while it contradicts last year’s report, which is then at hand', async () => {
    const cells = { ...sampleFiling().cells, 'applications.carriedForward.total': 3 };
    expect(await trySeal(key, { prior: { form: edition.form, cells, narrative: {} } })).toMatchObject({
      problem: {
        code: 'bundle/blocking-findings',
        details: { errors: 1, warnings: 0, zh: '总计：上年结转填 0，上年报告的结转下年为 3，差 −3' },
      },
    });
  });

  test('with the key of another unit', async () => {
    const other = await makeKey('460200', '三亚市人民政府');
    expect(await trySeal(other)).toMatchObject({
      problem: {
        code: 'key/other-unit',
        details: { keyUnit: '三亚市人民政府', keyUnitCode: '460200', unit: unit.name, unitCode: unit.code },
      },
    });
  });

  test('before the key is valid and after it has expired', async () => {
    expect(await trySeal(key, { now: new Date('2025-12-31T23:59:59Z') })).toMatchObject({ problem: { code: 'key/not-yet-valid' } });
    expect(await trySeal(key, { now: new Date('2031-01-01T00:00:01Z') })).toMatchObject({ problem: { code: 'key/expired' } });
    expect(await trySeal(key, { now: new Date('2031-01-01T00:00:00Z') })).toMatchObject({ ok: true });
  });

  test('by a clock that says that the year of the report has not begun', async () => {
    const old = await makeKey(unit.code, unit.name, new Date('2018-01-01T00:00:00Z'));
    expect(await trySeal(old, { now: new Date('2019-12-31T23:59:59Z') })).toMatchObject({
      problem: { code: 'key/clock-wrong', details: { now: '2019-12-31T23:59:59.000Z', year: 2020 } },
    });
    expect(await trySeal(old, { now: new Date('2020-01-01T00:00:00Z') })).toMatchObject({ ok: true });
  });

  test('with a wrong passphrase, or without a key', async () => {
    expect(await trySeal(key, { passphrase: '12345678' })).toMatchObject({ problem: { code: 'key/wrong-passphrase' } });
    expect(await trySeal(key, { p12: Buffer.from('no key') })).toMatchObject({ problem: { code: 'key/malformed' } });
  });

  test('when the filing was made with other rules than those at hand', async () => {
    const filing = sampleFiling({ edition: { id: edition.id, digest: '0'.repeat(64) } });
    expect(await trySeal(key, { filing })).toMatchObject({ problem: { code: 'edition/digest-mismatch' } });
  });
});

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

describe.skipIf(!hasOpenssl || !hasUnzip)('anybody can verify a bundle without our software (contracts.md 4)', () => {
  const folder = temporaryFolder();
  const { openssl, run, read, write } = folder;
  const words = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'META-INF/signature.p7s', '-content', 'META-INF/ASiCManifest.xml'];
  write('bundle.asice', sealed.bytes);
  write('cert.pem', key.pem);

  test('unzip tests and unpacks it, and shows the fixed order and dates', () => {
    expect(run('unzip', '-t', 'bundle.asice').out.toString()).toContain('No errors detected');
    expect(run('unzip', '-o', 'bundle.asice').status).toBe(0);
    const listed = run('unzip', '-Z', '-T', 'bundle.asice')
      .out.toString()
      .match(/\S+ 20000101\.000000 \S+/gu)
      ?.map((line) => line.split(' ')[2]);
    expect(listed).toEqual([
      'mimetype',
      'filing.json',
      'validation.json',
      'journal.json',
      'report.docx',
      'report.html',
      'report.xlsx',
      'META-INF/ASiCManifest.xml',
      'META-INF/signature.p7s',
    ]);
    expect(read('report.html').toString()).toBe(renderReportHtml(sampleFiling(), edition.form));
  });

  test('openssl verifies the signature over the manifest, as CAdES and as CMS, and finds other signers untrusted', () => {
    expect(openssl(...words, '-CAfile', 'cert.pem', '-out', 'out', '-cades').words).toContain('CAdES Verification successful');
    expect(openssl(...words, '-CAfile', 'cert.pem', '-out', 'out').words).toContain('CMS Verification successful');
    makeCertificate(folder, 'other', 'P-256', '/CN=other');
    expect(run('openssl', ...words, '-CAfile', 'other.crt', '-out', 'out').status).not.toBe(0);
  });

  test('sha256 of every file is the digest in the manifest', () => {
    const manifest = read('META-INF/ASiCManifest.xml').toString();
    const listed = [...manifest.matchAll(/URI="([^"]+)" MimeType="[^"]+">\s+<ds:DigestMethod [^>]+>\s+<ds:DigestValue>([^<]+)</gu)];
    expect(listed.map((match) => match[1])).toEqual([
      'filing.json',
      'validation.json',
      'journal.json',
      'report.docx',
      'report.html',
      'report.xlsx',
    ]);
    for (const [, name = '', digest] of listed) {
      expect(openssl('dgst', '-sha256', '-binary', name).out.toString('base64'), name).toBe(digest);
    }
  });

  test('a filing sealed with OpenSSL’s own RSA key is just as good', async () => {
    makeCertificate(folder, 'rsa', 'rsa:2048', `/CN=${unit.name}/serialNumber=${unit.code}`);
    openssl('pkcs12', '-export', '-inkey', 'rsa.key', '-in', 'rsa.crt', '-out', 'rsa.p12', '-passout', `pass:${passphrase}`);
    const time = new Date(Math.max(now.getTime(), Date.now() + 60_000));
    const outcome = await sealFiling({
      filing: sampleFiling(),
      edition,
      prior: null,
      journal: [],
      attachments: [],
      p12: read('rsa.p12'),
      passphrase,
      now: time,
    });
    expect(outcome.ok).toBe(true);
    if (!outcome.ok) return;
    write('rsa.asice', outcome.value.bytes);
    expect(run('unzip', '-o', 'rsa.asice').status).toBe(0);
    expect(openssl(...words, '-CAfile', 'rsa.crt', '-out', 'out', '-cades').words).toContain('CAdES Verification successful');
  });
});

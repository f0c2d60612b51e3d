/** The upload to the superior, over real TLS on loopback: sent, cut and gone on with, stopped, refused; and its signed address. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channelFormat, decodeChannel, encodeChannel, isForUnit, type Channel } from '#core/bundle/channel.ts';
import type { Submission } from '#core/ipc/views.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { channelSealCommand, channelVerifyCommand } from '#main/commands/channel.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { forgetChannel, readChannel, takeChannel } from '#main/upload/channel-folder.ts';
import { openUploads, type UploadOrder } from '#main/upload/uploads.ts';
import { sealChannel, verifyChannel } from '#main/upload/verify-channel.ts';
import { makeKey, now, passphrase, sampleFiling, seal, unit, valueOf } from '../bundle/sample.ts';
import { runHere } from '../commands/run-here.ts';
import { startReceiver, type Receiver } from './receiver.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-上报-'));
const at = (name: string) => join(folder, name);
/** A server's certificate that vouches for itself, as an office's own server has it. */
function makeServerCertificate(name: string): { readonly key: Buffer; readonly pem: string } {
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', '-subj', `/CN=${name}`];
  const files = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)];
  const { status, stderr } = spawnSync('openssl', [...words, ...files]);
  if (status !== 0) throw new Error(stderr.toString());
  return { key: readFileSync(at(`${name}.key`)), pem: readFileSync(at(`${name}.crt`), 'utf8') };
}
const server = makeServerCertificate('server');
const other = makeServerCertificate('other');
const unitKey = await makeKey();
const office = await makeKey('460000', '海南省');
const officeKey = valueOf(await readPkcs12(office.p12, passphrase));
const trust = { trusted: [office.certificate], pins: [], lists: [] };
/** Incompressible, so that it is more than one piece. */
const scan = createHash('shake256', { outputLength: 400_000 }).update('scan').digest();
const attached = { name: '扫描件.bin', digest: sha256Hex(scan), size: scan.length, mediaType: 'application/octet-stream' };
const sealed = await seal(unitKey, { filing: sampleFiling({ attachments: [attached] }), attachments: [{ ...attached, bytes: scan }] });
writeFileSync(at('b.asice'), sealed.bytes);
const submission: Submission = {
  id: 'b7c1c9f0-0000-4000-8000-000000000000',
  revision: 1,
  bundleDigest: sealed.bundleDigest,
  fileName: 'b.asice',
  folder,
  exportedAt: now.toISOString(),
};

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver(server.key, server.pem);
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});
const settings = new Map<string, string>();
const journal: unknown[] = [];
beforeEach(() => {
  settings.clear();
  journal.length = 0;
  receiver.calls.length = 0;
  receiver.cutAfter = null;
  receiver.status = null;
});

function channelOf(changes: Partial<Channel> = {}): Channel {
  const address = `${receiver.origin}/files`;
  const place = { address, receipts: `${receiver.origin}/receipts/{digest}`, authorities: [server.pem] };
  return { format: channelFormat, office: { code: '460000', name: '海南省' }, protocol: 'tus', until: null, ...place, ...changes };
}
const orderOf = (changes: Partial<Channel> = {}): UploadOrder => ({ channel: channelOf(changes), submission, unit, actor: '王芳' });
/** As a workspace keeps settings, so that a restart can be tried. */
const open = () =>
  openUploads({
    now: () => now,
    readSetting: (key) => settings.get(key) ?? null,
    writeSetting: (key, value, ...entries) => {
      settings.set(key, value);
      journal.push(...entries);
      return Promise.resolve({ state: 'saved', at: now.toISOString() });
    },
  });

describe('a bundle is uploaded', () => {
  test('in pieces, after a cut from where it stopped, also by an app that was started again', async () => {
    receiver.cutAfter = 100_000;
    const cut = await open().start(orderOf());
    expect(cut).toMatchObject({ problem: { code: 'upload/no-connection' } });
    const uploads = open();
    expect(uploads.recordOf(submission.id).place).toBe(`${receiver.origin}/files/1`);
    receiver.calls.length = 0;
    valueOf(await uploads.start(orderOf()));
    expect(receiver.calls.map((each) => each.split(' ')[0])).toEqual(['HEAD', 'PATCH', 'PATCH']);
    expect(receiver.received.get('b.asice')?.equals(sealed.bytes)).toBe(true);
    expect(uploads.recordOf(submission.id)).toEqual({ place: null, doneAt: now.toISOString() });
    expect(journal).toMatchObject([{ actor: '王芳', action: 'bundle/upload', detail: { bundleDigest: sealed.bundleDigest } }]);
  });

  test.each(['put', 'post'] as const)('as one body by %s', async (protocol) => {
    receiver.received.clear();
    const name = protocol === 'put' ? 'b.asice' : 'files';
    valueOf(await open().start(orderOf({ protocol })));
    expect(receiver.received.get(name)?.equals(sealed.bytes)).toBe(true);
  });

  test('and stopped when the user says so; the rest goes on later', async () => {
    const uploads = open();
    const started = uploads.start(orderOf());
    expect(await uploads.start(orderOf())).toMatchObject({ problem: { code: 'upload/running' } });
    uploads.stop(submission.id);
    expect(await started).toMatchObject({ problem: { code: 'upload/stopped' } });
    expect(uploads.progressOf(submission.id)).toBeNull();
    valueOf(await uploads.start(orderOf()));
  });
});

describe('nothing is uploaded', () => {
  test('to a server with another certificate than the superior names, whoever issued it', async () => {
    const wrong = await open().start(orderOf({ authorities: [other.pem] }));
    expect(wrong).toMatchObject({ problem: { code: 'upload/wrong-certificate', details: { host: new URL(receiver.origin).host } } });
    expect(receiver.calls).toEqual([]);
  });

  test.each([
    [400, 'upload/refused'],
    [403, 'upload/forbidden'],
    [413, 'upload/too-large'],
    [503, 'upload/server-error'],
    [302, 'upload/bad-answer'],
  ])('where the server says %i: %s', async (status, code) => {
    receiver.status = status;
    expect(await open().start(orderOf())).toMatchObject({ problem: { code } });
    expect(receiver.calls).toHaveLength(1);
  });

  test('where nobody listens, to an office that is no superior, and of a file that is another one by now', async () => {
    const nobody = await open().start(orderOf({ address: 'https://127.0.0.1:9/files' }));
    expect(nobody).toMatchObject({ problem: { code: 'upload/no-connection', details: { reason: 'ECONNREFUSED' } } });
    const stranger = { ...orderOf(), channel: channelOf({ office: { code: '440000', name: '广东省' } }) };
    expect(await open().start(stranger)).toMatchObject({ problem: { code: 'upload/other-unit' } });
    const changed = { ...orderOf(), submission: { ...submission, bundleDigest: '0'.repeat(64) } };
    expect(await open().start(changed)).toMatchObject({ problem: { code: 'upload/bundle-gone' } });
    expect(receiver.calls).toEqual([]);
  });
});

test('the receipt is fetched by the digest of the bundle, when there is one', async () => {
  expect(await open().fetchReceipt(orderOf())).toEqual({ ok: true, value: null });
  receiver.receipts.set(sealed.bundleDigest, Buffer.from('receipt'));
  expect(Buffer.from(valueOf(await open().fetchReceipt(orderOf())) ?? []).toString()).toBe('receipt');
  receiver.status = 500;
  const failed = await open().fetchReceipt(orderOf());
  receiver.status = null;
  expect(failed).toMatchObject({ problem: { code: 'upload/receipt-failed', details: { status: 500 } } });
  expect(await open().fetchReceipt(orderOf({ receipts: null }))).toMatchObject({ problem: { code: 'upload/no-receipts' } });
});

describe('the address of a superior', () => {
  const signed = (changes: Partial<Channel> = {}) => valueOf(sealChannel(channelOf(changes), officeKey, now));
  const codes = async (bytes: Uint8Array, trusted = trust) => (await verifyChannel(bytes, trusted, now)).reasons.map(({ code }) => code);

  test('counts where it is signed by the office that it names, which is registered here, and is in time', async () => {
    expect(await codes(signed())).toEqual([]);
    expect(await codes(signed(), { ...trust, trusted: [] })).toEqual(['certificate/untrusted']);
    expect(await codes(signed({ office: { code: '110000', name: '北京市' } }))).toEqual(['channel/wrong-office']);
    expect(await codes(signed({ until: '2026-01-31T00:00:00Z' }))).toEqual(['channel/expired']);
    expect(await codes(sealed.bytes)).toContain('container/wrong-kind');
  });

  test.each(['http://example.org/', 'https://user@example.org/', 'https://example.org/?a=b', 'ftp://example.org/'])(
    'is not %s',
    (address) => {
      expect(decodeChannel(encodeChannel(channelOf({ address })))).toMatchObject({ problem: { code: 'upload/malformed-channel' } });
    },
  );

  test('is kept as it came, verified at each use, and forgotten without a trace', async () => {
    const data = at('data');
    writeFileSync(at('channel.asice'), signed());
    valueOf(await takeChannel(data, at('channel.asice'), trust, now));
    expect(await readChannel(data, trust, now)).toMatchObject({ verdict: 'valid', channel: { protocol: 'tus' } });
    expect(await readChannel(data, { ...trust, trusted: [] }, now)).toMatchObject({ verdict: 'untrusted' });
    expect(await takeChannel(data, at('b.asice'), trust, now)).toMatchObject({ problem: { code: 'upload/channel-refused' } });
    valueOf(forgetChannel(data));
    expect(existsSync(join(data, 'channel'))).toBe(false);
  });

  test('is made and verified by command', async () => {
    writeFileSync(at('office.p12'), office.p12);
    writeFileSync(at('office.pem'), office.pem);
    const words = [at('server.crt'), '--address', `${receiver.origin}/files`, '--key', at('office.p12'), '-o', at('made.asice')];
    valueOf(await runHere(channelSealCommand, words, now, passphrase));
    const verified = await runHere(channelVerifyCommand, [at('made.asice'), '--trust', at('office.pem')], now);
    expect(valueOf(verified)).toMatchObject({ exit: 0, data: { verdict: 'valid', channel: { office: { code: '460000' } } } });
    expect(valueOf(await runHere(channelVerifyCommand, [at('made.asice')], now)).exit).toBe(3);
  });

  test.each([
    [['--address', 'http://a.example/files'], 'upload/bad-address'],
    [['--address', 'https://user@a.example/files'], 'upload/bad-address'],
    [['--address', 'https://a.example/files', '--receipts', 'https://a.example/receipts'], 'upload/bad-address'],
    [['--address', 'https://a.example/files', '--until', '2000-01-01T00:00:00Z'], 'upload/bad-end'],
    [['--address', 'https://a.example/files', '--until', 'tomorrow'], 'upload/bad-end'],
  ])('is not made with %j, and the words have no regular expression: %s', async (words, code) => {
    const done = await runHere(channelSealCommand, [at('server.crt'), ...words, '--key', at('none.p12'), '-o', at('never.asice')], now);
    expect(done).toMatchObject({ ok: false, problem: { code } });
    if (!done.ok) expect(describeProblem(done.problem, 'zh')).not.toMatch(/[\\^$]|\(\?/u);
  });

  test('is for the units below, by their codes', () => {
    const forUnit = (code: string, unitCode: string) => isForUnit(channelOf({ office: { code, name: '' } }), unitCode);
    expect([forUnit('460000', '460100'), forUnit('460100', '460100'), forUnit('460100', '460200'), forUnit('460200', 'A-1')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

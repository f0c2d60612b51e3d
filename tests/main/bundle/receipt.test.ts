/** Receipts: bound to one bundle, from a superior, and each wrong use of one named. */
import { describe, expect, test } from 'vitest';
import type { Reason } from '#core/bundle/verdict.ts';
import { answeredBundle, verifyReceipt, type ReceiptCheck } from '#main/bundles/verify-receipt.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { acceptance, answer, forge } from './receipts.ts';
import { edition, makeKey, now, passphrase, sampleFiling, seal, valueOf } from './sample.ts';

const county = await makeKey();
const province = await makeKey('460000', '海南省人民政府办公厅');
const sibling = await makeKey('460200', '三亚市人民政府');
const [countyKey, provinceKey, siblingKey] = await Promise.all(
  [county, province, sibling].map(async ({ p12 }) => valueOf(await readPkcs12(p12, passphrase))),
);
if (countyKey === undefined || provinceKey === undefined || siblingKey === undefined) throw new Error('no keys');

const first = await seal(county);
const filing = sampleFiling({ revision: { number: 2, previousBundleDigest: first.bundleDigest, changes: [] } });
const second = await seal(county, { filing });
const otherYear = await seal(county, {
  filing: { ...sampleFiling(), reportYear: 2019, title: '海口市人民政府2019年政府信息公开工作年度报告' },
});

const bundleOf = async (bytes: Uint8Array) => answeredBundle(await verifyBundle({ bytes, trusted: [], editions: [edition], now }));

async function check(receipt: Uint8Array, bundle: Uint8Array, changes: Partial<ReceiptCheck> = {}) {
  const trust = { trusted: [province.certificate], pins: [], lists: [] };
  return verifyReceipt({ bytes: receipt, bundle: await bundleOf(bundle), ...trust, now, ...changes });
}
const codes = ({ verdict, reasons }: { verdict: string; reasons: readonly Reason[] }) =>
  [verdict, ...reasons.map((each) => each.code)].join(', ');

const accepted = valueOf(await answer(first.bytes, provinceKey));

describe('a receipt', () => {
  test('is valid for the bundle it answers: its digest, unit, year, revision, time and officer are in it', async () => {
    const checked = await check(accepted.bytes, first.bytes);
    expect(codes(checked)).toBe('valid');
    expect(checked.receipt).toEqual({
      format: 'nianbao.receipt/1',
      bundleDigest: first.bundleDigest,
      unit: { code: '460100', name: '海口市人民政府' },
      reportYear: 2020,
      revision: 1,
      verdict: 'accepted',
      time: '2026-03-01T08:30:15.000Z',
      reason: null,
      cells: [],
      office: { code: '460000', name: '海南省人民政府办公厅' },
      officer: '王芳',
    });
    expect(accepted.fileName).toBe('海口市人民政府-460100-2020-v1-回执-接收.asice');
  });

  test('of return gives reasons, also for single cells', async () => {
    const [cell = ''] = Object.keys(filing.cells);
    const how = { verdict: 'returned', reason: '请核对', cells: [{ cell, reason: '与去年相差太大' }], officer: null } as const;
    const returned = valueOf(await answer(first.bytes, provinceKey, how));
    expect((await check(returned.bytes, first.bytes)).receipt).toMatchObject({ ...how, officer: '海南省人民政府办公厅' });
    expect(await answer(first.bytes, provinceKey, { ...how, cells: [{ cell: 'no.such.cell', reason: 'x' }] })).toMatchObject({
      problem: { code: 'receipt/unknown-cell', details: { cell: 'no.such.cell' } },
    });
  });

  test('of acceptance is not given for a bundle that is not valid, nor any receipt for one that is not intact', async () => {
    const changed = Buffer.from(first.bytes);
    changed.writeUInt8(changed.readUInt8(300) ^ 1, 300);
    for (const how of [acceptance, { ...acceptance, verdict: 'returned', reason: 'x' } as const]) {
      expect(await answer(changed, provinceKey, how)).toMatchObject({ problem: { code: 'receipt/not-answerable' } });
    }
  });
});

describe('a receipt that answers something else says what', () => {
  test('another bundle: of another year, or of another unit', async () => {
    expect(codes(await check(accepted.bytes, otherYear.bytes))).toBe('invalid, receipt/other-bundle');
    const forged = await forge(first.bytes, provinceKey, { unit: { code: '460200', name: '三亚市' } });
    expect(codes(await check(forged, first.bytes))).toBe('invalid, receipt/other-bundle');
  });

  test('an old revision, and a newer one', async () => {
    expect(codes(await check(accepted.bytes, second.bytes))).toBe('invalid, receipt/old-revision');
    const newer = valueOf(await answer(second.bytes, provinceKey));
    expect(codes(await check(newer.bytes, first.bytes))).toBe('invalid, receipt/newer-revision');
  });

  test('the same revision sealed again', async () => {
    const again = await seal(county, { filing: sampleFiling({ tableNotes: { applications: '补充' } }) });
    expect(codes(await check(accepted.bytes, again.bytes))).toBe('invalid, receipt/resealed');
  });
});

describe('a receipt counts only from a superior', () => {
  test('not from the unit itself, though its certificate is registered', async () => {
    const own = valueOf(await answer(first.bytes, countyKey));
    expect(codes(await check(own.bytes, first.bytes, { trusted: [county.certificate] }))).toBe('invalid, receipt/own-signature');
  });

  test('not from somebody unknown', async () => {
    expect(codes(await check(accepted.bytes, first.bytes, { trusted: [] }))).toBe('untrusted, certificate/untrusted');
  });

  test('from another unit only when its very certificate is registered', async () => {
    const neighbour = valueOf(await answer(first.bytes, siblingKey));
    expect(codes(await check(neighbour.bytes, first.bytes))).toBe('invalid, receipt/wrong-issuer, certificate/untrusted');
    expect(codes(await check(neighbour.bytes, first.bytes, { trusted: [sibling.certificate] }))).toBe('valid');
  });

  test('not with the name of another office in it', async () => {
    const forged = await forge(first.bytes, siblingKey, { office: { code: '460000', name: '海南省人民政府办公厅' } });
    expect(codes(await check(forged, first.bytes, { trusted: [sibling.certificate] }))).toBe('invalid, receipt/wrong-office');
  });
});

describe('a receipt that cannot be read', () => {
  test('is named as such: a newer format, surplus keys, a return without a reason', async () => {
    for (const changes of [{ format: 'nianbao.receipt/2' }, { more: 1 }, { verdict: 'returned' }, { bundleDigest: 'x' }, { revision: 0 }]) {
      expect(codes(await check(await forge(first.bytes, provinceKey, changes), first.bytes)), JSON.stringify(changes)).toBe(
        'invalid, receipt/unreadable',
      );
    }
  });

  test('a bundle is no receipt, and a receipt no bundle', async () => {
    expect((await check(first.bytes, first.bytes)).reasons[0]).toMatchObject({
      code: 'container/wrong-kind',
      details: { found: 'filing.json' },
    });
    const report = await verifyBundle({ bytes: accepted.bytes, trusted: [province.certificate], editions: [edition], now });
    expect(report).toMatchObject({ verdict: 'invalid', reasons: [{ code: 'container/wrong-kind', details: { found: 'receipt.json' } }] });
  });

  test('a changed byte is found', async () => {
    const changed = Buffer.from(accepted.bytes);
    const at = changed.indexOf('receipt.json') + 60;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect((await check(changed, first.bytes)).verdict).toBe('invalid');
  });
});

import { describe, expect, it } from 'vitest';
import { isSuperior } from '#core/form/division-code.ts';
import { checkOrder } from '#core/bundle/receipt-order.ts';
import type { Receipt } from '#core/bundle/receipt.ts';

const receipt = (time: string, bundleDigest = 'a'): Receipt => ({
  format: 'nianbao.receipt/1',
  bundleDigest,
  unit: { code: '460100', name: '海口市' },
  reportYear: 2020,
  revision: 1,
  verdict: 'accepted',
  time,
  reason: null,
  cells: [],
  office: { code: '460000', name: '海南省' },
  officer: '王芳',
});
const early = { digest: '1', receipt: receipt('2026-03-01T00:00:00Z') };
const late = { digest: '2', receipt: receipt('2026-03-02T00:00:00Z') };
const other = { digest: '3', receipt: receipt('2026-03-03T00:00:00Z', 'b') };
const codes = (...found: ReturnType<typeof checkOrder>) => found.map((each) => each.map(({ code }) => code).join());

describe('several receipts', () => {
  it('the later one counts, in whatever order they come, now or before', () => {
    expect(codes(...checkOrder([early, late], []))).toEqual(['receipt/superseded', '']);
    expect(codes(...checkOrder([late, early], []))).toEqual(['', 'receipt/superseded']);
    expect(codes(...checkOrder([early], [late]))).toEqual(['receipt/superseded']);
  });

  it('the same one again is a replay', () => {
    expect(codes(...checkOrder([early, early], []))).toEqual(['', 'receipt/replayed']);
    expect(codes(...checkOrder([early], [early]))).toEqual(['receipt/replayed']);
  });

  it('those for other bundles have nothing to do with each other', () => {
    expect(codes(...checkOrder([early, other], [other]))).toEqual(['', 'receipt/replayed']);
  });
});

describe('by division codes', () => {
  it.each([
    ['460000', '460100', true],
    ['460100', '460106', true],
    ['460106', '460106001', true],
    ['460000', '460106-jyj', true],
    ['460100', '460200', false],
    ['460100', '460100', false],
    ['460106', '460100', false],
    ['100000', '460000', true],
    ['000000', '460100', true],
    ['100000', 'sheng', false],
    ['sheng', 'sheng-1', false],
  ])('%s is above %s: %s', (code, below, is) => {
    expect(isSuperior(code, below)).toBe(is);
  });
});

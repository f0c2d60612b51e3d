import { describe, expect, it } from 'vitest';
import { checkChain } from '#core/bundle/check-chain.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { shippedEdition } from '../../fixtures/editions.ts';

const [first, second, third] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)];
const filing = newFiling({ code: '460100', name: '海口市', creditCode: null, level: 'prefecture' }, 2020, shippedEdition('2019'));

function link(bundleDigest: string, number: number, previousBundleDigest: string | null, code = '460100') {
  return { bundleDigest, filing: { ...filing, unit: { ...filing.unit, code }, revision: { number, previousBundleDigest, changes: [] } } };
}
const codes = (...links: Parameters<typeof checkChain>[0]) => checkChain(links).map((each) => each.map((reason) => reason.code).join());

describe('revisions given together', () => {
  it('are fine in a row, in any order, with gaps, and beside other units', () => {
    const row = [link(first, 1, null), link(second, 2, first), link(third, 3, second)] as const;
    expect(codes(...row)).toEqual(['', '', '']);
    expect(codes(row[2], row[0])).toEqual(['', '']);
    expect(codes(row[1], link(third, 1, null, '460200'))).toEqual(['', '']);
    expect(checkChain([row[0], row[0], { bundleDigest: null, filing: null }])).toEqual([[], [], []]);
  });

  it('stand by themselves beside reports of other years, and where there is nothing to compare', () => {
    const [report, next] = [link(first, 1, null), link(second, 2, third)];
    const ofNextYear = { ...next, filing: { ...next.filing, reportYear: 2021 } };
    expect(checkChain([report, ofNextYear])).toEqual([[], []]);
    expect(checkChain([{ ...report, filing: null }, next])).toEqual([[], []]);
    expect(checkChain([{ ...report, bundleDigest: null }, next])).toEqual([[], []]);
    expect(checkChain([next, { ...next, bundleDigest: null }])).toEqual([[], []]);
  });

  it('break where one replaces another than the one that is there', () => {
    expect(codes(link(first, 1, null), link(second, 2, third))).toEqual(['', 'chain/broken']);
    expect(codes(link(first, 1, null), link(second, 2, null))).toEqual(['', 'chain/broken']);
    const [, broken] = checkChain([link(first, 1, null), link(second, 2, third)]);
    expect(broken).toMatchObject([{ details: { revision: 2, before: 1, previous: '3'.repeat(12), found: '1'.repeat(12) } }]);
    const [, nothing] = checkChain([link(first, 1, null), link(second, 2, null)]);
    expect(nothing).toMatchObject([{ details: { previous: '—' } }]);
  });

  it('fork where there are two of one number', () => {
    expect(codes(link(second, 2, first), link(third, 2, first))).toEqual(['chain/fork', 'chain/fork']);
    const [fork] = checkChain([link(second, 2, first), link(third, 2, first)]);
    expect(fork).toMatchObject([{ details: { revision: 2, digest: '2'.repeat(12), other: '3'.repeat(12) } }]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkChain } from '#core/bundle/check-chain.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { shippedEdition } from '../../fixtures/editions.ts';

const [first, second, third] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)];
const filing = newFiling({ code: '460100', name: '海口市', creditCode: null, level: 'prefecture' }, 2020, shippedEdition('2019'));

function link(bundleDigest: string, number: number, previousBundleDigest: string | null, code = '460100') {
  return { bundleDigest, filing: { ...filing, unit: { ...filing.unit, code }, revision: { number, previousBundleDigest, changes: [] } } };
}
const codes = (...links: Parameters<typeof checkChain>[0]) => checkChain(links).map((each) => each.map(({ code }) => code).join());

describe('revisions given together', () => {
  it('are fine in a row, in any order, with gaps, and beside other units', () => {
    const row = [link(first, 1, null), link(second, 2, first), link(third, 3, second)] as const;
    expect(codes(...row)).toEqual(['', '', '']);
    expect(codes(row[2], row[0])).toEqual(['', '']);
    expect(codes(row[1], link(third, 1, null, '460200'))).toEqual(['', '']);
    expect(codes(row[0], row[0], { bundleDigest: null, filing: null })).toEqual(['', '', '']);
  });

  it('break where one replaces another than the one that is there', () => {
    expect(codes(link(first, 1, null), link(second, 2, third))).toEqual(['', 'chain/broken']);
    expect(codes(link(first, 1, null), link(second, 2, null))).toEqual(['', 'chain/broken']);
  });

  it('fork where there are two of one number', () => {
    expect(codes(link(second, 2, first), link(third, 2, first))).toEqual(['chain/fork', 'chain/fork']);
  });
});

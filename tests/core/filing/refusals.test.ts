/** What a filing file must not carry: each is refused with its place (contracts.md 1: nothing is dropped silently). */
import { describe, expect, test } from 'vitest';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { edition2019 } from '../../fixtures/editions.ts';

const edition = edition2019();
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
const filing = JSON.parse(JSON.stringify(newFiling(unit, 2020, edition))) as Record<string, unknown>;

function refusalOf(input: unknown): string {
  const decoded = decodeFiling(input, [edition], 'a.json');
  return decoded.ok
    ? 'accepted'
    : `${decoded.problem.code} ${String(decoded.problem.details['reason'] ?? decoded.problem.details['cell'] ?? '')}`.trim();
}

/** As it comes from a file: JSON.parse makes `__proto__` a key of its own. */
function parsed(change: (text: string) => string): unknown {
  return JSON.parse(change(JSON.stringify(filing)));
}

describe('a filing file', () => {
  test('of a year that its edition does not cover is refused', () => {
    expect(refusalOf(filing)).toBe('accepted');
    expect(refusalOf({ ...filing, reportYear: 2030 })).toBe('edition/wrong-for-year');
    expect(refusalOf({ ...filing, reportYear: 2018 })).toBe('edition/wrong-for-year');
  });

  test.each(['__proto__', 'constructor', 'prototype'])('with the hidden key %s anywhere is refused by its name', (key) => {
    expect(refusalOf(parsed((text) => text.replace('"cells":{', `"cells":{"${key}":1,`)))).toBe(`filing/unknown-cell ${key}`);
    expect(refusalOf(parsed((text) => text.replace('"narrative":{}', `"narrative":{"${key}":[]}`)))).toBe(`filing/unknown-cell ${key}`);
  });

  test('with a number that JSON has already rounded is refused, not calculated with', () => {
    const change = (number: string) => (text: string) =>
      text.replace('"applications.receivedThisYear.total":null', `"applications.receivedThisYear.total":${number}`);
    expect(refusalOf(parsed(change('100000000000000001')))).toBe('filing/bad-value too-large');
  });

  test('with control or invisible characters in a name is refused: they could fake a line of a verdict', () => {
    for (const name of ['海南省\n琼海市：有效', '海南省\u001b[8m', '琼海市\u200b人民政府']) {
      expect(refusalOf({ ...filing, unit: { ...unit, name } })).toBe('filing/malformed');
    }
  });

  test('with an explanation that says nothing is refused', () => {
    for (const text of ['', ' ', '　']) {
      const justifications = [{ rule: 'T3-4', values: {}, text, author: null }];
      expect(refusalOf({ ...filing, justifications }), JSON.stringify(text)).toBe('filing/malformed');
    }
  });
});

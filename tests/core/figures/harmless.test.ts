/** Figures that no table contradicts: sentences with numbers that say nothing certain about a cell. */
import { describe, expect, test } from 'vitest';
import { readText, type EditionId } from '../../fixtures/editions.ts';
import { check } from './harness.ts';

const sentences = readText('tests/fixtures/narrative/harmless.txt').trim().split('\n');
/** Tables in which nothing is zero, so that any figure that is compared by mistake differs. */
const figures = {
  ...{ receivedThisYear: 7777, broughtForward: 777, handlingTotal: 7777, carriedForward: 777 },
  ...{ stateSecret: 9999, disclosed: 8888, partiallyDisclosed: 9999, notHeld: 9999, duplicate: 9999 },
  ...{ 'reconsideration.total': 999, 'reconsideration.corrected': 99, 'directLitigation.total': 99, 'directLitigation.corrected': 99 },
  ...{ 'administrativeLicense.decisions': 9, 'administrativePenalty.decisions': 9, 'administrativeCompulsion.decisions': 7 },
};
const contexts: readonly (readonly [name: string, edition: EditionId, before: string])[] = [
  ['alone', '2021', ''],
  ['in a report of the 2019 edition', '2019', ''],
  ['under the heading 依申请公开', '2021', '（二）依申请公开情况\n'],
  ['after a sentence about applications', '2021', '2023年，全县共收到政府信息公开申请7777件，办结7777件。'],
];

test('there are enough of them', () => {
  expect(sentences.filter((sentence) => /\d/u.test(sentence)).length).toBeGreaterThanOrEqual(80);
});

describe.each(contexts)('%s', (_name, edition, before) => {
  test.each(sentences)('%s', (sentence) => {
    expect(check(before + sentence, figures, { edition, reportYear: 2023 })).toEqual([]);
  });
});

test('all of them as one text', () => {
  expect(check(sentences.join('\n'), figures, { reportYear: 2023 })).toEqual([]);
  expect(check(sentences.join(''), figures, { reportYear: 2023 })).toEqual([]);
});

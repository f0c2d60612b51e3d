/** Each phrase family of domain.md 2.6: a sentence as reports write it, with tables that agree and tables that do not. */
import { describe, expect, test } from 'vitest';
import { blank, check, quotationOf, read, shown, type Told } from './harness.ts';
import { phrases } from './phrases.ts';

const told = (more: Told | undefined): Told => more ?? {};

describe('an agreeing figure is recognised and raises nothing', () => {
  test.each(phrases)('%s %s', (code, sentence, agreeing, _contradicting, more) => {
    const readings = read(sentence, agreeing, told(more)).filter(({ rule }) => rule.code === code);
    expect(shown(readings).length).toBeGreaterThan(0);
    expect(readings.map(({ verdict }) => verdict)).toEqual(readings.map(() => 'agrees'));
    expect(check(sentence, agreeing, told(more))).toEqual([]);
  });
});

describe('a contradicting figure is a warning with its sentence, figure and cells', () => {
  test.each(phrases)('%s %s', (code, sentence, _agreeing, contradicting, more) => {
    const found = check(sentence, contradicting, told(more)).filter((finding) => finding.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding).toMatchObject({ kind: 'narrativeFigure', severity: 'warning' });
      const { words, sentence: quoted } = quotationOf(finding);
      expect(sentence).toContain(words);
      expect(quoted).toContain(words);
      expect(finding.cells.length).toBeGreaterThan(0);
      expect(finding.rightOperands.map(({ cell }) => cell)).toEqual(finding.cells);
      expect(finding.message.zh).toContain(words);
      expect(finding.message.en).toMatch(/table [234] has/u);
      expect(`${finding.message.zh}${finding.message.en}`).not.toMatch(/[{}]|undefined|null|NaN/u);
    }
  });
});

test('tables that are still blank contradict nothing', () => {
  const readings = read('收到政府信息公开申请36件，上年结转2件。', {}, { cells: blank('2021') });
  expect(shown(readings)).toEqual(['P-1 36 open', 'P-2 2 open']);
});

test('a total that was left blank is worth its row', () => {
  const figures = { 'disclosed.total': null, 'disclosed.naturalPerson': 200, 'disclosed.other': 72 };
  expect(check('依申请公开予以公开272件。', figures)).toEqual([]);
  expect(check('依申请公开予以公开258件。', figures)).toMatchObject([{ code: 'P-4', left: 258, right: 272, difference: -14 }]);
});

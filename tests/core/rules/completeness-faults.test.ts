import { describe, expect, test } from 'vitest';
import { decodeRules } from '#core/rules/decode-rules.ts';
import { broken, editionJson, shippedEdition, type EditionId } from '../../fixtures/editions.ts';

const files = { '2019': editionJson('2019').rules, '2021': editionJson('2021').rules };
const editions = { '2019': shippedEdition('2019').form.edition, '2021': shippedEdition('2021').form.edition };

/** Where the first rule of a code stands. */
function placeOf(code: string, id: EditionId): string {
  const index = files[id].rules.findIndex((rule) => rule.code === code);
  if (index < 0) throw new Error(`no such rule: ${code}`);
  return `rules.${String(index)}`;
}

function refuse(code: string, path: string, value: unknown, id: EditionId) {
  const decoded = decodeRules(broken(files[id], `${placeOf(code, id)}.${path}`, value), editions[id], 'rules.json');
  if (decoded.ok) throw new Error('the broken rules were accepted');
  return decoded.problem;
}

describe('form checks that do not fit their edition are refused with place and reason', () => {
  const section = 'no such section: nowhere';
  const repeated = (name: string) => `named twice: ${name}`;

  test.each([
    ['C-1', 'an unknown section', 'section', 'nowhere', section],
    ['C-2', 'an unknown section of topics', 'sections.0', 'nowhere', section],
    ['C-4', 'a section twice', 'sections.1', 'overview', repeated('overview')],
    ['C-2', 'a topic twice', 'topics.1.name.zh', '主动公开', repeated('主动公开')],
    ['C-11', 'an unknown section of the period', 'section', 'nowhere', section],
    ['C-11', 'a table for a section', 'section', 'remedies', 'no such section: remedies'],
    ['C-15', 'an unknown section of the maker', 'sections.0', 'nowhere', section],
    ['C-17', 'an unknown numbered section', 'sections.2', 'nowhere', section],
    ['C-18', 'an unknown section of the list', 'sections.1', 'nowhere', section],
    ['C-18', 'a part twice', 'parts.1.name.zh', '总体情况', repeated('总体情况')],
    ['C-18', 'a list told by all its parts', 'minimum', 6, 'at most 5 of the parts can tell a list of them'],
    ['C-6', 'an unknown table', 'table', 'nowhere', 'no such table: nowhere'],
    ['C-6', 'an unknown row', 'row', 'nowhere', 'no such cell: proactiveDisclosure.nowhere.procurementAmount'],
    ['C-6', 'an unknown column', 'column', 'nowhere', 'no such cell: proactiveDisclosure.centralizedProcurement.nowhere'],
    ['C-6', 'a column of other rows', 'column', 'change', 'no such cell: proactiveDisclosure.centralizedProcurement.change'],
    [
      'C-6',
      'a count',
      'column',
      'procurementItems',
      'the form leaves no unit open: proactiveDisclosure.centralizedProcurement.procurementItems',
    ],
    ['C-7', 'a notice that is the other, too', 'others.0.number', '〔2019〕60号', repeated('〔2019〕60号')],
    ['C-7', 'the title of both', 'others.0.titles', '年度报告有关事项的通知', repeated('年度报告有关事项的通知')],
    ['C-1', 'a place that nothing fills', 'message.zh', '{place}', 'a place that nothing fills: message.zh: {place}'],
    ['C-7', 'an open place where title and number differ', 'mixed.en', '{words}', 'a place that nothing fills: mixed.en: {words}'],
  ])('%s: %s', (code, _name, path, value, reason) => {
    const place = `${placeOf(code, '2019')} (${code})`;
    expect(refuse(code, path, value, '2019')).toEqual({ code: 'edition/inconsistent', details: { file: 'rules.json', place, reason } });
  });

  test('an amount whose unit the form prints is not asked for one', () => {
    const amount = { table: 'proactiveDisclosure', row: 'administrativeFee', column: 'feeAmount' };
    const place = placeOf('C-5', '2021');
    const { code, kind, severity, clause } = { code: 'C-6', kind: 'completeness', severity: 'warning', clause: '国办公开办函〔2021〕30号' };
    const rule = { code, kind, severity, clause, asks: 'amountUnit', ...amount, message: { zh: '{cell}', en: '{cell}' } };
    const decoded = decodeRules(broken(files['2021'], place, rule), editions['2021'], 'rules.json');
    expect(decoded.ok ? null : decoded.problem.details['reason']).toBe(
      'the form leaves no unit open: proactiveDisclosure.administrativeFee.feeAmount',
    );
  });
});

describe('form checks of the wrong shape are refused with their place', () => {
  test.each([
    ['C-1', 'an unknown question', 'asks', 'regex'],
    ['C-1', 'no question', 'asks', undefined],
    ['C-1', 'no minimum', 'minimum', undefined],
    ['C-1', 'a minimum of zero', 'minimum', 0],
    ['C-1', 'a pattern', 'pattern', '.*'],
    ['C-2', 'no topics', 'topics', []],
    ['C-2', 'a topic without words', 'topics.0.words', ' '],
    ['C-2', 'a topic without an English name', 'topics.0.name.en', ''],
    ['C-4', 'no sections', 'sections', []],
    ['C-7', 'a number without its year', 'own.number', '60号'],
    ['C-7', 'no other notices', 'others', []],
    ['C-7', 'no words for mixed ones', 'mixed', undefined],
    ['C-10', 'no wording', 'wording', ' '],
    ['C-11', 'no terms', 'terms', ''],
    ['C-13', 'no units', 'units', undefined],
    ['C-14', 'no names', 'names', []],
    ['C-14', 'a name that fits none', 'names.0.fits', ''],
    ['C-15', 'a frame without an end', 'frames.0.after', ''],
    ['C-18', 'a list of one part', 'minimum', 1],
    ['C-12', 'words where none are asked for', 'words', '日'],
  ])('%s: %s', (code, _name, path, value) => {
    const problem = refuse(code, path, value, '2019');
    expect(problem).toMatchObject({
      code: 'edition/malformed',
      details: { file: 'rules.json', place: `${placeOf(code, '2019')}.${path}` },
    });
  });
});

import { describe, expect, test } from 'vitest';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { levelOfCode } from '#core/form/division-code.ts';
import { broken, edition2019 } from '../../fixtures/editions.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';

const edition = edition2019();
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
const amount = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
const filing: Filing = {
  ...newFiling(unit, 2020, edition),
  cells: valuesOf(publishedReport('hainan-province-2020'), edition.form),
  cellUnits: { [amount]: '万元' },
  cellNotes: { 'remedies.reconsideration.upheld': '含上年' },
  tableNotes: { remedies: '注' },
  narrative: { overview: [{ kind: 'paragraph', content: [{ kind: 'figure', cell: 'remedies.reconsideration.total' }] }] },
  justifications: [
    {
      rule: 'P-12',
      section: 'overview',
      values: { 'remedies.reconsideration.upheld': 28 },
      priorValues: { 'remedies.reconsideration.pending': null },
      sentence: '行政复议28件。',
      matter: '28',
      text: '属实',
      author: null,
    },
  ],
  revision: {
    number: 2,
    previousBundleDigest: 'a'.repeat(64),
    changes: [{ cell: amount, from: null, to: '866534.00', reason: '补报' }],
  },
};

/** Sets a value by a path whose cell keys are written with `/` for their points. */
function withValue(path: string, value: unknown): unknown {
  const [field = '', key] = path.split('#');
  if (key === undefined) return broken(filing, field, value);
  const held = field.split('.').reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], filing);
  return broken(filing, field, { ...(held as object), [key]: value });
}

function refuse(input: unknown) {
  const decoded = decodeFiling(input, [edition], 'x.filing.json');
  if (decoded.ok) throw new Error('the broken filing was accepted');
  return decoded.problem;
}

test('a filing comes back from its JSON as it was', () => {
  expect(decodeFiling(JSON.parse(JSON.stringify(filing)), [edition], 'x.filing.json')).toEqual({ ok: true, value: filing });
});

test('an explanation of a finding about the tables names no section, no sentence and no value of last year', () => {
  const brief = { rule: 'T3-4', values: { 'remedies.reconsideration.upheld': 28 }, text: '属实', author: null };
  const decoded = decodeFiling({ ...filing, justifications: [brief] }, [edition], 'x');
  expect(decoded.ok && decoded.value.justifications).toEqual([{ ...brief, section: null, sentence: null, matter: null, priorValues: {} }]);
});

test('keys that a file leaves out are blank, and a title that is missing is the prescribed one', () => {
  const decoded = decodeFiling({ ...filing, cells: {}, title: undefined }, [edition], 'x');
  expect(decoded.ok && Object.values(decoded.value.cells).every((value) => value === null)).toBe(true);
  expect(decoded.ok && Object.keys(decoded.value.cells)).toHaveLength(198);
  expect(decoded.ok && decoded.value.title).toBe('海南省2020年政府信息公开工作年度报告');
});

describe('a filing of the wrong shape is refused with its place', () => {
  test.each([
    ['extra', 1, 'extra'],
    ['unit.phone', '1', 'unit.phone'],
    ['unit.code', '46 0000', 'unit.code'],
    ['unit.level', 'city', 'unit.level'],
    ['reportYear', '2020', 'reportYear'],
    ['reportYear', 2020.5, 'reportYear'],
    ['edition.digest', 'abc', 'edition.digest'],
    ['cells', undefined, 'cells'],
    ['cells#remedies.reconsideration.upheld', true, 'cells.remedies.reconsideration.upheld'],
    ['cells#remedies.reconsideration', 1, 'cells.remedies.reconsideration'],
    [`cellUnits#${amount}`, '亿元', `cellUnits.${amount}`],
    ['narrative.overview.0.kind', 'html', 'narrative.overview.0.kind'],
    ['narrative.overview.0.content.0.text', 'x', 'narrative.overview.0.content.0.text'],
    ['people.preparer', 3, 'people.preparer'],
    ['revision.number', 0, 'revision.number'],
    ['justifications.0.text', undefined, 'justifications.0.text'],
    ['justifications.0.section', 1, 'justifications.0.section'],
    ['justifications.0.sentence', ['…'], 'justifications.0.sentence'],
    ['justifications.0.priorValues', 90, 'justifications.0.priorValues'],
  ])('%s = %j', (path, value, place) => {
    const { code, details } = refuse(withValue(path, value));
    expect({ code, place: details['place'], file: details['file'] }).toEqual({ code: 'filing/malformed', place, file: 'x.filing.json' });
  });
});

describe('a filing of unknown things is refused with their name', () => {
  test.each([
    ['nothing', null],
    ['a text', 'text'],
    ['a list', []],
    ['an empty object', {}],
    ['a number', { format: 7 }],
    ['a later version', { ...filing, format: 'nianbao.filing/2' }],
  ])('the format: %s', (_name, input) => {
    expect(refuse(input)).toMatchObject({ code: 'filing/unknown-format', details: { file: 'x.filing.json', known: 'nianbao.filing/1' } });
  });

  test('the edition', () => {
    expect(refuse({ ...filing, edition: { ...filing.edition, id: '1999' } })).toMatchObject({
      code: 'edition/unknown',
      details: { edition: '1999', file: 'x.filing.json' },
    });
  });

  test.each([
    ['cells#remedies.reconsideration.won', 1, 'cells', 'remedies.reconsideration.won'],
    // 行政事业性收费 has no 处理决定数量
    ['cells#proactiveDisclosure.administrativeFee.decisions', 1, 'cells', 'proactiveDisclosure.administrativeFee.decisions'],
    ['cellUnits#remedies.reconsideration.upheld', '元', 'cellUnits', 'remedies.reconsideration.upheld'],
    ['cellNotes#a.b.c', 'x', 'cellNotes', 'a.b.c'],
    ['tableNotes#five', 'x', 'tableNotes', 'five'],
    ['narrative#remedies', [], 'narrative', 'remedies'],
    ['narrative.overview.0.content.0.cell', 'a.b.c', 'narrative', 'a.b.c'],
    ['justifications.0.values#a.b.c', 1, 'justifications', 'a.b.c'],
    ['justifications.0.priorValues#a.b.c', 1, 'justifications', 'a.b.c'],
    ['justifications.0.section', 'remedies', 'justifications', 'remedies'],
    ['revision.changes.0.cell', 'a.b.c', 'revision.changes', 'a.b.c'],
  ])('%s', (path, value, place, cell) => {
    expect(refuse(withValue(path, value))).toEqual({
      code: 'filing/unknown-cell',
      details: { file: 'x.filing.json', edition: '2019', place, cell },
    });
  });
});

describe('values', () => {
  test.each([
    [amount, 866534.12, 'binary-fraction'],
    [amount, '1.2345678', 'not-a-decimal'],
    [amount, '1,000', 'not-a-decimal'],
    [amount, '', 'not-a-decimal'],
    ['remedies.reconsideration.upheld', 1_000_000_000_000_000, 'too-large'],
    ['remedies.reconsideration.upheld', '1000000000000000', 'too-large'],
    ['remedies.reconsideration.upheld', '-1000000000000000', 'too-large'],
    ['remedies.reconsideration.upheld', '1000000000000000.5', 'too-large'],
    ['remedies.reconsideration.total', '1000000000000000000', 'too-large'],
    ['remedies.reconsideration.upheld', '二十八', 'not-a-decimal'],
  ])('%s = %j is refused: %s', (cell, value, reason) => {
    expect(refuse(withValue(`cells#${cell}`, value))).toEqual({
      code: 'filing/bad-value',
      details: { file: 'x.filing.json', place: 'cells', cell, value: String(value), reason },
    });
  });

  test('a bad value of a justification or a change is refused with its place', () => {
    expect(refuse(withValue(`justifications.0.values#${amount}`, 0.5)).details['place']).toBe('justifications.0.values');
    expect(refuse(withValue(`justifications.0.priorValues#${amount}`, '九十')).details).toMatchObject({
      place: 'justifications.0.priorValues',
      reason: 'not-a-decimal',
    });
    expect(refuse(withValue('revision.changes.0.to', 0.5)).details).toMatchObject({ place: 'revision.changes.0', cell: amount });
  });

  test.each([
    ['remedies.reconsideration.upheld', -0, 0],
    ['remedies.reconsideration.upheld', '-0', 0],
    ['remedies.reconsideration.upheld', '28.00', 28],
    ['remedies.reconsideration.upheld', '28.5', '28.5'],
    ['remedies.reconsideration.upheld', -28, -28],
    ['remedies.reconsideration.upheld', 28.5, '28.5'],
    // a total of figures that were all small enough to enter
    ['remedies.reconsideration.total', 3_999_999_999_999_996, 3_999_999_999_999_996],
    ['applications.handlingTotal.total', '113999999999999886', '113999999999999886'],
    [amount, '-0.00', '0.00'],
    [amount, 866534, 866534],
    [amount, '866534.000000', '866534.000000'],
    [amount, null, null],
  ])('%s = %j is kept as %j, negative zero as zero', (cell, value, kept) => {
    const decoded = decodeFiling(withValue(`cells#${cell}`, value), [edition], 'x');
    const found = decoded.ok ? decoded.value.cells[cell as typeof amount] : decoded.problem;
    expect(Object.is(found, kept)).toBe(true);
  });
});

test.each([
  ['460000', 'province'],
  ['460100', 'prefecture'],
  ['469001', 'county'],
  ['469001100', 'township'],
  ['469001100200', 'township'],
  ['460000-BGT', 'department'],
])('the code %s is that of a %s', (code, level) => {
  expect(levelOfCode(code)).toBe(level);
});

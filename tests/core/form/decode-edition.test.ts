import { describe, expect, test } from 'vitest';
import { decodeEdition } from '#core/form/decode-edition.ts';
import { cellOf, coversYear, openForm } from '#core/form/form.ts';
import { broken, edition2019, editionJson } from '../../fixtures/editions.ts';

const { edition } = editionJson();
const { form } = edition2019();

describe('国办公开办函〔2019〕60号, the edition of 2019', () => {
  test('has 22 cells in table 二, 161 in table 三, 15 in table 四', () => {
    const counts = form.edition.tables.map((table) => [table.number, form.cells.filter((cell) => cell.table.id === table.id).length]);
    expect(counts).toEqual([
      ['二', 22],
      ['三', 161],
      ['四', 15],
    ]);
    expect(new Set(form.cells.map((cell) => cell.key)).size).toBe(198);
  });

  test('computes the 总计 column and the （七）总计 row of table 三 and three totals of table 四', () => {
    const computed = form.cells.filter((cell) => cell.computed);
    expect(computed.filter((cell) => cell.table.number === '三')).toHaveLength(23 + 6);
    expect(computed.filter((cell) => cell.table.number === '四').map((cell) => cell.column.label)).toEqual(['总计', '总计', '总计']);
    expect(computed).toHaveLength(32);
  });

  test('orders totals so that each comes after the totals it is made of', () => {
    const done = new Set<string>();
    for (const total of form.totals) {
      const parts = total.terms.filter((term) => cellOf(form, term).computed);
      expect(parts.every((part) => done.has(part))).toBe(true);
      done.add(total.target);
    }
  });

  test('is for 2019 and 2020, and leaves only the unit of 采购总金额 open', () => {
    expect([2018, 2019, 2020, 2021].map((year) => coversYear(form.edition, year))).toEqual([false, true, true, false]);
    expect(form.cells.filter((cell) => cell.unitOpen).map((cell) => cell.column.label)).toEqual(['采购总金额']);
  });
});

test('cellOf throws for a key that no decoder let in', () => {
  expect(() => cellOf(form, 'no.such.cell')).toThrow('no.such.cell');
});

test('openForm accepts only what the decoder made', () => {
  const decoded = decodeEdition(edition, 'edition.json');
  if (!decoded.ok) throw new Error('the shipped edition does not load');
  const table = decoded.value.tables[0];
  if (table === undefined) throw new Error('the shipped edition has no table');
  expect(() => openForm({ ...decoded.value, tables: [{ ...table, columns: [] }] })).toThrow('undecoded edition');
});

describe('an edition of the wrong shape is refused with its place', () => {
  test.each([
    ['format', 'nianbao.edition/2', 'format'],
    ['note', 'x', 'note'],
    ['tables.0.color', 'red', 'tables.0.color'],
    ['tables.1.rows.3.id', 'a b', 'tables.1.rows.3.id'],
    ['tables.1.heading', undefined, 'tables.1.heading'],
    ['tables.0.columns.4.value', 'money', 'tables.0.columns.4.value'],
    ['tables.0.layout.0.labels.0.colSpan', 0, 'tables.0.layout.0.labels.0.colSpan'],
    ['tables.0.layout.0.labels.0.colSpan', 1.5, 'tables.0.layout.0.labels.0.colSpan'],
    ['tables', [], 'tables'],
    ['reportYears.from', 1999, 'reportYears.from'],
    ['reportYears.from', '2019', 'reportYears.from'],
    ['tables.1.totals.0.terms', [], 'tables.1.totals.0.terms'],
    ['tables.1.totals.0.over', 'cells', 'tables.1.totals.0.over'],
    ['tables.2.rows.0.en', '', 'tables.2.rows.0.en'],
    ['tables.0.rows.0.id', '__proto__', 'tables.0.rows.0.id'],
  ])('%s = %j', (path, value, place) => {
    expect(decodeEdition(broken(edition, path, value), 'edition.json')).toMatchObject({
      ok: false,
      problem: { code: 'edition/malformed', details: { file: 'edition.json', place } },
    });
  });
});

describe('an edition that contradicts itself is refused with place and reason', () => {
  const unitReason = 'an amount has a unit (null where the form leaves it open), nothing else has';
  const row = { row: 'administrativeRule', column: 'newlyMade' };
  test.each([
    ['an id used twice', 'tables.1.id', 'proactiveDisclosure', 'proactiveDisclosure', 'the id is used twice'],
    ['a row id used twice', 'tables.1.rows.1.id', 'receivedThisYear', 'tables.applications.receivedThisYear', 'the id is used twice'],
    ['a reserved id', 'tables.1.rows.1.id', 'constructor', 'tables.applications.constructor', 'the id is reserved'],
    ['a reserved id of a section', 'sections.0.id', 'toString', 'toString', 'the id is reserved'],
    ['years that end before they begin', 'reportYears.to', 2018, 'reportYears', '2018 is before 2019'],
    ['a table that is not in the order', 'order', ['preamble'], 'order', 'it is not printed: overview'],
    ['a section that stands in the order twice', 'order.2', 'overview', 'order.overview', 'it is printed twice'],
    [
      'a row with a column twice',
      'tables.0.rows.0.columns.1',
      'newlyMade',
      'tables.proactiveDisclosure.rows.administrativeRule',
      'the column stands there twice: newlyMade',
    ],
    ['a unit of a count', 'tables.2.columns.0.unit', '元', 'tables.remedies.columns.upheld', unitReason],
    [
      'an amount that says nothing of its unit',
      'tables.0.columns.7.unit',
      undefined,
      'tables.proactiveDisclosure.columns.procurementAmount',
      unitReason,
    ],
    ['a dangling id in the order', 'order.2', 'nowhere', 'order.nowhere', 'no such section or table'],
    [
      'a row with a dangling column',
      'tables.0.rows.0.columns.0',
      'nowhere',
      'tables.proactiveDisclosure.rows.administrativeRule',
      'no such column: nowhere',
    ],
    [
      'a total with a dangling term',
      'tables.2.totals.0.terms.1',
      'nowhere',
      'tables.remedies.totals.total',
      'no such row or column: nowhere',
    ],
    [
      'a total of a cell that its row does not have',
      'tables.0.totals',
      [{ over: 'rows', target: 'decisions', terms: ['previousItems'], of: ['administrativeFee'] }],
      'tables.proactiveDisclosure.totals.administrativeFee.decisions',
      'no such cell: administrativeFee.decisions',
    ],
    [
      'a total that counts a part twice',
      'tables.2.totals.0.terms.1',
      'upheld',
      'tables.remedies.totals.total',
      'the part stands there twice: upheld',
    ],
    [
      'a total of money and documents',
      'tables.0.totals',
      [{ over: 'rows', target: 'procurementAmount', terms: ['procurementItems'], of: ['centralizedProcurement'] }],
      'tables.proactiveDisclosure.totals.procurementAmount',
      'procurementItems does not count the same as procurementAmount',
    ],
    [
      'a total over nothing that is there',
      'tables.2.totals.0.of.0',
      'nowhere',
      'tables.remedies.totals.total',
      'no such row or column: nowhere',
    ],
    [
      'a total of itself',
      'tables.2.totals.0.terms.1',
      'total',
      'tables.remedies.totals.reconsideration.total',
      'the total depends on itself',
    ],
    [
      'a cell computed twice',
      'tables.2.totals.0.of.1',
      'reconsideration',
      'tables.remedies.totals.reconsideration.total',
      'the cell is computed twice',
    ],
    [
      'a cell printed twice',
      'tables.0.layout.2.values.1',
      row,
      'tables.proactiveDisclosure.layout.2',
      'the cell is printed twice: administrativeRule.newlyMade',
    ],
    [
      'a cell printed that is none',
      'tables.0.layout.2.values.1.column',
      'change',
      'tables.proactiveDisclosure.layout.2',
      'no such cell: administrativeRule.change',
    ],
    [
      'a line that is too wide',
      'tables.0.layout.0.labels.0.colSpan',
      5,
      'tables.proactiveDisclosure.layout.0',
      'the line is wider than the table',
    ],
    [
      'a line that is too narrow',
      'tables.0.layout.0.labels.0.colSpan',
      3,
      'tables.proactiveDisclosure.layout.0',
      'the line is narrower than the table',
    ],
    ['a span that reaches below', 'tables.1.layout.25.labels.0.rowSpan', 2, 'tables.applications.layout', 'a span reaches below the table'],
    [
      'a cell that is not printed',
      'tables.2.layout.3',
      { kind: 'data', labels: [{ text: '无', colSpan: 15 }] },
      'tables.remedies.layout',
      'the cell is not printed: reconsideration.upheld',
    ],
  ])('%s', (_name, path, value, place, reason) => {
    expect(decodeEdition(broken(edition, path, value), 'edition.json')).toEqual({
      ok: false,
      problem: { code: 'edition/inconsistent', details: { file: 'edition.json', place, reason } },
    });
  });

  test('totals that depend on each other in a circle', () => {
    const circle = [
      { over: 'rows', target: 'total', terms: ['upheld'], of: ['reconsideration'] },
      { over: 'rows', target: 'upheld', terms: ['corrected'], of: ['reconsideration'] },
      { over: 'rows', target: 'corrected', terms: ['total'], of: ['reconsideration'] },
    ];
    expect(decodeEdition(broken(edition, 'tables.2.totals', circle), 'edition.json')).toMatchObject({
      problem: { code: 'edition/inconsistent', details: { reason: 'the total depends on itself' } },
    });
  });

  test('a total of so many cells that their longest figures could overflow', () => {
    const ids = Array.from({ length: 1001 }, (_, index) => `c${String(index)}`);
    const [, , remedies] = edition.tables;
    const columns = [...ids, 'total'].map((id) => ({ id, label: id, en: id, value: 'count' }));
    const layout = [{ kind: 'data', labels: [{ text: 'x' }], values: [{ row: 'one', column: '*' }] }];
    const wide = (terms: readonly string[]) => ({
      ...remedies,
      columns,
      rows: [{ id: 'one', path: ['x'], short: 'x', en: 'x' }],
      widths: [1, ...columns.map(() => 1)],
      layout,
      totals: [{ over: 'rows', target: 'total', terms, of: ['one'] }],
    });
    expect(decodeEdition(broken(edition, 'tables.2', wide(ids.slice(1))), 'edition.json').ok).toBe(true);
    expect(decodeEdition(broken(edition, 'tables.2', wide(ids)), 'edition.json')).toMatchObject({
      problem: {
        code: 'edition/inconsistent',
        details: { place: 'tables.remedies.totals.one.total', reason: 'the sum of more than 1000 cells could overflow' },
      },
    });
  });
});

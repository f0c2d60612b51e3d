/** The app's own template is read by its map, cell by cell. */
import { expect, test } from 'vitest';
import { templateMetaRows } from '#core/form/template-meta.ts';
import type { IntakeDocument } from '#core/intake/document/document.ts';
import { intakeDocument } from '#core/intake/intake-document.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { publishedReport, unitsOf, valuesOf, type ReportName } from '../../fixtures/published-report.ts';

const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
const edition = shippedEdition('2019');
const { form } = edition;
const name: ReportName = 'hainan-province-2020';
const figures = valuesOf(publishedReport(name), form);
const units = unitsOf(publishedReport(name), form);
const order = { edition, unit, reportYear: 2020, fileName: '填报表.xlsx' };

/** One column of cells in the order of the form, then units, then the notes of tables. */
function filled(alter: (text: string, key: string) => string = (text) => text, digest: string = edition.digest): IntakeDocument {
  const open = form.cells.filter((cell) => cell.unitOpen);
  const texts = [
    ...form.cells.map((cell) => alter(String(figures[cell.key] ?? ''), cell.key)),
    ...open.map((cell) => units[cell.key] ?? ''),
    '注：按办结数统计。',
  ];
  const address = (index: number) => `B${String(index + 1)}`;
  const place = (index: number) => `表!${address(index)}`;
  const meta = templateMetaRows({
    unitCode: unit.code,
    unitName: unit.name,
    reportYear: 2020,
    edition: { id: edition.id, digest },
    cells: form.cells.map((cell, index) => ({ address: place(index), cell: cell.key })),
    units: open.map((cell, index) => ({ address: place(form.cells.length + index), cell: cell.key })),
    notes: [{ address: place(texts.length - 1), table: 'remedies' }],
  });
  const rows = texts.map((text, index) => [{ text, colSpan: 1, rowSpan: 1, address: address(index) }]);
  return { parts: [{ name: '表', blocks: [{ kind: 'grid', counted: false, rows }] }], notes: [], template: { entries: meta } };
}

test('every figure, unit and note comes back', () => {
  const taken = intakeDocument(filled(), order);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
  expect(taken.value.filing.cells).toEqual(figures);
  expect(taken.value.filing.cellUnits).toEqual(units);
  expect(taken.value.filing.tableNotes).toEqual({ remedies: '注：按办结数统计。' });
  expect(taken.value.report).toMatchObject({ found: form.cells.length, notFound: [], notUnderstood: [], notes: [] });
});

test('totals that no program has computed yet are the sums of their parts', () => {
  const total = 'applications.receivedThisYear.total';
  for (const text of ['=SUM(D6:I6)', '']) {
    const taken = intakeDocument(
      filled((each, key) => (key === total ? text : each)),
      order,
    );
    expect(taken.ok ? taken.value.filing.cells[total] : taken).toBe(2864);
  }
});

test('a text that is no figure leaves its cell blank and is named with its place in the workbook', () => {
  const taken = intakeDocument(
    filled((text, key) => (key === 'applications.receivedThisYear.naturalPerson' ? '约1400' : text)),
    order,
  );
  if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
  expect(taken.value.report.notFound.map((each) => each.cell)).toEqual(['applications.receivedThisYear.naturalPerson']);
  expect(taken.value.report.notUnderstood).toMatchObject([{ text: '约1400', source: expect.stringMatching(/^表!B\d+$/u) }]);
});

test('the template of another year, of another edition, or of another unit is not this one’s', () => {
  const code = (document: IntakeDocument, asked: Partial<typeof order>) => {
    const taken = intakeDocument(document, { ...order, ...asked });
    return taken.ok ? taken.value.report.notes.map((note) => note.code) : taken.problem.code;
  };
  expect(code(filled(), { reportYear: 2019 })).toBe('intake/other-year');
  expect(code(filled(undefined, '0'.repeat(64)), {})).toBe('edition/digest-mismatch');
  const other = { code: '469030', name: '琼中县', creditCode: null, level: 'province' } as const;
  expect(intakeDocument(filled(), { ...order, unit: other })).toMatchObject({
    value: { report: { notes: [{ code: 'other-unit', text: '海南省', expected: '琼中县' }] } },
  });
});

/** The mistakes and oddities of published reports (one file each in tests/fixtures/intake): read right, or named. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Intake } from '#core/intake/intake-lines.ts';
import type { IntakeNoteCode } from '#core/intake/report.ts';
import type { CellValue } from '#core/lib/exact.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { publishedReport, publishedReports, valuesOf, type ReportName } from '../../fixtures/published-report.ts';
import { differences, readHere, type Asked } from './read-here.ts';

const folder = join(import.meta.dirname, '../../fixtures/intake');

type Trap = {
  readonly file: string;
  readonly report: ReportName;
  /** Rows (`table.row`) none of whose figures was taken; they must all be named. */
  readonly missing?: readonly string[];
  /** Figures that the file states otherwise than the report. */
  readonly stated?: Readonly<Record<string, CellValue>>;
  /** Figures of the report that the file leaves blank. */
  readonly isBlank?: (figure: CellValue) => boolean;
  readonly notes?: readonly IntakeNoteCode[];
  readonly notUnderstood?: readonly string[];
  readonly cellNotes?: Readonly<Record<string, string>>;
};

const firstItem = ['proactiveDisclosure.administrativeRule', 'proactiveDisclosure.normativeDocument'];
const otherHandling = ['applications.correctionOverdue', 'applications.feeUnpaid'];

const traps: readonly Trap[] = [
  { file: 'single-other-handling.html', report: 'huaian-hongze-district-2023', missing: otherHandling, notes: ['one-row-for-group'] },
  {
    file: 'first-item-of-2019.html',
    report: 'suqian-city-2024',
    missing: firstItem,
    notes: ['other-edition', 'altered-label', 'unknown-columns', 'unknown-columns'],
    notUnderstood: ['本年新公开数量 对外公开总数量', '2 1 12', '50 227 420'],
  },
  { file: 'blank-instead-of-nought.html', report: 'suqian-city-2024', isBlank: (figure) => figure === 0 },
  { file: 'strokes-instead-of-noughts.txt', report: 'suqian-city-2024', isBlank: (figure) => figure === 0 || figure === 1 },
  {
    file: 'nought-merged-over-seven.html',
    report: 'suqian-city-2024',
    stated: { 'applications.unclearAfterCorrection.naturalPerson': 0, 'applications.unclearAfterCorrection.total': 0 },
    notes: ['merged-value'],
  },
  {
    file: 'missing-cell.html',
    report: 'hainan-province-2020',
    missing: ['proactiveDisclosure.administrativeFee'],
    notes: ['wrong-number-of-values', 'merged-value-unclear'],
    notUnderstood: ['-2'],
  },
  {
    file: 'missing-cell-shifts-row.csv',
    report: 'suqian-city-2024',
    missing: ['applications.thirdPartyRights'],
    notes: ['wrong-number-of-values', 'shifted-row'],
    notUnderstood: ['1 0 0 0 0 17'],
  },
  { file: 'labels-altered.md', report: 'suqian-city-2023', notes: new Array<IntakeNoteCode>(5).fill('altered-label') },
  { file: 'extra-rows.html', report: 'suqian-city-2023', notUnderstood: ['其他主动公开文件 7 8 9', '行政检查 55'] },
  { file: 'other-unit-in-title.txt', report: 'suqian-city-2023', notes: ['other-unit'] },
  { file: 'date-slips.txt', report: 'hainan-province-2020' },
  { file: 'numbering-restarts.txt', report: 'suqian-city-2023', notes: new Array<IntakeNoteCode>(4).fill('altered-label') },
  { file: 'sections-empty.txt', report: 'suqian-city-2023' },
  { file: 'one-table-as-picture.html', report: 'suqian-city-2024', missing: tableTwo(), notes: ['picture'] },
  { file: 'money-in-yuan.html', report: 'shanghai-govoffice-2019' },
  { file: 'thousands-signs-and-words.html', report: 'hainan-province-2020' },
  {
    file: 'figures-with-notes.html',
    report: 'suqian-city-2024',
    cellNotes: {
      'proactiveDisclosure.normativeDocument.issued': '其中修订16件',
      'proactiveDisclosure.normativeDocument.repealed': '含自然失效29件',
    },
  },
  { file: 'numbers-before-labels.txt', report: 'suqian-city-2024', notes: ['read-by-order', 'read-by-order'] },
  { file: 'headers-over-lines.txt', report: 'hainan-province-2020' },
  { file: 'digits-in-spans.html', report: 'suqian-city-2023' },
  { file: 'traditional-letters.txt', report: 'suqian-city-2023', notes: [] },
  { file: 'html-in-markdown.md', report: 'suqian-city-2024' },
];

function tableTwo(): readonly string[] {
  const rows = shippedEdition('2021').form.cells.filter((cell) => cell.table.id === 'proactiveDisclosure');
  return [...new Set(rows.map((cell) => `proactiveDisclosure.${cell.row.id}`))];
}

async function take(file: string, asked: Asked): Promise<Intake> {
  const read = await readHere(readFileSync(join(folder, file)), extname(file), asked);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function askedFor(name: ReportName): Asked {
  const { unit, year } = publishedReport(name);
  return { name: unit, edition: publishedReports[name].edition, year };
}

test.each(traps)(
  '$file',
  async ({ file, report: name, missing = [], stated = {}, isBlank, notes = [], notUnderstood = [], cellNotes = {} }) => {
    const { form } = shippedEdition(publishedReports[name].edition);
    const { filing, report } = await take(file, askedFor(name));
    const isMissing = (key: string) => missing.some((row) => key.startsWith(`${row}.`));
    const truth = Object.entries(valuesOf(publishedReport(name), form)).map(([key, value]) => {
      return [key, isMissing(key) || isBlank?.(value) === true ? null : key in stated ? stated[key] : value];
    });
    expect(filing.cells).toEqual(Object.fromEntries(truth));
    expect(report.notFound.map((each) => each.cell)).toEqual(form.cells.map((cell) => cell.key).filter(isMissing));
    expect(report.notes.map((note) => note.code)).toEqual(notes);
    expect(report.notUnderstood.map((each) => each.text)).toEqual(notUnderstood);
    expect(filing.cellNotes).toEqual(cellNotes);
  },
);

test('numbers-inside-labels.txt: figures between the two halves of a label are its own, page numbers are nobody’s', async () => {
  const name = 'suqian-city-2023';
  const { form } = shippedEdition('2021');
  const intake = await take('numbers-inside-labels.txt', askedFor(name));
  expect(differences(intake, valuesOf(publishedReport(name), form), form)).toEqual([]);
  expect(intake.report.notUnderstood).toEqual([]);
});

test('glued-cells.txt: figures without a gap are parted where the sums allow one way only, and named', async () => {
  const name = 'huaian-hongze-district-2023';
  const { form } = shippedEdition('2021');
  const { filing, report } = await take('glued-cells.txt', askedFor(name));
  const truth = valuesOf(publishedReport(name), form);
  const missing = new Set<string>(report.notFound.map((each) => each.cell));
  expect(form.cells.filter(({ key }) => !missing.has(key) && filing.cells[key] !== truth[key])).toEqual([]);
  // table 四 states wrong totals, so that nothing tells how its sixteen digits are to be parted
  const unread = form.cells.filter(({ key }) => missing.has(key) && truth[key] !== null);
  expect(new Set(unread.map((cell) => cell.table.id))).toEqual(new Set(['remedies']));
  expect(report.notUnderstood.map((each) => each.text)).toEqual(['1010000000050000']);
  expect(report.notes.filter((note) => note.code === 'glued-values')).toHaveLength(25);
});

test('table-four-totals-nought.html: wrong totals are kept as they are stated, and listed', async () => {
  const { report } = await take('table-four-totals-nought.html', askedFor('huaian-hongze-district-2023'));
  expect(report.statedTotals.map(({ stated, computed }) => [stated, computed])).toEqual([
    [0, 11],
    [0, 5],
  ]);
});

test('head-cell-over-figures.html: where a merged cell of the head has pushed a figure out, none of the row is taken', async () => {
  const { filing, report } = await take('head-cell-over-figures.html', askedFor('huaian-hongze-district-2023'));
  const own = shippedEdition('2021').form.cells.filter((cell) => cell.table.id === 'remedies');
  expect(own.filter((cell) => filing.cells[cell.key] !== null)).toEqual([]);
  expect(report.notFound.map((each) => each.cell)).toEqual(expect.arrayContaining(own.map((cell) => cell.key)));
});

test('form-of-2019-in-2022.html: the figures of another form are not taken for this one’s', async () => {
  const { filing, report } = await take('form-of-2019-in-2022.html', { name: '海南省', edition: '2021', year: 2022 });
  const { form } = shippedEdition('2021');
  const tableTwoCells = form.cells.filter((cell) => cell.table.id === 'proactiveDisclosure');
  expect(tableTwoCells.filter((cell) => filing.cells[cell.key] !== null)).toEqual([]);
  expect(report.notes.map((note) => note.code)).toContain('other-edition');
  expect(filing.cells['applications.receivedThisYear.total']).toBe(2864);
});

test('tables-as-pictures.html: refused, with the number of pictures', async () => {
  const read = await readHere(readFileSync(join(folder, 'tables-as-pictures.html')), '.html', askedFor('suqian-city-2024'));
  expect(read).toEqual({
    ok: false,
    problem: { code: 'intake/tables-are-pictures', details: { fileName: 'report.html', count: 3 } },
  });
});

test('head-in-pieces.txt: where a PDF has broken the words of the head, rows with their own labels count, and none is wrong', async () => {
  const name = 'huaian-hongze-district-2023';
  const { form } = shippedEdition('2021');
  const { filing, report } = await take('head-in-pieces.txt', askedFor(name));
  const truth = valuesOf(publishedReport(name), form);
  const missing = new Set<string>(report.notFound.map((each) => each.cell));
  expect(form.cells.filter(({ key }) => !missing.has(key) && filing.cells[key] !== truth[key])).toEqual([]);
  expect(report.notes.map((note) => note.code)).toContain('head-in-pieces');
  expect(missing.size).toBeLessThan(45);
});

test('two-reports-in-one.txt: the one that was asked for is read, and where none can be told, both are named', async () => {
  const { form } = shippedEdition('2021');
  for (const name of ['suqian-city-2023', 'suqian-city-2024'] as const) {
    const intake = await take('two-reports-in-one.txt', askedFor(name));
    expect(differences(intake, valuesOf(publishedReport(name), form), form)).toEqual([]);
    expect(intake.report.notes.map((note) => note.code)).toEqual(['one-of-several']);
  }
  const text = readFileSync(join(folder, 'two-reports-in-one.txt'), 'utf8');
  const other = await readHere(text, '.txt', { name: '海口市商务局', edition: '2021', year: 2024 });
  expect(other.ok ? null : other.problem).toMatchObject({ code: 'intake/several-reports', details: { count: 2 } });
  const untold = await readHere(text.replaceAll(/宿迁市202[34]年政府信息公开工作年度报告/gu, ''), '.txt', askedFor('suqian-city-2024'));
  expect(untold.ok ? null : untold.problem.code).toBe('intake/several-reports');
});

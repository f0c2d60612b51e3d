/** Figures that a narrow column of a PDF has broken over two lines: never half of one in silence. */
import { expect, test } from 'vitest';
import { publishedReport, renderPublished, tabs, valuesOf } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, takeHere } from './read-here.ts';

const { form } = shippedEdition('2021');
const report = publishedReport('suqian-city-2024');
const truth = valuesOf(report, form);
const asked = { edition: '2021', name: '宿迁市', year: 2024 } as const;
const spaced = renderPublished(report, form, { ...tabs, betweenRows: [], coveredCells: false, row: (cells) => cells.join('  ') });

function put(from: string, to: string): string {
  expect(spaced.split(from)).toHaveLength(2);
  return spaced.replace(from, to);
}

test.each([
  ['beside the rest of its label', '行政许可  1573179', '行政许  15731\n可  79', 'doubtful-row'],
  ['below its first half', '行政许可  1573179', '行政许可  15731\n  79', 'wrong-number-of-values'],
])('a half %s leaves its row out, and names it', async (_where, from, to, code) => {
  const intake = await takeHere(put(from, to), '.txt', asked);
  const key = 'proactiveDisclosure.administrativeLicense.decisions';
  expect(differences(intake, { ...truth, [key]: null }, form)).toEqual([]);
  expect(intake.report.notFound.map((each) => each.cell)).toEqual([key]);
  expect(intake.report.notes.map((note) => note.code)).toContain(code);
});

test('a row beside another that the form does not have is none of the two', async () => {
  const intake = await takeHere(put('行政许可  1573179', '行政许可  1573179\n行政检查  79'), '.txt', asked);
  expect(differences(intake, truth, form)).toEqual([]);
});

test('as many pieces as the form has figures are not its figures where their sums fail and they stand on two lines', async () => {
  const row = spaced.split('\n').find((line) => /^(?:\d+ {2}){14}\d+$/u.test(line)) ?? '';
  const cells = row.split('  ');
  const total = cells[4] ?? '';
  expect(total.length).toBeGreaterThan(1);
  const broken = [...cells.slice(0, 4), `${total.slice(0, -1)}\n${total.slice(-1)}`, ...cells.slice(5, -1)].join('  ');
  const intake = await takeHere(put(row, broken), '.txt', asked);
  const remedies = form.cells.filter((cell) => cell.table.id === 'remedies').map((cell) => cell.key);
  expect(remedies.filter((key) => intake.filing.cells[key] !== null)).toEqual([]);
  expect(intake.report.notFound.map((each) => each.cell)).toEqual(remedies);
});

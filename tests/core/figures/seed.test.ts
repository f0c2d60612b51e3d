/** 海南省2020: every figure of its prose about the tables is recognised and agrees, and no change of one goes unnoticed. */
import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Cells } from '#core/form/edit-cells.ts';
import { checkNarrative } from '#core/figures/check-narrative.ts';
import { readFigures } from '#core/figures/read-figures.ts';
import { narrativeFromText, plainText } from '#core/narrative/narrative-text.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { seedText } from '../../fixtures/editions.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';
import { formOf, rulesOf } from './harness.ts';

const form = formOf('2019');
const rules = rulesOf('2019');
const cells: Cells = valuesOf(publishedReport('hainan-province-2020'), form);
const [before = '', rest = ''] = seedText().split('一、总体情况\n');
const [overview = '', problems = ''] = [rest.split('二、主动公开政府信息情况')[0], rest.split('五、存在的主要问题及改进情况\n')[1]];
const narrativeOf = (text: string): Narrative => ({
  preamble: narrativeFromText(before),
  overview: narrativeFromText(text),
  problems: narrativeFromText(problems),
});
const order = { form, rules, narrative: narrativeOf(overview), cells, reportYear: 2020 };

const rows = (...names: string[]) => names.map((name): CellKey => `applications.${name}.total`);
const withheld = rows(
  ...['stateSecret', 'prohibitedByLaw', 'securityAndStability', 'thirdPartyRights'],
  ...['internalAffairs', 'processInformation', 'enforcementCaseFile', 'administrativeInquiry'],
);
const expected: readonly (readonly [string, string, readonly CellKey[]])[] = [
  ['P-1', '2864', rows('receivedThisYear')],
  ['P-2', '80', rows('broughtForward')],
  ['P-3', '2808', rows('handlingTotal')],
  ['P-4', '1899', rows('disclosed')],
  ['P-5', '61', rows('partiallyDisclosed')],
  ['P-6', '245', withheld],
  ['P-7', '338', rows('notHeld', 'requiresCreation', 'unclearAfterCorrection')],
  ['P-8', '81', rows('petitionOrComplaint', 'duplicate', 'publishedMaterial', 'excessiveRepetition', 'reissue')],
  ['P-9', '184', rows('otherwiseHandled')],
  ['P-10', '136', rows('carriedForward')],
];

test('every figure is recognised with its family and cells, and nothing else is', () => {
  const readings = readFigures(order);
  expect(readings.map(({ rule, figure, cells: found }) => [rule.code, figure, found])).toEqual(expected);
  expect(readings.every(({ verdict }) => verdict === 'agrees')).toBe(true);
  expect(checkNarrative(order)).toEqual([]);
});

test('each place is the figure in the plain text of its block', () => {
  for (const { place, figure } of readFigures(order)) {
    const block = order.narrative[place.section]?.[place.block];
    expect(block && plainText(block, String).slice(place.start, place.end)).toBe(figure);
  }
});

describe('a change of one figure in the prose is noticed', () => {
  for (const [code, figure] of expected) {
    test.each([-1, 1])(`${code} ${figure} %i`, (step) => {
      const place = readFigures(order).find((reading) => reading.figure === figure && reading.rule.code === code)?.place;
      const lines = overview.split('\n').filter((line) => line.trim() !== '');
      const line = lines[place?.block ?? -1]?.trim() ?? '';
      const changed = `${line.slice(0, place?.start)}${String(Number(figure) + step)}${line.slice(place?.end)}`;
      const text = lines.map((each, index) => (index === place?.block ? changed : each)).join('\n');
      const findings = checkNarrative({ ...order, narrative: narrativeOf(text) });
      expect(findings.map((finding) => [finding.code, finding.left, finding.right, finding.difference])).toEqual([
        [code, Number(figure) + step, Number(figure), step],
      ]);
      const { section, ...where } = place ?? {};
      expect(findings[0]).toMatchObject({ severity: 'warning', section, quotation: where, kind: 'narrativeFigure', relation: '=' });
    });
  }
});

describe('a change of one cell is noticed', () => {
  for (const [code, figure, keys] of expected) {
    test.each(keys.flatMap((key) => [-1, 1].map((step) => [key, step] as const)))(`${code} ${figure}: %s %i`, (key, step) => {
      const changed = { ...cells, [key]: Number(cells[key]) + step };
      const findings = checkNarrative({ ...order, cells: changed });
      expect(findings.map((finding) => [finding.code, finding.left, finding.difference])).toEqual([[code, Number(figure), -step]]);
      expect(findings[0]?.cells).toEqual(keys);
    });
  }
});

test('without the year nothing of it is lost', () => {
  const { reportYear: _, ...timeless } = order;
  expect(readFigures(timeless).map(({ figure }) => figure)).toEqual(expected.map(([, figure]) => figure));
});

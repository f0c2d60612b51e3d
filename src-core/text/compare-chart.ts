/** The heat map of a page of units: how their cases, against the applications that they received, compare with all units. */
import { heatMap, type HeatField } from '../charts/heat-map.ts';
import type { Chart } from '../charts/chart.ts';
import { chartWords } from '../charts/chart-words.ts';
import { sizeCell, type ComparedUnit, type UnitComparison } from '../consolidation/compare-units.ts';
import { cellOf, type Form } from '../form/form.ts';
import { formatExact, type CellValue } from '../lib/exact.ts';
import { fillPlaces, type Language } from '../lib/bilingual.ts';
import { consolidationScreenWords as said } from './screens/consolidation.ts';

/** Of this many times the average a field has the darkest colour. */
const darkest = 3;

/** The row that sizes are taken from is every unit's own measure, and left out. */
export function comparisonChart(form: Form, comparison: UnitComparison, units: readonly ComparedUnit[], language: Language): Chart {
  const compared = comparison.cells.map((key, at) => ({ cell: cellOf(form, key), at })).filter(({ cell }) => cell.key !== sizeCell);
  const [first] = compared;
  const isChinese = language === 'zh';
  const places = {
    table: isChinese ? (first?.cell.table.heading ?? '') : (first?.cell.table.en ?? ''),
    column: isChinese ? (first?.cell.column.label ?? '') : (first?.cell.column.en ?? ''),
  };
  const whole = comparison.units.reduce((sum, { size }) => sum + Number(size ?? 0), 0);
  const averages = compared.map(({ at }) => comparison.units.reduce((sum, { values }) => sum + Number(values[at] ?? 0), 0) / whole);
  return heatMap({
    id: `compare-${comparison.table}`,
    title: fillPlaces(said.heatTitle[language], places),
    summary: fillPlaces(said.heatSummary[language], { count: units.length, most: darkest }),
    corner: said.unit[language],
    columns: compared.map(({ cell: { row } }) => (isChinese ? row.short : row.en)),
    lines: units.map(({ name, size, values }) => ({
      name,
      fields: compared.map(({ at }, index) => fieldOf(values[at] ?? null, size, averages[index] ?? 0, language)),
    })),
    most: darkest,
  });
}

/** Without a colour where the figure is blank, nobody has any, or the unit received nothing: there is nothing to compare with. */
function fieldOf(value: CellValue, size: CellValue, average: number, language: Language): HeatField {
  const text = formatExact(value, chartWords.blank[language]);
  const whole = Number(size ?? 0);
  if (value === null || whole === 0 || average === 0) return { rate: null, text };
  const rate = Number(value) / whole;
  const places = { value: text, rate: (rate * 100).toFixed(1), times: (rate / average).toFixed(1) };
  return { rate: rate / average, text: fillPlaces(said.perHundred[language], places) };
}

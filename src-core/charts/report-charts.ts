/** The charts of a report: who applied, how it was handled, the year against the last, and the remedies. */
import { compareExact, formatExact, sumExact } from '../lib/exact.ts';
import { fillPlaces, type Language } from '../lib/bilingual.ts';
import { cellKey, type CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { FormTable } from '../form/edition.ts';
import type { Form } from '../form/form.ts';
import { plainLabel } from '../form/plain-label.ts';
import type { PriorYear } from '../rules/subject.ts';
import { barChart, figureText } from './bar-chart.ts';
import type { Chart } from './chart.ts';
import { figureOf, type ChartFigure } from './chart-figure.ts';
import { partsSummary } from './chart-summary.ts';
import { chartWords, outcomeNames } from './chart-words.ts';

export type ChartedReport = {
  readonly form: Form;
  readonly cells: Cells;
  readonly reportYear: number;
  /** Last year's report of the same unit, where it is known. */
  readonly prior: PriorYear | null;
};

/** Without the chart of two years where last year's report is not known. @throws Error for an edition without the tables */
export function reportCharts(report: ChartedReport, language: Language): readonly Chart[] {
  const applications = tableOf(report.form, 'applications');
  const yearOnYear = report.prior === null ? [] : [yearOnYearChart(report, report.prior, language)];
  return [
    applicantsChart(report, applications, language),
    outcomesChart(report, applications, language),
    ...yearOnYear,
    remediesChart(report, tableOf(report.form, 'remedies'), language),
  ];
}

function applicantsChart({ cells }: ChartedReport, table: FormTable, language: Language): Chart {
  const parts = table.columns
    .filter(({ id }) => id !== 'total')
    .map(({ id, label, en }) => ({
      name: language === 'zh' ? label : en,
      figure: figureOf(cells, [cellKey(table.id, 'receivedThisYear', id)]),
    }));
  const total = valueAt(cells, cellKey(table.id, 'receivedThisYear', 'total'));
  return partsChart(
    'applicants',
    chartWords.applicant,
    parts,
    partsSummary(chartWords.applicantsSummary, total, parts, language),
    language,
  );
}

function outcomesChart({ cells }: ChartedReport, table: FormTable, language: Language): Chart {
  const rows = table.rows.filter(({ id, path }) => path.length > 1 && id !== 'handlingTotal');
  const groups = [...new Set(rows.map(({ path }) => path[1] ?? ''))];
  const parts = groups.map((group) => {
    const name = plainLabel(group);
    const keys = rows.filter(({ path }) => path[1] === group).map(({ id }) => cellKey(table.id, id, 'total'));
    return { name: language === 'zh' ? name : (outcomeNames[name] ?? name), figure: figureOf(cells, keys) };
  });
  const total = valueAt(cells, cellKey(table.id, 'handlingTotal', 'total'));
  return partsChart('outcomes', chartWords.outcome, parts, partsSummary(chartWords.outcomesSummary, total, parts, language), language);
}

function partsChart(
  id: 'applicants' | 'outcomes',
  corner: (typeof chartWords)['outcome' | 'applicant'],
  parts: readonly { readonly name: string; readonly figure: ChartFigure }[],
  summary: string,
  language: Language,
): Chart {
  const series = [{ name: chartWords.cases[language], figures: parts.map(({ figure }) => figure) }];
  const categories = parts.map(({ name }) => name);
  return barChart({ id, title: chartWords[id][language], summary, corner: corner[language], categories, series }, language);
}

function remediesChart({ cells }: ChartedReport, table: FormTable, language: Language): Chart {
  const columns = table.columns.filter(({ id }) => id !== 'total');
  const nameOf = (each: { readonly en: string }, label: string) => (language === 'zh' ? label : each.en);
  const series = table.rows.map((row) => ({
    name: nameOf(row, row.path.at(-1) ?? row.short),
    figures: columns.map(({ id }) => figureOf(cells, [cellKey(table.id, row.id, id)])),
  }));
  const rows = table.rows.map((row, at) => {
    const total = figureOf(cells, [cellKey(table.id, row.id, 'total')]);
    return fillPlaces(chartWords.remedyTotal[language], { name: series[at]?.name ?? '', total: figureText(total, language) });
  });
  const blanks = series.flatMap(({ figures }) => figures).reduce((sum, figure) => sum + figure.blanks, 0);
  const someBlank = blanks === 0 ? '' : fillPlaces(chartWords.someBlank[language], { count: blanks });
  const summary = `${rows.join(chartWords.and[language])}${someBlank}${chartWords.end[language]}`;
  const categories = columns.map((column) => nameOf(column, column.label));
  return barChart(
    { id: 'remedies', title: chartWords.remedies[language], summary, corner: chartWords.remedy[language], categories, series },
    language,
  );
}

/** Rows that both editions have, so that years of different editions can stand beside each other. */
function yearOnYearChart({ cells, reportYear }: ChartedReport, prior: PriorYear, language: Language): Chart {
  const total = (table: string, row: string): CellKey => cellKey(table, row, 'total');
  const items = [
    { name: chartWords.received, keys: [total('applications', 'receivedThisYear')] },
    { name: chartWords.handled, keys: [total('applications', 'handlingTotal')] },
    { name: chartWords.carriedForward, keys: [total('applications', 'carriedForward')] },
    { name: chartWords.reconsideration, keys: [total('remedies', 'reconsideration')] },
    {
      name: chartWords.litigation,
      keys: [total('remedies', 'directLitigation'), total('remedies', 'litigationAfterReconsideration')],
    },
  ];
  const yearName = (year: number) => fillPlaces(chartWords.thisYear[language], { year });
  const series = [
    { name: yearName(reportYear), figures: items.map(({ keys }) => figureOf(cells, keys)) },
    { name: yearName(reportYear - 1), figures: items.map(({ keys }) => figureOf(prior.cells, keys)) },
  ];
  const [now, before] = series.map(({ figures }) => figures[0] ?? { value: null, blanks: 1 });
  const summary = now === undefined || before === undefined ? '' : comparison(now, before, language);
  return barChart(
    {
      id: 'yearOnYear',
      title: chartWords.yearOnYear[language],
      summary,
      corner: chartWords.yearOnYearItem[language],
      categories: items.map(({ name }) => name[language]),
      series,
    },
    language,
  );
}

function comparison(now: ChartFigure, before: ChartFigure, language: Language): string {
  const places = { now: figureText(now, language), before: figureText(before, language), by: '' };
  const end = chartWords.end[language];
  if (now.value === null || before.value === null) return fillPlaces(chartWords.yearOnYearUnknown[language], places) + end;
  const order = compareExact(now.value, before.value);
  const [more, less] = order < 0 ? [before.value, now.value] : [now.value, before.value];
  const by = formatExact(
    sumExact([
      { coefficient: 1, value: more },
      { coefficient: -1, value: less },
    ]),
  );
  const entry = { '-1': chartWords.yearOnYearFall, '0': chartWords.yearOnYearSame, '1': chartWords.yearOnYearRise }[`${order}`];
  return fillPlaces(entry[language], { ...places, by }) + end;
}

function tableOf(form: Form, id: string): FormTable {
  const table = form.edition.tables.find((each) => each.id === id);
  if (table === undefined) throw new Error(`edition ${form.edition.id} has no table ${id}`);
  return table;
}

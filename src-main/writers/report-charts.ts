/** The charts of a report drawn for documents, and the page for the public made of them. */
import type { DrawnChart } from '#core/documents/chart-html.ts';
import { infographicHtml } from '#core/documents/infographic-html.ts';
import { infographicLook, planInfographic, type InfographicShape } from '#core/documents/infographic.ts';
import { chartLooks } from '#core/charts/chart-look.ts';
import { reportCharts } from '#core/charts/report-charts.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Form } from '#core/form/form.ts';
import type { InfographicFormat } from '#core/ipc/views.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import type { PrintHtml } from '../printing/print-port.ts';

/** The library comes with the first chart: most runs draw none. */
async function drawing() {
  return (await import('./draw-chart.ts')).drawChart;
}

/** The charts as they stand behind a report. */
export async function drawReportCharts({ cells, reportYear }: Filing, form: Form, prior: PriorYear | null): Promise<readonly DrawnChart[]> {
  const draw = await drawing();
  return reportCharts({ form, cells, reportYear, prior }, 'zh').map((chart) => ({
    chart,
    svg: draw(chart, chartLooks.paper),
    isWide: true,
  }));
}

type Order = { readonly prior: PriorYear | null; readonly date: string | null };

/** The same filing, prior and date give the same page. */
export async function renderInfographic(filing: Filing, form: Form, { prior, date }: Order, shape: InfographicShape): Promise<string> {
  const draw = await drawing();
  const plan = planInfographic(filing, form, prior, { shape, date });
  const look = infographicLook(shape);
  const drawn = plan.charts.map(({ chart, isWide, width }) => ({ chart, isWide, svg: draw(chart, look, width) }));
  return infographicHtml(plan, shape, drawn);
}

/** One A4 page as HTML or PDF, or one long picture. Problems are those of printing. */
export async function writeInfographicAs(
  format: InfographicFormat,
  filing: Filing,
  form: Form,
  order: Order,
  print: PrintHtml,
): Promise<Outcome<Uint8Array>> {
  switch (format) {
    case 'html':
      return ok(new TextEncoder().encode(await renderInfographic(filing, form, order, 'page')));
    case 'pdf':
      return print(await renderInfographic(filing, form, order, 'page'));
    case 'png':
      return print(await renderInfographic(filing, form, order, 'long'), 'png');
  }
}

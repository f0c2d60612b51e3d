/** Charts in documents: valid pages, the same every time, with the words of the charts in them. */
import { describe, expect, test } from 'vitest';
import { chartLooks } from '#core/charts/chart-look.ts';
import { reportCharts } from '#core/charts/report-charts.ts';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { drawChart } from '#main/writers/draw-chart.ts';
import { drawReportCharts, renderInfographic } from '#main/writers/report-charts.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { faultsOf } from '../../fixtures/html-judge.ts';

describe.each(editionIds)('charts of edition %s', (id) => {
  const edition = shippedEdition(id);
  const { form } = edition;
  const filing = fullFiling(id);
  const prior = { form, cells: filing.cells };

  test.each(['page', 'long'] as const)('the page for the public (%s) is valid, and the same every time', async (shape) => {
    const order = { prior, date: '2026-01-23' };
    const page = await renderInfographic(filing, form, order, shape);
    expect(faultsOf(page)).toEqual([]);
    expect(page.match(/<svg /gu)).toHaveLength(4);
    expect(page).toContain('2026年1月23日');
    expect(await renderInfographic(structuredClone(filing), form, order, shape)).toBe(page);
  });

  test('the page of an empty report says 未填 and shows no nought', async () => {
    const page = await renderInfographic(newFiling(filing.unit, filing.reportYear, edition), form, { prior: null, date: null }, 'page');
    const said = [...page.matchAll(/<(?:b|td|text)[^>]*>([^<]*)</gu)].map(([, text]) => text);
    expect(said.filter((text) => text === '未填').length).toBeGreaterThan(40);
    expect(said).not.toContain('0');
  });

  test('say of an incomplete sum that it is one, and who lacks, on the page for the public and among the charts', async () => {
    const note = '汇总数不完整：有单位未报送。未报送（1 家）：示例县。';
    const partial = { ...filing, tableNotes: { applications: note } };
    const page = await renderInfographic(partial, form, { prior, date: null }, 'page');
    expect(faultsOf(page)).toEqual([]);
    expect(page.indexOf(note)).toBeLessThan(page.indexOf('<dl>'));
    const html = renderReportHtml(partial, form, { charts: await drawReportCharts(partial, form, prior) });
    expect(html.slice(html.indexOf('附：年报数据图'))).toContain(note);
    const many = `${note}${Array.from({ length: 99 }, (_, at) => `示例第${String(at)}县`).join('、')}。`;
    const short = await renderInfographic({ ...filing, tableNotes: { applications: many } }, form, { prior, date: null }, 'page');
    expect(/class="notice many"><strong>(.*?)<\/strong>/u.exec(short)?.[1]).toMatch(/^.{300,340}县等，其余见年度报告各表下的说明。$/u);
    expect(await renderInfographic(filing, form, { prior, date: null }, 'long')).not.toContain('class="notice"');
  });

  test('stand behind the report when they are asked for, in a valid page', async () => {
    const charts = await drawReportCharts(filing, form, prior);
    const html = renderReportHtml(filing, form, { charts, date: '2026-01-23' });
    expect(faultsOf(html)).toEqual([]);
    expect(html.indexOf('附：年报数据图')).toBeGreaterThan(html.indexOf('2026年1月23日'));
    for (const { chart } of charts) expect(html).toContain(`<p id="chart-${chart.id}-summary">${chart.summary}</p>`);
    expect(renderReportHtml(filing, form)).not.toContain('附：年报数据图');
  });
});

test('a drawing has no trace of what was drawn before it, no style sheet, and every pattern that it names', () => {
  const { form } = shippedEdition('2021');
  const report = { form, cells: fullFiling('2021').cells, reportYear: 2025, prior: null };
  const [first, , remedies] = reportCharts(report, 'zh');
  if (first === undefined || remedies === undefined) throw new Error('no charts');
  const drawn = drawChart(remedies, chartLooks.paper);
  drawChart(first, chartLooks.paper);
  expect(drawChart(remedies, chartLooks.paper)).toBe(drawn);
  expect(drawn).not.toMatch(/zr\d|<style|ecmeta|<script|http(?!:\/\/www\.w3\.org)/u);
  const named = [...drawn.matchAll(/url\(#([^)]+)\)/gu)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(drawn).toContain(`id="${name}"`);
});

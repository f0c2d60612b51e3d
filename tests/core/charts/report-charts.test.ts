/** The charts of a report as values: what they say is what the tables say, and blank is blank. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartLooks } from '#core/charts/chart-look.ts';
import type { Chart } from '#core/charts/chart.ts';
import { reportCharts } from '#core/charts/report-charts.ts';
import { blankCells, valueAt, type Cells } from '#core/form/edit-cells.ts';
import { formatExact, sumExact } from '#core/lib/exact.ts';
import { editionIds, shippedEdition, type EditionId } from '../../fixtures/editions.ts';
import { filings } from '../../fixtures/full-filing.ts';

type Item = { value: number; itemStyle?: { color: string }; label: { formatter: string } };

function charts(id: EditionId, cells: Cells, prior: Cells | null = null) {
  const { form } = shippedEdition(id);
  const report = { form, cells, reportYear: 2025, prior: prior === null ? null : { form, cells: prior } };
  return new Map(reportCharts(report, 'zh').map((chart) => [chart.id, chart]));
}

function seriesOf(chart: Chart | undefined): Item[][] {
  const option = chart?.draw(chartLooks.paper) as { series: { data: Item[] }[] } | undefined;
  return option?.series.map(({ data }) => data) ?? [];
}

describe.each(editionIds)('the charts of a report in edition %s', (id) => {
  const { form } = shippedEdition(id);

  it('draw what their tables say, and for what is blank no bar but the word', () => {
    fc.assert(
      fc.property(filings(id), ({ cells }) => {
        for (const chart of charts(id, cells, cells).values()) {
          const series = seriesOf(chart);
          chart.table.rows.forEach(({ cells: texts }, row) =>
            texts.forEach((text, at) => {
              const item = series[at]?.[row];
              expect(item?.label.formatter).toBe(text);
              expect(item?.itemStyle?.color === 'transparent').toBe(text === '未填');
              expect(item?.value === 0).toBe(text === '0' || text === '未填' || /^0（/u.test(text));
            }),
          );
        }
        const applicants = charts(id, cells)
          .get('applicants')
          ?.table.rows.map((row) => row.cells[0]);
        const received = form.cells.filter(({ row, column }) => row.id === 'receivedThisYear' && column.id !== 'total');
        expect(applicants).toEqual(received.map(({ key }) => formatExact(cells[key] ?? null, '未填')));
      }),
      { numRuns: 15 },
    );
  });

  it('add outcomes up by group, and say of a sum what of it is blank', () => {
    const withheld = form.cells.filter(({ row, column }) => row.path[1] === '（三）不予公开' && column.id === 'total');
    const [first, ...rest] = withheld.map(({ key }) => key);
    const cells: Cells = { ...blankCells(form), ...Object.fromEntries(rest.map((key, at) => [key, at + 1])) };
    const rows = charts(id, cells).get('outcomes')?.table.rows;
    expect(first).toBeDefined();
    expect(rows?.find(({ label }) => label === '不予公开')?.cells).toEqual(['28（另有1格未填）']);
    expect(rows?.find(({ label }) => label === '予以公开')?.cells).toEqual(['未填']);
    expect(sumExact(rest.map((key) => ({ coefficient: 1, value: valueAt(cells, key) })))).toBe(28);
  });

  it('compare two years only where there is a report of last year', () => {
    const blank = blankCells(form);
    expect([...charts(id, blank).keys()]).toEqual(['applicants', 'outcomes', 'remedies']);
    const now = { ...blank, 'applications.receivedThisYear.total': 12 };
    const before = { ...blank, 'applications.receivedThisYear.total': 20 };
    const chart = charts(id, now, before).get('yearOnYear');
    expect(chart?.table.columns).toEqual(['2025年', '2024年']);
    expect(chart?.table.rows[0]).toEqual({ label: '新收申请', cells: ['12', '20'] });
    expect(chart?.summary).toBe('新收申请12件，比上年20件减少8件。');
    expect(charts(id, now, blank).get('yearOnYear')?.summary).toBe('新收申请：本年12，上年未填。');
  });
});

describe('the sentence of a chart', () => {
  const received = (applicant: string) => `applications.receivedThisYear.${applicant}`;
  const all = {
    ...Object.fromEntries(
      ['commercialEnterprise', 'researchInstitution', 'publicInterestOrganization', 'legalServiceInstitution', 'other'].map((each) => [
        received(each),
        0,
      ]),
    ),
    [received('naturalPerson')]: 2,
    [received('commercialEnterprise')]: 1,
    [received('total')]: 3,
  };
  const summary = (changes: Cells) => charts('2021', { ...all, ...changes }).get('applicants')?.summary;

  it('names the largest part and its share', () => {
    expect(summary({})).toBe('本年新收政府信息公开申请3件，其中自然人最多，2件（占66.7%）。');
  });
  it('says no share where a part is blank or the stated total is another, and no largest where two are', () => {
    expect(summary({ [received('other')]: null })).toBe('本年新收政府信息公开申请3件，其中自然人最多，2件；有1格未填。');
    expect(summary({ [received('total')]: 4 })).toBe('本年新收政府信息公开申请4件，其中自然人最多，2件。');
    expect(summary({ [received('commercialEnterprise')]: 2, [received('total')]: 4 })).toBe('本年新收政府信息公开申请4件。');
  });
});

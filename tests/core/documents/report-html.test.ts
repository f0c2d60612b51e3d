import { describe, expect, test } from 'vitest';
import { formatCell } from '#core/form/format-cell.ts';
import { cellOf } from '#core/form/form.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';

const edition = edition2019();
const { form } = edition;
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
const amount = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
const hainan: Filing = {
  ...newFiling(unit, 2020, edition),
  cells: valuesOf(publishedReport('hainan-province-2020'), form),
  cellUnits: { [amount]: '万元' },
};

type Cell = {
  readonly tag: string;
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly scope: string | null;
};

/** The rows of each table in a page. */
function tablesOf(html: string): readonly (readonly (readonly Cell[])[])[] {
  return [...html.matchAll(/<table[^>]*>(.*?)<\/table>/gsu)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<(t[hd])([^>]*)>(.*?)<\/t[hd]>/gsu)].map(([, tag = '', attributes = '', text = '']) => ({
        tag,
        text: text.replace(/<[^>]*>/gu, ''),
        colSpan: Number(/colspan="(\d+)"/u.exec(attributes)?.[1] ?? 1),
        rowSpan: Number(/rowspan="(\d+)"/u.exec(attributes)?.[1] ?? 1),
        scope: /scope="(\w+)"/u.exec(attributes)?.[1] ?? null,
      })),
    ),
  );
}

describe('the HTML report', () => {
  const html = renderReportHtml(hainan, form);

  test('has the spans, labels and figures of the edition’s paper layout, in its order', () => {
    const printed = (key: CellKey) => formatCell(cellOf(form, key).value, hainan.cells[key] ?? null);
    const expected = form.edition.tables.map((table) =>
      table.layout.map((line) => [
        ...line.labels.map((label) => ({
          tag: 'th',
          text: label.text === '采购总金额' ? '采购总金额（万元）' : label.text,
          colSpan: label.colSpan,
          rowSpan: label.rowSpan,
          scope: line.kind === 'data' ? 'row' : 'col',
        })),
        ...line.values.map((value) => ({
          tag: 'td',
          text: printed(`${table.id}.${value.row}.${value.column}`),
          colSpan: value.colSpan,
          rowSpan: 1,
          scope: null,
        })),
      ]),
    );
    expect(tablesOf(html)).toEqual(expected);
    expect(
      tablesOf(html)
        .flat(2)
        .filter((cell) => cell.tag === 'td'),
    ).toHaveLength(198);
    expect(html).toContain('>866,534.00<');
    expect(html).toContain('>−43<');
    expect(html).toContain('>+76<');
  });

  test('has every heading of the edition in its order, under one title', () => {
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gu)].map((match) => match[1]);
    expect(headings).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    expect(html.match(/<h1>(.*?)<\/h1>/u)?.[1]).toBe('海南省2020年政府信息公开工作年度报告');
    expect(html).toContain('<html lang="zh-CN">');
  });

  test('is one file without scripts or anything loaded from elsewhere, and the same every time', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|href=|url\(|@import|https?:/iu);
    expect(renderReportHtml(structuredClone(hainan), form)).toBe(html);
  });

  test('leaves blank cells blank', () => {
    const blank = tablesOf(renderReportHtml(newFiling(unit, 2020, edition), form)).flat(2);
    expect(new Set(blank.filter((cell) => cell.tag === 'td').map((cell) => cell.text))).toEqual(new Set(['']));
  });

  test('shows narrative, bound figures, table notes and cell notes', () => {
    const page = renderReportHtml(
      {
        ...hainan,
        narrative: {
          preamble: [{ kind: 'paragraph', content: [{ kind: 'text', text: '前言。' }] }],
          overview: [
            { kind: 'heading', level: 2, content: [{ kind: 'text', text: '（一）主动公开' }] },
            { kind: 'heading', level: 3, content: [{ kind: 'text', text: '1.平台' }] },
            {
              kind: 'paragraph',
              content: [
                { kind: 'text', text: '新收' },
                { kind: 'figure', cell: 'applications.receivedThisYear.total' },
                { kind: 'text', text: '件。' },
              ],
            },
            { kind: 'list', ordered: true, items: [[{ kind: 'text', text: '甲' }], [{ kind: 'text', text: '乙' }]] },
          ],
        },
        tableNotes: { remedies: '含上年度结转数量' },
        cellNotes: { 'proactiveDisclosure.administrativeRule.newlyMade': '其中修订16件' },
      },
      form,
    );
    expect(page).toContain('<h3>（一）主动公开</h3>\n<h4>1.平台</h4>\n<p>新收2,864件。</p>\n<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>');
    expect(page.indexOf('<p>前言。</p>')).toBeLessThan(page.indexOf('<h2'));
    expect(page).toContain('<p class="table-note">注：含上年度结转数量</p>');
    expect(page).toMatch(/<td headers="[^"]+">11<span class="note">（其中修订16件）<\/span><\/td>/u);
  });

  test.each([
    [{ [amount]: '元' } as const, '采购总金额（元）'],
    [{}, '采购总金额'],
  ])('shows the unit of an open amount beside its column label: %j', (cellUnits, label) => {
    const cells = tablesOf(renderReportHtml({ ...hainan, cellUnits }, form)).flat(2);
    expect(cells.filter((cell) => cell.text.startsWith('采购总金额')).map((cell) => cell.text)).toEqual([label]);
  });

  test('escapes hostile text wherever a filing can carry it', () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='a'>&\u0000`;
    const page = renderReportHtml(
      {
        ...hainan,
        title: hostile,
        narrative: { overview: [{ kind: 'list', ordered: false, items: [[{ kind: 'text', text: hostile }]] }] },
        tableNotes: { applications: hostile },
        cellNotes: { [amount]: hostile },
      },
      form,
    );
    const clean = renderReportHtml({ ...hainan, title: 'x' }, form);
    expect(page).not.toMatch(/<script|<img/u);
    expect(page).not.toContain('\u0000');
    expect(page.match(/<[a-z][^>]*>/gu)?.filter((tag) => /alert|onerror/u.test(tag))).toEqual([]);
    expect(page.split('&lt;script&gt;')).toHaveLength(6);
    expect(clean).not.toContain('&lt;script');
  });
});

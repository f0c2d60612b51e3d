import { expect, test } from 'vitest';
import { newFiling } from '#core/filing/new-filing.ts';
import { cellsAsTsv, showCells } from '#core/intake/show-cells.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';

const edition = edition2019();
const { form } = edition;
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;

test('showCells names every cell by its official labels, values as they are kept', () => {
  const cells = showCells({ cells: valuesOf(publishedReport('hainan-province-2020'), form) }, form);
  expect(cells).toHaveLength(198);
  expect(cells[21]).toMatchObject({
    table: '二、主动公开政府信息情况',
    row: '政府集中采购',
    column: '采购总金额',
    value: '866534.00',
    key: 'proactiveDisclosure.centralizedProcurement.procurementAmount',
  });
  expect(cells.find((cell) => cell.key === 'applications.stateSecret.naturalPerson')).toMatchObject({
    row: '三、本年度办理结果｜（三）不予公开｜1.属于国家秘密',
    column: '自然人',
    value: '5',
    guidance: { zh: '依法确定为国家秘密，不予公开的。', basis: '《政府信息公开条例》第十四条' },
  });
  expect(new Set(cells.map((cell) => [cell.table, cell.row, cell.column].join('\t'))).size).toBe(198);
});

test('the TSV has a header and one line a cell; blank is empty, not zero', () => {
  const lines = cellsAsTsv(showCells(newFiling(unit, 2020, edition), form)).split('\n');
  expect(lines[0]).toBe('表\t行\t列\t值');
  expect(lines[1]).toBe('二、主动公开政府信息情况\t规章\t本年新制作数量\t');
  expect(lines).toHaveLength(200);
  expect(lines.slice(0, -1).every((line) => line.split('\t').length === 4)).toBe(true);
});

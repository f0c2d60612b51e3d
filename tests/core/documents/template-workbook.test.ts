/** The plan of the Excel template: the statutory layout, what may be filled in, what is computed and checked. */
import { describe, expect, it } from 'vitest';
import { templateMetaSheet, readTemplateMeta } from '#core/form/template-meta.ts';
import { cellAddress } from '#core/documents/workbook-address.ts';
import type { PlannedCell } from '#core/documents/workbook-plan.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { plan, priorOf, sheetOf, textOf, textsOf } from './template-plan.ts';

const tableSheets = ['表二', '表三', '表四'];

describe.each(editionIds)('the template of edition %s', (id) => {
  const workbook = plan(id);
  const { form, digest } = shippedEdition(id);
  const meta = readTemplateMeta(sheetOf(workbook, templateMetaSheet).cells.reduce<string[][]>(intoRows, []));
  const cellAt = (address: string) => {
    const [sheet = '', place = ''] = address.split('!');
    const found = sheetOf(workbook, sheet).cells.find((cell) => cellAddress(cell) === place);
    if (found === undefined) throw new Error(`nothing at ${address}`);
    return found;
  };

  it('has a guide, a sheet for each table and the hidden sheet, none of which can be renamed', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['填写说明', ...tableSheets, templateMetaSheet]);
    expect(workbook.sheets.map(({ visibility }) => visibility)).toEqual(['shown', 'shown', 'shown', 'shown', 'veryHidden']);
    expect(workbook.sheets.every(({ isProtected }) => isProtected)).toBe(true);
    expect(workbook.locksStructure).toBe(true);
  });

  it('prints every label of the form in its words and order, under the heading', () => {
    for (const [index, table] of form.edition.tables.entries()) {
      const texts = textsOf(sheetOf(workbook, tableSheets[index] ?? ''));
      const labels = table.layout.flatMap((line) => line.labels.map(({ text }) => text));
      expect(texts[0]).toBe(table.heading);
      expect(texts.slice(2, 2 + labels.length)).toEqual(labels);
    }
  });

  it('covers each place of a table once, to the width of the table', () => {
    for (const name of tableSheets) {
      const { cells, widths, print } = sheetOf(workbook, name);
      const covered = cells.flatMap(placesOf);
      expect(new Set(covered).size).toBe(covered.length);
      expect(cells.filter(({ row }) => row < (print?.rows ?? 0)).flatMap(placesOf)).toHaveLength((print?.rows ?? 0) * widths.length);
    }
  });

  it('unlocks what is to be filled in, and nothing else', () => {
    const inputs = form.cells.filter(({ computed }) => !computed).map(({ key }) => key);
    const placed = new Map(meta?.cells.map(({ address, cell }) => [cell, address]));
    const open = [...inputs.map((key) => placed.get(key)), ...(meta?.units ?? []).map((each) => each.address), ...noteAddresses()];
    const unlocked = workbook.sheets.flatMap(({ name, cells }) =>
      cells.filter(({ look }) => look.unlocked).map((cell) => `${name}!${cellAddress(cell)}`),
    );
    expect(unlocked.sort()).toEqual(open.sort());
    function noteAddresses() {
      return (meta?.notes ?? []).map(({ address }) => address);
    }
  });

  it('tells where every cell of the form stands, whose template it is, and by which rules', () => {
    expect(meta).toMatchObject({ unitCode: '321300', unitName: '宿迁市', edition: { id, digest } });
    expect(meta?.cells.map(({ cell }) => cell).sort()).toEqual(form.cells.map(({ key }) => key).sort());
    expect(meta?.units.map(({ cell }) => cell)).toEqual(form.cells.filter(({ unitOpen }) => unitOpen).map(({ key }) => key));
    expect(meta?.notes.map(({ table }) => table)).toEqual(form.edition.tables.map((table) => table.id));
  });

  it('computes every total, and shows nothing while its parts are blank', () => {
    for (const { cell, address } of meta?.cells ?? []) {
      const { content } = cellAt(address);
      const isTotal = form.totals.some(({ target }) => target === cell);
      expect(content).toMatchObject(isTotal ? { kind: 'formula', cached: '' } : { kind: 'blank' });
    }
    expect(cellAt('表三!J6').content).toMatchObject({ formula: 'IF(COUNT(D6:I6)=0,"",SUM(D6:I6))' });
  });

  it('says what may be typed in each cell that is unlocked, in words that Excel can show', () => {
    for (const { name, cells, validations } of workbook.sheets) {
      const ranges = validations.flatMap(({ ranges: list }) => list.split(' ')).flatMap(addressesIn);
      expect(ranges.sort()).toEqual(
        cells
          .filter(({ look }) => look.unlocked)
          .map((cell) => cellAddress(cell))
          .sort(),
      );
      for (const { title, message } of validations) {
        expect([title.length <= 32, message.length <= 255, /[一-鿿]/u.test(message)], name).toEqual([true, true, true]);
      }
    }
  });

  it('takes no figure twice as a check: what formulas guarantee is not asked again', () => {
    const codes = tableSheets.flatMap((name) => textsOf(sheetOf(workbook, name)).map((text) => /^[A-Z]\d?-\d+/u.exec(text)?.[0] ?? ''));
    expect(codes).toContain('T3-1');
    expect(codes).not.toContain('T3-2');
    expect(codes).not.toContain('T3-3');
    expect(codes.filter((code) => /^T4-[123]|^Y-/u.test(code))).toEqual([]);
  });

  it('is the same plan every time', () => {
    expect(plan(id)).toEqual(workbook);
  });
});

describe('the checks of a template', () => {
  it('stand under the columns they are about', () => {
    const sheet = sheetOf(plan('2021'), '表三');
    const label = sheet.cells.find((cell) => textOf(cell).startsWith('T3-1'));
    expect(label && textOf(label)).toBe('T3-1　本年新收 + 上年结转 = 办理结果总计 + 结转下年');
    const results = sheet.cells.filter(({ row, column }) => row === label?.row && column > 0);
    expect(results.map((cell) => cellAddress(cell).replace(/\d/gu, ''))).toEqual(['D', 'E', 'F', 'G', 'H', 'I', 'J']);
    expect(results[0]?.content).toEqual({
      kind: 'formula',
      formula: 'IF(OR(COUNT(D6:D7)=0,COUNT(D29:D30)=0),"",ROUND(SUM(D6:D7)-(SUM(D29:D30)),6))',
      cached: '',
    });
  });

  it('compare with the sheets of last year where it is known, at the same address in the same edition', () => {
    const { form } = shippedEdition('2021');
    const cells = Object.fromEntries(form.cells.map(({ key }) => [key, 3]));
    const workbook = plan('2021', 'prefecture', { prior: priorOf('2021', cells) });
    expect(workbook.sheets.map(({ name }) => name).slice(4, 7)).toEqual(tableSheets.map((name) => `上年数据${name}`));
    const formulas = sheetOf(workbook, '表三').cells.flatMap(({ content }) => (content.kind === 'formula' ? [content.formula] : []));
    expect(formulas).toContain('IF(OR(COUNT(D7)=0,COUNT(上年数据表三!D30)=0),"",ROUND(SUM(D7)-(SUM(上年数据表三!D30)),6))');
    const shown = sheetOf(workbook, '上年数据表三').cells.filter(({ content }) => content.kind === 'number');
    expect(shown).toHaveLength(175);
    expect(shown.some(({ look }) => look.unlocked)).toBe(false);
  });

  it('show last year’s report of the older edition in its own layout', () => {
    const { form } = shippedEdition('2019');
    const key = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
    const prior = { ...priorOf('2019', { [key]: '866534.00' }), form, cellUnits: { [key]: '万元' as const } };
    const sheet = sheetOf(plan('2021', 'province', { prior, reportYear: 2021 }), '上年数据表二');
    expect(textsOf(sheet)).toContain('采购总金额（万元）');
    expect(sheet.cells.filter(({ content }) => content.kind === 'number').map(({ content }) => content)).toEqual([
      { kind: 'number', value: 866534 },
    ]);
  });

  it('ask townships, and only lower levels, for no administrative rules', () => {
    const labels = (level: Parameters<typeof plan>[1]) =>
      textsOf(sheetOf(plan('2021', level), '表二')).filter((text) => text.startsWith('T2-3'));
    expect(labels('township')).toEqual(['T2-3　规章：本年制发件数 + 本年废止件数 + 现行有效件数 ≤ 0']);
    expect(labels('prefecture')).toEqual([]);
  });
});

describe('a template of a report at work', () => {
  it('has its figures, its sums, and counts what is missing and what does not hold', () => {
    const { form } = shippedEdition('2021');
    const cells = { 'applications.receivedThisYear.naturalPerson': 5, 'applications.carriedForward.naturalPerson': 2 };
    const filled = { cells, cellUnits: {}, tableNotes: { applications: '含上年' } };
    const workbook = plan('2021', 'prefecture', { filled });
    const sheet = sheetOf(workbook, '表三');
    const at = (address: string) => sheet.cells.find((cell) => cellAddress(cell) === address)?.content;
    expect(at('D6')).toEqual({ kind: 'number', value: 5 });
    expect(at('J6')).toMatchObject({ kind: 'formula', cached: 5 });
    expect(at('D29')).toMatchObject({ kind: 'formula', cached: '' });
    expect(textsOf(sheet)).toContain('含上年');
    const progress = sheetOf(workbook, '填写说明').cells.filter(({ content }) => content.kind === 'formula');
    const inputs = form.cells.filter(({ computed, table }) => !computed && table.id === 'applications').length;
    expect(progress.map(({ content }) => content)).toContainEqual(expect.objectContaining({ cached: 2 }));
    expect(sheet.cells.map(({ content }) => content)).toContainEqual(expect.objectContaining({ kind: 'formula', cached: inputs - 2 }));
    // 5 received against 2 carried forward, by natural persons and in the total
    expect(sheet.cells.filter(({ content }) => content.kind === 'formula' && content.cached === 3)).toHaveLength(2);
  });
});

function placesOf({ row, column, rowSpan, colSpan }: PlannedCell): string[] {
  return Array.from({ length: rowSpan * colSpan }, (_each, at) =>
    cellAddress({ row: row + Math.floor(at / colSpan), column: column + (at % colSpan) }),
  );
}

function addressesIn(range: string): string[] {
  const [from = '', to = from] = range.split(':');
  const read = (address: string) => ({ column: address.replace(/\d/gu, ''), row: Number(address.replace(/\D/gu, '')) });
  const [first, last] = [read(from), read(to)];
  const columns = Array.from({ length: 26 }, (_each, at) => String.fromCharCode(65 + at)).filter(
    (letter) => letter >= first.column && letter <= last.column,
  );
  return Array.from({ length: last.row - first.row + 1 }, (_each, at) => first.row + at).flatMap((row) =>
    columns.map((column) => column + String(row)),
  );
}

function intoRows(rows: string[][], cell: PlannedCell): string[][] {
  (rows[cell.row] ??= [])[cell.column] = textOf(cell);
  return rows;
}

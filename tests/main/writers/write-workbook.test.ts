/** The Excel file of a template, part by part: locks, validations, merges, freezing, printing, the same bytes every time. */
import { read } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { readTemplateMeta, templateMetaSheet } from '#core/form/template-meta.ts';
import { cellAddress } from '#core/documents/workbook-address.ts';
import { planTemplate } from '#core/documents/template-workbook.ts';
import type { WorkbookPlan } from '#core/documents/workbook-plan.ts';
import { writeWorkbook } from '#main/writers/write-workbook.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { plan, request, sheetOf } from '../../core/documents/template-plan.ts';
import { attribute, elements, openWorkbook, sheetNamed, unlockedCells, type OpenedSheet } from './opened-workbook.ts';

const tableSheets = ['表二', '表三', '表四'];

describe.each(editionIds)('the template of edition %s as a file', async (id) => {
  const planned = plan(id);
  const bytes = await writeWorkbook(planned);
  const opened = openWorkbook(bytes);
  const { form } = shippedEdition(id);

  it('protects every sheet, without a password, and the order and names of the sheets', () => {
    for (const { root } of opened.sheets) {
      const [protection] = elements(root, 'sheetProtection');
      expect([attribute(protection, 'sheet'), attribute(protection, 'password')]).toEqual(['1', '']);
    }
    expect(attribute(elements(opened.workbook, 'workbookProtection')[0], 'lockStructure')).toBe('1');
  });

  it('unlocks the whole of every cell that is to be filled in, and no other', () => {
    for (const sheet of opened.sheets) {
      const open = sheetOf(planned, sheet.name).cells.filter(({ look }) => look.unlocked);
      const places = open.flatMap(({ row, column, colSpan }) =>
        Array.from({ length: colSpan }, (_each, right) => cellAddress({ row, column: column + right })),
      );
      expect([...unlockedCells(opened, sheet)].sort(), sheet.name).toEqual(places.sort());
    }
    const inputs = form.cells.filter(({ computed }) => !computed).length;
    const units = form.cells.filter(({ unitOpen }) => unitOpen).length;
    expect(planned.sheets.flatMap(({ cells }) => cells.filter(({ look }) => look.unlocked))).toHaveLength(inputs + units + 3);
  });

  it('refuses other entries with Chinese words: whole numbers, signed changes, amounts, units', () => {
    const found = tableSheets.flatMap((name) => elements(sheetNamed(opened, name).root, 'dataValidation'));
    const kinds = found.map((each) => `${attribute(each, 'type')} ${elements(each, 'formula1')[0]?.textContent ?? ''}`);
    const whole = tableSheets.map(() => 'whole 0');
    const at2019 = ['whole -999999999999999', 'list "元,万元"', 'custom IF(ISNUMBER(C20),AND(C20>=0,C20<1E+15,ROUND(C20,6)=C20),FALSE)'];
    const at2021 = ['custom IF(ISNUMBER(B16),AND(B16>=0,B16<1E+15,ROUND(B16,6)=B16),FALSE)'];
    const notes = tableSheets.map(() => 'textLength 1000');
    expect(kinds.sort()).toEqual([...whole, ...(id === '2019' ? at2019 : at2021), ...notes].sort());
    for (const each of found) {
      expect([attribute(each, 'errorStyle'), attribute(each, 'showErrorMessage'), attribute(each, 'allowBlank')]).toEqual([
        'stop',
        '1',
        '1',
      ]);
      expect(attribute(each, 'error')).toMatch(/[一-鿿]{3,}/u);
    }
  });

  it('hides the sheet that tells whose template it is where no menu shows it, and another program reads it exactly', () => {
    expect(sheetNamed(opened, templateMetaSheet).state).toBe('veryHidden');
    const book = read(bytes, { type: 'array', dense: true });
    const rows = (book.Sheets[templateMetaSheet]?.['!data'] ?? []).map((row) => row.map((cell) => String(cell.v)));
    const meta = readTemplateMeta(rows);
    expect(meta?.cells).toHaveLength(form.cells.length);
    for (const { address } of meta?.cells ?? []) {
      const [name = '', place = ''] = address.split('!');
      expect(sheetNamed(opened, name).xml).toContain(`<c r="${place}"`);
    }
  });

  it('keeps the statutory merges, and no other in the table', () => {
    for (const [index, table] of form.edition.tables.entries()) {
      const sheet = sheetNamed(opened, tableSheets[index] ?? '');
      const spans = table.layout.flatMap((line) => [...line.labels, ...line.values.map((each) => ({ ...each, rowSpan: 1 }))]);
      const merged = spans.filter(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1).length;
      const inTable = mergesOf(sheet).filter(([from, to]) => rowIn(from) > 2 && rowIn(to) <= 2 + table.layout.length);
      expect(inTable).toHaveLength(merged);
    }
    if (id === '2021') expect(mergesOf(sheetNamed(opened, '表三'))).toContainEqual(['A8', 'A29']);
  });

  it('freezes the header and the labels, and prints on landscape A4, one page wide, the header on every page', () => {
    const { root } = sheetNamed(opened, '表三');
    const [pane] = elements(root, 'pane');
    expect([attribute(pane, 'xSplit'), attribute(pane, 'ySplit'), attribute(pane, 'state')]).toEqual(['3', '5', 'frozen']);
    const [page] = elements(root, 'pageSetup');
    const setting = ['paperSize', 'orientation', 'fitToWidth', 'fitToHeight'].map((name) => attribute(page, name));
    expect(setting).toEqual(['9', 'landscape', '1', '0']);
    expect(attribute(elements(root, 'pageSetUpPr')[0], 'fitToPage')).toBe('1');
    const names = elements(opened.workbook, 'definedName').map((each) => `${attribute(each, 'name')} ${each.textContent ?? ''}`);
    expect(names).toContain('_xlnm.Print_Titles 表三!$1:$5');
  });

  it('stores what every formula comes to, so that a viewer without a calculator shows the same', () => {
    const formulas = opened.sheets.flatMap(({ xml }) => [...xml.matchAll(/<f>[^<]*<\/f>(<v>[^<]*<\/v>|<v\/>)?/gu)]);
    expect(formulas.length).toBeGreaterThan(50);
    expect(formulas.filter(([, cached]) => cached === undefined)).toEqual([]);
  });

  it('is the same file every time, whatever the time zone', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = zone === 'Asia/Shanghai' ? 'America/New_York' : 'Asia/Shanghai';
    const again = await writeWorkbook(plan(id));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });
});

describe('writing a workbook', () => {
  it('keeps names with signs of XML, and never takes one for a formula', async () => {
    const unit = { ...request('2021').unit, name: '=1+1&<局>"一"' };
    const book = read(await writeWorkbook(planTemplate(request('2021', 'county', { unit }))), { type: 'array' });
    expect(book.Sheets['填写说明']?.['B3']).toMatchObject({ t: 's', v: '=1+1&<局>"一"' });
  });

  it('writes the parts of fonts in the order of the schema (ECMA-376, CT_Font)', async () => {
    const styles = new TextDecoder().decode(openWorkbook(await writeWorkbook(plan('2021'))).parts['xl/styles.xml']);
    const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/gu)].map(([, parts = '']) =>
      [...parts.matchAll(/<([a-z]+)/giu)].map((each) => each[1]),
    );
    expect(fonts).toContainEqual(['b', 'sz', 'name', 'charset']);
    expect(fonts).toContainEqual(['sz', 'color', 'name', 'charset']);
    expect(fonts).toContainEqual(['b', 'color']);
  });

  it('refuses a plan that Excel could not open: a sheet’s name, or too long a message', async () => {
    const [sheet] = plan('2021').sheets;
    const withSheet = (change: Partial<WorkbookPlan['sheets'][number]>): WorkbookPlan => ({
      ...plan('2021'),
      sheets: [{ ...sheet!, ...change }],
    });
    await expect(writeWorkbook(withSheet({ name: '表二/三' }))).rejects.toThrow('表二/三');
    const validation = { ranges: 'A1', rule: { kind: 'length', most: 1 }, title: '题', message: '长'.repeat(256) } as const;
    await expect(writeWorkbook(withSheet({ validations: [validation] }))).rejects.toThrow('too long');
  });
});

function mergesOf({ root }: OpenedSheet): readonly (readonly string[])[] {
  return elements(root, 'mergeCell').map((merge) => attribute(merge, 'ref').split(':'));
}

function rowIn(address: string | undefined): number {
  return Number((address ?? '').replace(/\D/gu, ''));
}

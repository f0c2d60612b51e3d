/** LibreOffice opens the template: it comes to our totals and checks, keeps the locks, and prints it as meant. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeTotals, valueAt, type Cells } from '#core/form/edit-cells.ts';
import type { FormCell } from '#core/form/form.ts';
import { readTemplateMeta, templateMetaRows, templateMetaSheet } from '#core/form/template-meta.ts';
import { planTemplate, type TemplateRequest } from '#core/documents/template-workbook.ts';
import type { WorkbookPlan } from '#core/documents/workbook-plan.ts';
import { writeWorkbook } from '#main/writers/write-workbook.ts';
import { editionIds, shippedEdition, type EditionId } from '../../fixtures/editions.ts';
import { plan, priorOf, request, sheetOf, textOf } from '../../core/documents/template-plan.ts';
import { csvCells, everySheetAsCsv, hasLibreOffice, openLibreOffice, patience } from './libreoffice.ts';
import { fillIn } from './opened-workbook.ts';

/** What a person may type in a cell; some are left blank. */
function figure({ value }: FormCell): fc.Arbitrary<number | string | null> {
  const whole = fc.oneof(fc.nat(30), fc.nat(9_999_999));
  const amount = fc.tuple(fc.nat(99_999), fc.nat(999_999)).map(([yuan, rest]) => `${String(yuan)}.${String(rest).padStart(6, '0')}`);
  const kinds: Readonly<Record<FormCell['value'], fc.Arbitrary<number | string>>> = {
    count: whole,
    change: fc.integer({ min: -5000, max: 5000 }),
    amount,
  };
  return fc.option(kinds[value], { freq: 6 });
}

function figures(id: EditionId): fc.Arbitrary<Cells> {
  const inputs = shippedEdition(id).form.cells.filter(({ computed }) => !computed);
  return fc.tuple(...inputs.map(figure)).map((values) => Object.fromEntries(inputs.map(({ key }, at) => [key, values[at] ?? null])));
}

type Sample = { readonly name: string; readonly id: EditionId; readonly cells: Cells; readonly prior: Cells };

/** Three years at random after one at random, and a year without applications that had cases, after another such year. */
const samples = editionIds.flatMap((id): Sample[] => {
  const [prior = {}, ...years] = fc.sample(figures(id), { numRuns: 4, seed: 2026 });
  const all = shippedEdition(id).form.cells;
  const quiet = Object.fromEntries(all.map(({ key, table }) => [key, table.id === 'applications' ? 0 : 2]));
  const random = years.map((cells, at): Sample => ({ name: `${id}-${String(at)}`, id, cells, prior }));
  return [...random, { name: `${id}-quiet`, id, cells: quiet, prior: quiet }];
});

/** With last year's figures, so that the checks across years are asked too. */
function requestFor({ id, prior }: Sample): TemplateRequest {
  return request(id, 'county', { prior: priorOf(id, computeTotals(shippedEdition(id).form, prior)) });
}

describe.skipIf(!hasLibreOffice)('LibreOffice, on templates filled in at random', () => {
  const office = openLibreOffice();
  let sheets: ReadonlyMap<string, Buffer> = new Map();

  beforeAll(async () => {
    const filled = samples.map(async (sample) => {
      const blank = await writeWorkbook(planTemplate(requestFor(sample)));
      return [`${sample.name}.xlsx`, fillIn(blank, typed(sample))] as const;
    });
    sheets = await office.convert(Object.fromEntries(await Promise.all(filled)), everySheetAsCsv);
  }, patience);

  const shownOn = (workbook: string, sheet: string) => {
    const file = sheets.get(`${workbook}-${sheet}.csv`);
    if (file === undefined) throw new Error(`no ${workbook}-${sheet}.csv among ${[...sheets.keys()].join(', ')}`);
    return csvCells(file);
  };

  it.each(samples)('comes to the sums of the core: $name', ({ id, cells, name }) => {
    const { form } = shippedEdition(id);
    const totals = computeTotals(form, cells);
    const shown = new Map(['表二', '表三', '表四'].map((sheet) => [sheet, shownOn(name, sheet)]));
    for (const { address, cell } of metaOf(plan(id))) {
      if (!form.totals.some(({ target }) => target === cell)) continue;
      const [sheet = '', place = ''] = address.split('!');
      const { row, column } = placeOf(place);
      expect(shown.get(sheet)?.[row]?.[column], cell).toBe(String(valueAt(totals, cell) ?? ''));
    }
  });

  it.each(samples)('comes to what the app would store in every formula, checks and counts too: $name', (sample) => {
    const { name, cells } = sample;
    const expected = planTemplate({ ...requestFor(sample), filled: { cells, cellUnits: {}, tableNotes: {} } });
    const compared = expected.sheets.flatMap((sheet) => {
      const shown = shownOn(name, sheet.name);
      return sheet.cells.flatMap(({ row, column, content }) => {
        if (content.kind !== 'formula') return [];
        expect(shown[row]?.[column], `${sheet.name} ${String(row + 1)}/${String(column + 1)} ${content.formula}`).toBe(
          String(content.cached),
        );
        return [content.cached];
      });
    });
    expect(compared.length).toBeGreaterThan(60);
    expect(compared.filter((value) => value !== 0 && value !== '').length).toBeGreaterThan(name.endsWith('quiet') ? 5 : 40);
  });
});

describe.skipIf(!hasLibreOffice)('LibreOffice, on blank templates', () => {
  const office = openLibreOffice();
  let opened: ReadonlyMap<string, Buffer> = new Map();
  let printed: ReadonlyMap<string, Buffer> = new Map();

  beforeAll(async () => {
    const files = await Promise.all(editionIds.map(async (id) => [`${id}.xlsx`, await writeWorkbook(plan(id))] as const));
    opened = await office.convert(Object.fromEntries(files), 'fods');
    printed = await office.convert(Object.fromEntries(files), 'pdf');
  }, patience);

  it.each(editionIds)('keeps the protection, and the refusals in our words: edition %s', (id) => {
    const xml = opened.get(`${id}.fods`)?.toString('utf8') ?? '';
    expect([...xml.matchAll(/<table:table table:name="(?!')[^>]*table:protected="true"/gu)]).toHaveLength(5);
    const conditions = [...xml.matchAll(/table:content-validation table:name="[^"]*" table:condition="([^"]*)"/gu)].map((each) => each[1]);
    expect(conditions).toContain('of:cell-content-is-whole-number() and cell-content-is-between(0,999999999999999)');
    for (const { validations } of plan(id).sheets) for (const { message } of validations) expect(xml).toContain(message);
  });

  it.each(editionIds)('prints every page on landscape A4, no table wider than a page: edition %s', (id) => {
    const pdf = printed.get(`${id}.pdf`)?.toString('latin1') ?? '';
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)].map(([, ...sides]) =>
      sides.map((side) => Math.round(Number(side))).join(),
    );
    expect(new Set(boxes)).toEqual(new Set(['842,595']));
    // the guide on two to four, 表二 on one page, 表三 on two, 表四 on one
    expect(boxes.length).toBeGreaterThanOrEqual(5);
    expect(boxes.length).toBeLessThanOrEqual(9);
  });
});

/** The figures by the addresses of their cells, as numbers. */
function typed({ id, cells }: Sample): ReadonlyMap<string, number> {
  const computed = new Set(shippedEdition(id).form.totals.map(({ target }) => target));
  const values = metaOf(plan(id)).flatMap(({ address, cell }) => {
    const value = cells[cell] ?? null;
    return value === null || computed.has(cell) ? [] : [[address, Number(value)] as const];
  });
  return new Map(values);
}

function metaOf(workbook: WorkbookPlan) {
  const rows: string[][] = [];
  for (const cell of sheetOf(workbook, templateMetaSheet).cells) (rows[cell.row] ??= [])[cell.column] = textOf(cell);
  const meta = readTemplateMeta(rows);
  if (meta === null || templateMetaRows(meta).length !== rows.length) throw new Error('the hidden sheet is not as it should be');
  return meta.cells;
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
  return { row: Number(row) - 1, column: letters.charCodeAt(0) - 65 };
}

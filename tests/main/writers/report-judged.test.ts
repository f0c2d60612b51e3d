/** LibreOffice opens our Word and Excel reports and prints them: A4, table 三 on one page, every figure there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Filing } from '#core/filing/filing.ts';
import { formatCell } from '#core/form/format-cell.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { writeReportWord, writeReportWorkbook } from '#main/writers/report-documents.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { hasLibreOffice, openLibreOffice, patience } from './libreoffice.ts';

/** The same sentence, each time a letter further to the right. */
const sentences = 28;
const filingOfNumbers: Filing = {
  ...fullFiling('2021'),
  narrative: {
    overview: narrativeFromText(
      Array.from({ length: sentences }, (_, at) => `${'公'.repeat(at + 1)}2020年新收12345件，占12.5%。`).join('\n'),
    ),
  },
};

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

describe.skipIf(!hasLibreOffice || !hasPoppler)('LibreOffice, on our reports', () => {
  const office = openLibreOffice();
  let printed: ReadonlyMap<string, Buffer> = new Map();

  beforeAll(async () => {
    const files = await Promise.all([
      writeReportWord(filingOfNumbers, shippedEdition('2021').form, {}).then((bytes) => ['numbers.docx', bytes] as const),
      ...editionIds.flatMap((id) => {
        const [filing, { form }] = [fullFiling(id), shippedEdition(id)];
        return [
          writeReportWord(filing, form, { paper: { bundleDigest: 'ab'.repeat(32) } }).then((bytes) => [`word-${id}.docx`, bytes] as const),
          writeReportWorkbook(filing, form).then((bytes) => [`excel-${id}.xlsx`, bytes] as const),
        ];
      }),
    ]);
    printed = await office.convert(Object.fromEntries(files), 'pdf');
  }, patience);

  it.each(editionIds)('prints the Word report on A4, with table 三 whole on one page: edition %s', (id) => {
    const { form } = shippedEdition(id);
    const [pages, sizes] = read(`word-${id}.pdf`);
    expect(new Set(sizes)).toEqual(new Set(['595 x 842']));
    const page = pages.find((each) => each.includes(form.edition.tables[1]?.heading ?? '-'));
    for (const label of ['一、本年新收政府信息公开申请数量', '四、结转下年度继续办理']) expect(page).toContain(label);
    expect(page).not.toContain(form.edition.tables[0]?.heading);
    expect(pages.at(-1)).toContain('签署页');
    expect(pages.map((each, at) => each.includes(`—${String(at + 1)}—`))).toEqual(pages.map(() => true));
  });

  it.each(editionIds)('prints every figure of both: edition %s', (id) => {
    const { form } = shippedEdition(id);
    const { cells } = fullFiling(id);
    const [word, excel] = [`word-${id}.pdf`, `excel-${id}.pdf`].map((name) => read(name)[0].join(''));
    for (const cell of form.cells) {
      const text = formatCell(cell.value, valueAt(cells, cell.key));
      expect(word, cell.key).toContain(text);
      expect(excel?.replaceAll('-', '−'), cell.key).toContain(text);
    }
  });

  it.each(editionIds)('prints of the workbook the prose and the tables, not the list of data: edition %s', (id) => {
    const [pages] = read(`excel-${id}.pdf`);
    expect(pages.length).toBe(5);
    expect(pages.filter((page) => page.includes('表行列值'))).toEqual([]);
  });

  it('never breaks a year or another number at the end of a line', () => {
    const [pages] = read('numbers.pdf', (text) => text);
    const text = pages.join('\n');
    for (const number of ['2020', '12345', '12.5%']) {
      const parts = text.split(number);
      expect(parts.length - 1, number).toBe(sentences);
      // At one place at least the number would not have fitted into the line before it.
      expect(
        parts.slice(0, -1).some((before) => before.endsWith('\n')),
        number,
      ).toBe(true);
    }
  });

  /** The text of each page without spaces, and the sizes of the pages in points. */
  function read(name: string, settle = (page: string) => page.replace(/\s/gu, '')): readonly [readonly string[], readonly string[]] {
    const pdf = printed.get(name);
    if (pdf === undefined) throw new Error(`no ${name} among ${[...printed.keys()].join(', ')}`);
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'));
    try {
      const path = join(folder, 'a.pdf');
      writeFileSync(path, pdf);
      const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
      const info = execFileSync('pdfinfo', ['-f', '1', '-l', '99', path], { encoding: 'utf8' });
      const sizes = [...info.matchAll(/size:\s+([\d.]+) x ([\d.]+)/gu)].map(([, ...sides]) =>
        sides.map((side) => Math.round(Number(side))).join(' x '),
      );
      return [text.split('\f').slice(0, -1).map(settle), sizes];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});

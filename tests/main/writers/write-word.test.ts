/** The Word document: page and letters after GB/T 9704, the exact merges of the form, the page to sign. */
import { describe, expect, test } from 'vitest';
import { decodeQR } from 'qr/decode.js';
import { planWord } from '#core/documents/word-plan.ts';
import { printTable } from '#core/documents/printed-table.ts';
import { paperMark } from '#core/documents/paper-copy.ts';
import { qrPath } from '#core/documents/qr-code.ts';
import { writeWord } from '#main/writers/write-word.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { attribute, elements } from './opened-workbook.ts';
import { openWord, rowsOf, textOf } from './opened-word.ts';

const digest = '0123456789abcdef'.repeat(4);

describe.each(editionIds)('the Word report of edition %s', async (id) => {
  const { form } = shippedEdition(id);
  const filing = { ...fullFiling(id), people: { preparer: '王芳', reviewer: null, signatory: '李强', phone: null } };
  const opened = openWord(await writeWord(planWord(filing, form)));

  test('is A4 with the margins of GB/T 9704: 37, 28, 35 and 26 mm', () => {
    const [size] = elements(opened.body, 'w:pgSz');
    expect([attribute(size, 'w:w'), attribute(size, 'w:h')]).toEqual(['11906', '16838']);
    const [margins] = elements(opened.body, 'w:pgMar');
    const millimetres = ['top', 'left', 'bottom', 'right'].map((side) =>
      Math.round((Number(attribute(margins, `w:${side}`)) / 1440) * 25.4),
    );
    expect(millimetres).toEqual([37, 28, 35, 26]);
  });

  test('names the fonts of the standard, and others for programs without them', () => {
    const styles = opened.part('word/styles.xml');
    const fontOf = (style: string) =>
      new RegExp(`w:styleId="Report${style}".*?w:eastAsia="([^"]+)".*?<w:sz w:val="(\\d+)"/>`, 'u').exec(styles)?.slice(1);
    expect(['Title', 'Section', 'Heading2', 'Body'].map(fontOf)).toEqual([
      ['方正小标宋简体', '44'],
      ['黑体', '32'],
      ['楷体_GB2312', '32'],
      ['仿宋_GB2312', '32'],
    ]);
    expect(/w:styleId="ReportBody".*?<w:spacing w:line="(\d+)" w:lineRule="exact"\/>/u.exec(styles)?.[1]).toBe('579');
    expect(styles).toMatch(
      /w:styleId="ReportBody"><w:name w:val="公文正文"\/><w:qFormat\/><w:pPr><w:overflowPunct w:val="0"\/><w:spacing/u,
    );
    expect(styles.match(/<w:overflowPunct w:val="0"\/>/gu)).toHaveLength(styles.match(/w:styleId="Report/gu)?.length ?? 0);
    expect(opened.part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  });

  test('has every table with the merges, labels and figures of the form', () => {
    const printed = form.edition.tables.map((table) =>
      printTable(filing, form, table).rows.map((row) =>
        row.map(({ text, remark, column, colSpan, rowSpan }) => ({
          text: remark === '' ? text : `${text}（${remark}）`,
          column,
          colSpan,
          rowSpan,
        })),
      ),
    );
    expect(opened.tables.map(rowsOf)).toEqual(printed);
  });

  test('repeats the header of a table on every page, and keeps table 三 on a page of its own', () => {
    const [, three] = opened.tables;
    const rows = elements(three, 'w:tr');
    expect(rows.filter((row) => elements(row, 'w:tblHeader').length > 0)).toHaveLength(3);
    expect(rows.every((row) => elements(row, 'w:cantSplit').length > 0)).toBe(true);
    const heading = elements(opened.body, 'w:p').find((each) => textOf(each) === form.edition.tables[1]?.heading);
    expect(elements(heading, 'w:pageBreakBefore')).toHaveLength(1);
  });

  test('fits the columns of every table to the width of the text', () => {
    for (const table of opened.tables) {
      const widths = elements(table, 'w:gridCol').map((column) => Number(attribute(column, 'w:w')));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1588 - 1474);
    }
  });

  test('numbers its pages — 1 —, right on odd pages and left on even ones', () => {
    expect(opened.part('word/settings.xml')).toContain('evenAndOddHeaders');
    const footers = [1, 2].map((number) => opened.part(`word/footer${String(number)}.xml`));
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/u.exec(footer)?.[1]).sort()).toEqual(['left', 'right']);
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/su);
  });

  test('has nothing to sign unless it is the paper copy', () => {
    expect(textOf(opened.body)).not.toContain('审核人');
  });

  test('as the paper copy names who answers for it, and the bundle as text and as a code', async () => {
    const paper = openWord(await writeWord(planWord(filing, form, { paper: { bundleDigest: digest } })));
    const [, , , block] = paper.tables;
    if (block === undefined) throw new Error('no block to sign');
    const texts = rowsOf(block).map((row) => row.map(({ text }) => text));
    expect(texts.slice(1)).toEqual([
      ['填报人', '王芳', '联系电话', ''],
      ['审核人', '', '负责人', '李强'],
      ['签字（盖章处）', '年　　月　　日'],
    ]);
    expect(textOf(paper.body).replaceAll(' ', '')).toContain(digest);
    expect(paper.part('word/_rels/document.xml.rels')).toMatch(/media\/[^"]+\.gif/u);
  });

  test('ends with unit and date, the date four letters from the right, only when there is a date', async () => {
    expect(textOf(opened.body)).not.toContain('年1月23日');
    const dated = openWord(await writeWord(planWord(filing, form, { date: '2026-01-23' })));
    const last = elements(dated.body, 'w:p').at(-1);
    expect(last === undefined ? '' : textOf(last)).toMatch(/2026年1月23日$/u);
    expect(last === undefined ? '' : textOf(last)).toContain(filing.unit.name);
    expect(elements(last ?? dated.body, 'w:keepLines')).toHaveLength(1);
  });

  test('as the paper copy without a bundle says so, and has no code', async () => {
    const paper = openWord(await writeWord(planWord(filing, form, { paper: { bundleDigest: null } })));
    expect(textOf(paper.body)).toContain('本页未附上报包摘要');
    expect(paper.part('word/_rels/document.xml.rels')).not.toContain('media/');
  });

  test('has a code that reads as unit, year, revision and digest', () => {
    const { path, side } = qrPath(paperMark(filing, digest));
    const scale = 4;
    const pixels = new Uint8Array(side * side * scale * scale * 3).fill(255);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1/gu)) {
      for (let at = 0; at < scale * scale; at += 1) {
        const pixel = (Number(y) * scale + Math.floor(at / scale)) * side * scale + Number(x) * scale + (at % scale);
        pixels.fill(0, pixel * 3, pixel * 3 + 3);
      }
    }
    const read = decodeQR({ width: side * scale, height: side * scale, data: pixels });
    expect(read).toBe(`NIANBAO:1:460100:${String(filing.reportYear)}:1:${digest.toUpperCase()}`);
  });
});

test('a title too long for one line is broken behind the year', () => {
  const { form } = shippedEdition('2021');
  const long = { ...fullFiling('2021'), title: '海南藏族自治州共和县人民政府办公室2025年政府信息公开工作年度报告' };
  expect(planWord(long, form).parts[0]).toMatchObject({ text: '海南藏族自治州共和县人民政府办公室2025年\n政府信息公开工作年度报告' });
});

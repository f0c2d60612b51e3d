/** What Word documents hide from their readers: each trap is put into a published report, and every figure comes back. */
import { describe, expect, test } from 'vitest';
import type { Intake } from '#core/intake/intake-lines.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { wordBody, wordFile } from '../../fixtures/layouts/word-files.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, takeHere } from './read-here.ts';

const { form } = shippedEdition('2021');
const report = publishedReport('suqian-city-2024');
const figures = valuesOf(report, form);
const body = wordBody(printReport(printable(report, form), form));
const asked = { edition: '2021', name: '宿迁市', year: 2024 } as const;
const total = 'applications.receivedThisYear.total';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const boldRun = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** The one cell whose figure stands nowhere else. */
const figure = boldRun('3525');

/** The body with one piece put for another that it has once. */
function put(piece: string, other: string, from: string = body): string {
  expect(from.split(piece)).toHaveLength(2);
  return from.replace(piece, other);
}

async function take(changed: string, parts: Readonly<Record<string, string>> = {}): Promise<Intake> {
  return takeHere(wordFile(changed, parts), '.docx', asked);
}

const tracked = (name: string, content: string) => `<w:${name} w:id="1" w:author="某" w:date="2024-01-01T00:00:00Z">${content}</w:${name}>`;
const deleted = (text: string) => tracked('del', `<w:r><w:delText>${text}</w:delText></w:r>`);
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
const newBox = (content: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const oldBox = (content: string) => `<w:pict><v:oval><v:textbox>${box(content)}</v:textbox></v:oval></w:pict>`;
const paragraphOf = (content: string) => `<w:p>${content}</w:p>`;

/** What stands for the run of the figure 3525. */
const cells: Readonly<Record<string, string>> = {
  'a figure that was typed anew with tracking': `${deleted('3524')}${tracked('ins', run('3525'))}`,
  'a figure that was moved with tracking': `${tracked('moveFrom', run('77'))}${tracked('moveTo', run('3525'))}`,
  'digits in runs of their own, with proofing marks between': `${run('3')}<w:proofErr w:type="spellStart"/>${run('52')}<w:bookmarkStart w:id="0" w:name="甲"/>${run('5')}`,
  'a content control': `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('3525')}</w:sdtContent></w:sdt>`,
  'hidden digits beside the figure': `<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>${run('3525')}`,
  'a field with its formula': `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('3525')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  'a simple field': `<w:fldSimple w:instr="=SUM(LEFT)">${run('3525')}</w:fldSimple>`,
  'an equation': '<m:oMathPara><m:oMath><m:r><m:t>3525</m:t></m:r></m:oMath></m:oMathPara>',
  'a reading above the figure': `<w:r><w:ruby><w:rt>${run('9')}</w:rt><w:rubyBase>${run('3525')}</w:rubyBase></w:ruby></w:r>`,
  'a text box of newer programs only': `<w:r>${newBox(paragraphOf(run('3525')))}</w:r>`,
  'a text box in its newer and its older form': `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${newBox(paragraphOf(run('3525')))}</mc:Choice><mc:Fallback>${oldBox(paragraphOf(run('3525')))}</mc:Fallback></mc:AlternateContent></w:r>`,
  'a text box of an old shape': `<w:r>${oldBox(paragraphOf(run('3525')))}</w:r>`,
  'a soft line break behind the figure': `${run('3525')}<w:r><w:br/></w:r>`,
  'a table of one cell in the cell': `</w:p><w:tbl><w:tr><w:tc>${paragraphOf(run('3525'))}</w:tc></w:tr></w:tbl><w:p>`,
};

describe('a figure comes back from', () => {
  test.each(Object.entries(cells))('%s', async (_name, content) => {
    const intake = await take(put(figure, content));
    expect(differences(intake, figures, form)).toEqual([]);
    expect(intake.report.notFound).toEqual([]);
    expect(intake.report.notUnderstood).toEqual([]);
  });
});

const cell = `<w:tc><w:tcPr></w:tcPr>${paragraphOf(figure)}</w:tc>`;
const others: Readonly<Record<string, () => string>> = {
  'a cell in a content control': () => put(cell, `<w:sdt><w:sdtContent>${cell}</w:sdtContent></w:sdt>`),
  'bookmarks between the cells of merged rows': () => put(cell, `<w:bookmarkStart w:id="1" w:name="乙"/>${cell}`),
  'a cell deleted with tracking': () => put(cell, `${cell}<w:tc><w:tcPr>${tracked('cellDel', '')}</w:tcPr>${paragraphOf(run('8'))}</w:tc>`),
  'a row deleted with tracking': () =>
    put(cell, `${cell}</w:tr><w:tr><w:trPr>${tracked('del', '')}</w:trPr><w:tc>${paragraphOf(run('9'))}</w:tc>`),
  'labels broken by soft line breaks': () => body.replaceAll('行政规范性文件</w:t>', '行政规范</w:t><w:br/><w:t>性文件</w:t>'),
  'the whole report in a text box': () => paragraphOf(`<w:r>${newBox(body)}</w:r>`),
  'the whole report in a cell of a frame': () => `<w:tbl><w:tr><w:tc>${body}</w:tc><w:tc>${paragraphOf('')}</w:tc></w:tr></w:tbl>`,
  'the whole report in a content control': () => `<w:sdt><w:sdtPr/><w:sdtContent>${body}</w:sdtContent></w:sdt>`,
};

describe('a report comes back from', () => {
  test.each(Object.entries(others))('%s', async (_name, make) => {
    const intake = await take(make());
    expect(differences(intake, figures, form)).toEqual([]);
    expect(intake.report.notFound).toEqual([]);
    expect(intake.report.notUnderstood).toEqual([]);
  });
});

test('a frame around one figure leaves its table a table: a blank cell stays blank', async () => {
  const framed = put(figure, `</w:p><w:tbl><w:tr><w:tc>${paragraphOf(figure)}</w:tc></w:tr></w:tbl><w:p>`);
  const { filing, report: told } = await take(put(boldRun('72701.2578'), boldRun(''), framed));
  expect(filing.cells['proactiveDisclosure.administrativeFee.feeAmount']).toBeNull();
  expect(filing.cells[total]).toBe(3525);
  expect(told.notFound).toEqual([]);
});

test('a content control that nobody has filled in is a blank cell, and its prompt is nobody’s text', async () => {
  const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入文字。')}</w:sdtContent></w:sdt>`;
  const { filing, report: told } = await take(put(figure, control));
  expect(filing.cells[total]).toBeNull();
  expect(told.notUnderstood).toEqual([]);
});

test('a footnote on a figure becomes the note of its cell, and one in the prose stands where its mark was', async () => {
  const mark = (id: string) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: string, text: string) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`;
  const withMarks = put('各项工作有序推进。</w:t></w:r>', `各项工作有序推进。</w:t></w:r>${mark('3')}`, put(figure, figure + mark('2')));
  const intake = await take(withMarks, { footnotes: note('2', '含上年转来12件') + note('3', '数据截至年末') });
  expect(differences(intake, figures, form)).toEqual([]);
  expect(intake.filing.cellNotes).toEqual({ [total]: '含上年转来12件' });
  const words = JSON.stringify(intake.filing.narrative);
  expect(words).toContain('各项工作有序推进。（数据截至年末）');
  expect(words).not.toContain('↑');
});

test('automatic numbers of headings and rows are read as if they had been typed', async () => {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${String(index)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const levels = level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.');
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const styles = '<w:style w:styleId="甲"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const byStyle = '<w:pPr><w:pStyle w:val="甲"/></w:pPr>';
  const byItself = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const changed = body
    .replace(/<w:p>(<w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">)[一二三四五六]、(?=[^<]*情况<|其他需要)/gu, `<w:p>${byStyle}$1`)
    .replace(/<w:p>(<w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">)（[一二]）(?=主动公开<|依申请公开。)/gu, `<w:p>${byItself}$1`);
  expect(changed.split(byStyle).length).toBeGreaterThan(5);
  expect(changed.split(byItself)).toHaveLength(3);
  const intake = await take(changed, { numbering, styles });
  expect(differences(intake, figures, form)).toEqual([]);
  expect(intake.report.notes).toEqual([]);
  expect(JSON.stringify(intake.filing.narrative)).toContain('（二）依申请公开');
});

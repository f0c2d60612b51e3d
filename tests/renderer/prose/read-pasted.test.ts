/** Pasted HTML keeps its structure and loses its looks. */
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { Block } from '#core/narrative/narrative.ts';
import { blocksFromPasted, type PastedNode } from '#renderer/prose/read-pasted.ts';
import { figure, heading, list, paragraph } from './blocks.ts';

function paste(html: string): readonly Block[] {
  const doc = new DOMParser({ onError: () => undefined }).parseFromString(`<body>${html}</body>`, 'text/html');
  return blocksFromPasted(doc.documentElement as unknown as PastedNode, (cell) => cell.startsWith('applications.'));
}

describe('pasted HTML', () => {
  it('keeps headings by their number, or by their depth where they have none', () => {
    const html = '<h1>（一）主动公开</h1><h2>1.平台建设</h2><h1>依申请公开</h1><h3>受理情况</h3><p>（三）信息管理</p>';
    expect(paste(html)).toEqual([
      heading(2, '（一）主动公开'),
      heading(3, '1.平台建设'),
      heading(2, '依申请公开'),
      heading(3, '受理情况'),
      heading(2, '（三）信息管理'),
    ]);
  });

  it('keeps paragraphs and line breaks, and drops every look', () => {
    const html =
      '<p style="color:red"><b>全年</b><span style="font-size:20pt">收到</span> <a href="https://example.org">申请</a></p><div>一<br/>二</div>';
    expect(paste(html)).toEqual([paragraph('全年收到 申请'), paragraph('一'), paragraph('二')]);
  });

  it('keeps lists, also nested ones and those with paragraphs inside', () => {
    expect(paste('<ol><li>一</li><li><p>二</p></li></ol><ul><li>甲<ul><li>乙</li></ul></li></ul>')).toEqual([
      list(true, '一', '二'),
      list(false, '甲', '乙'),
    ]);
  });

  it('makes one line of each row of a table', () => {
    const html = '<table><tr><td><p>自然人</p></td><td><p>1,432</p></td></tr><tr><th>总计</th><td>2,864</td></tr></table>';
    expect(paste(html)).toEqual([paragraph('自然人 1,432'), paragraph('总计 2,864')]);
  });

  it('reads the list lines of Word and WPS by the mark that is written into them', () => {
    const line = (mark: string, words: string) =>
      `<p class="MsoListParagraph" data-nianbao-look="mso-list:l0 level1 lfo1"><span data-nianbao-look="mso-list:Ignore">${mark}<span>&#160;&#160;</span></span>${words}</p>`;
    expect(paste(line('·', '网站') + line('·', '微信') + line('1.', '甲') + line('2.', '乙') + line('（一）', '主动公开'))).toEqual([
      list(false, '网站', '微信'),
      list(true, '甲', '乙'),
      heading(2, '（一）主动公开'),
    ]);
    expect(
      paste('<h1 data-nianbao-look="mso-list:l0 level1 lfo1"><span data-nianbao-look="mso-list:Ignore">（二）</span>依申请公开</h1>'),
    ).toEqual([heading(2, '（二）依申请公开')]);
  });

  it('takes a line break of the source for nothing between Chinese words and for a space between others', () => {
    expect(paste('<p>政府信息\n公开</p><p>open\ngovernment</p><p>  全年&#160;&#160;12 件 </p>')).toEqual([
      paragraph('政府信息公开'),
      paragraph('open government'),
      paragraph('全年 12 件'),
    ]);
  });

  it('keeps figures bound whose cell this form has, and the words of others', () => {
    const of = (cell: string) => `<span data-nianbao-cell="${cell}">39</span>`;
    expect(paste(`<p>收到 ${of('applications.receivedThisYear.total')} 件</p>`)).toEqual([paragraph('收到 ', figure(), ' 件')]);
    expect(paste(`<p>收到 ${of('unknown.row.column')} 件</p>`)).toEqual([paragraph('收到 39 件')]);
    expect(paste(`<p>收到 ${of('no key')} 件</p>`)).toEqual([paragraph('收到 39 件')]);
  });

  it('takes its own headings by the level they had', () => {
    expect(paste('<h4 data-nianbao-level="3">平台</h4>')).toEqual([heading(3, '平台')]);
  });

  it('reads nothing from what shows no words', () => {
    const html =
      '<style>p { color: red }</style><script>alert(1)</script><img src="x.png" alt="图"/><p data-nianbao-look="display: none">看不见</p><!-- 注 --><p> </p>';
    expect(paste(html)).toEqual([]);
  });
});

/** Files made to break their readers, each of its own kind. */
import { deflateRawSync } from 'node:zlib';
import { rawZip } from '../main/bundle/raw-zip.ts';

export type HostileFile = { readonly name: string; readonly extension: string; readonly bytes: Uint8Array };

const bombBytes = 450 * 1024 * 1024;

export function hostileFiles(): readonly HostileFile[] {
  const packed = deflateRawSync(Buffer.alloc(bombBytes, 0x20), { level: 9 });
  const types = { name: '[Content_Types].xml', data: '<Types/>' };
  const entry = { name: 'xl/workbook.xml', data: '', packed, deflated: true };
  const labels = '一、本年新收政府信息公开申请数量\t总计\t其他\t结果维持\t7\n';
  return [
    { name: 'a bomb of 450 MB', extension: '.xlsx', bytes: rawZip([types, { ...entry, size: bombBytes }]) },
    { name: 'a bomb that lies about its size', extension: '.xlsx', bytes: rawZip([types, { ...entry, size: 1_000 }]) },
    { name: 'five million open paragraphs', extension: '.html', bytes: Buffer.from('<p>'.repeat(5_000_000)) },
    { name: 'a page nested a hundred thousand deep', extension: '.html', bytes: Buffer.from('<div>'.repeat(100_000)) },
    { name: 'a cell over a million columns and rows', extension: '.html', bytes: Buffer.from(spanning()) },
    { name: 'labels without end', extension: '.txt', bytes: Buffer.from(`二、主动公开政府信息情况\n${labels.repeat(150_000)}`) },
    { name: 'one line of digits', extension: '.txt', bytes: Buffer.from(`三、收到和处理政府信息公开申请情况\n${'1 '.repeat(4_000_000)}`) },
    { name: 'a table of figures that fit in many ways', extension: '.txt', bytes: Buffer.from(ambiguous()) },
    { name: 'quotes without end', extension: '.csv', bytes: Buffer.from('"'.repeat(10_000_000)) },
  ];
}

function spanning(): string {
  return `<table>${'<tr><td colspan=1000000 rowspan=1000000>一<td>2'.repeat(2_000)}</table>`;
}

/** All labels of table 三 in pieces and 175 noughts: every order of them is as good. */
function ambiguous(): string {
  const words = '自然人\n法人或其他组织\n商业\n企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n';
  return `三、收到和处理政府信息公开申请情况\n申请人情况\n${words}${'0\n1\n0\n0\n0\n1\n0\n'.repeat(25)}四、政府信息公开行政复议、行政诉讼情况\n`;
}

/** Words of the narrative editor. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const proseWords = {
  tools: { zh: '正文工具', en: 'Text tools' },
  paragraph: { zh: '正文', en: 'Paragraph' },
  heading2: { zh: '小标题（一）', en: 'Heading' },
  heading3: { zh: '小标题 1.', en: 'Subheading' },
  bullet: { zh: '项目列表', en: 'Bulleted list' },
  ordered: { zh: '编号列表', en: 'Numbered list' },
  insertFigure: { zh: '插入表中数字', en: 'Insert a figure' },
  withKeys: { zh: '{name}（{keys}）', en: '{name} ({keys})' },
  lastYear: { zh: '去年文本', en: 'Last year’s text' },
  noLastYear: { zh: '没有去年的年报', en: 'No report of last year' },
  lastYearEmpty: { zh: '去年这一部分没有文字。', en: 'This section had no text last year.' },
  lastYearHint: {
    zh: '今年没有的：划线的字、左边有竖条的段。去年没有的：正文里有底色的字。',
    en: 'Not in this year’s text: struck words, and paragraphs with a bar. New this year: tinted words.',
  },
  carry: { zh: '抄用', en: 'Copy' },
  carryNamed: { zh: '抄用：{text}', en: 'Copy: {text}' },
  characters: { zh: '{count} 字', en: '{count} characters' },
  missing: { zh: '还缺小标题：', en: 'Missing headings:' },
  addHeading: { zh: '加上小标题{heading}', en: 'Add the heading {heading}' },
  placeholder: { zh: '在这里写正文', en: 'Write here' },
  hint: {
    zh: '单独成行的“（一）……”“1.……”回车后成为小标题；输入 @ 插入表中数字，随表更新。',
    en: 'A line "（一）…" or "1.…" becomes a heading on Enter; type @ for a figure that follows its table.',
  },
  blankFigure: { zh: '（空）', en: '(blank)' },
  figureName: { zh: '表{table} {cell}：{value}，转到表格', en: 'Table {table}, {cell}: {value}, go to the table' },
  figureChosen: {
    zh: '已选中表中数字：{cell} {value}。按回车转到表格，按删除键去掉。',
    en: 'Figure selected: {cell} {value}. Enter goes to the table, Delete removes it.',
  },
  findFigure: { zh: '找表中数字', en: 'Find a figure' },
  findHint: { zh: '行、列的名称或数值', en: 'Row, column or value' },
  found: { zh: '{count} 个单元格', en: '{count} cells' },
  foundMore: { zh: '前 {count} 个，再写几个字缩小范围', en: 'The first {count}; type more to narrow it down' },
  foundNone: { zh: '没有这样的单元格', en: 'No such cell' },
  noText: {
    zh: '剪贴板里没有文字，图片不能放进正文。没有改动任何内容。',
    en: 'There is no text on the clipboard, and pictures do not go into the text. Nothing was changed.',
  },
  tooLong: { zh: '这一部分已经太长，没有放进去。', en: 'This section is too long already; nothing was added.' },
} as const satisfies Record<string, Bilingual>;

/** Words for what an intake found worth a look. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { IntakeNote, IntakeNoteCode } from '../intake/report.ts';

const noteWords: Readonly<Record<IntakeNoteCode, Bilingual>> = {
  'no-title': { zh: '没有找到年报标题', en: 'no title of such a report was found' },
  'no-year-in-title': { zh: '标题“{text}”没有写年度', en: 'the title "{text}" names no year' },
  'other-unit': { zh: '标题写的单位是“{text}”，不是“{expected}”', en: 'the title names "{text}", not "{expected}"' },
  'other-period': { zh: '统计期限“{text}”与年度不一致（应为 {expected}）', en: 'the period "{text}" is not that of the year ({expected})' },
  'section-missing': { zh: '没有找到“{expected}”', en: '"{expected}" was not found' },
  'altered-label': { zh: '{place}：写的是“{text}”，表样为“{expected}”', en: '{place}: it says "{text}", the form "{expected}"' },
  'wrong-number-of-values': {
    zh: '{place}：数值个数不对（读到 {text}，应为 {expected}），整行没有取用',
    en: '{place}: {text} values instead of {expected}; the row was not taken',
  },
  'unknown-columns': {
    zh: '{place}：表头“{text}”与表样（{expected}）不同，没有取用',
    en: '{place}: the headings "{text}" are not the form\'s ({expected}); not taken',
  },
  'unit-not-stated': { zh: '{place}：没有写金额单位', en: '{place}: no unit of the amount is stated' },
  'unit-differs': {
    zh: '{place}：数字旁的单位“{text}”与表头“{expected}”不同，以数字旁的为准',
    en: '{place}: the unit "{text}" beside the figure differs from "{expected}" in the heading',
  },
  'merged-value': {
    zh: '{place}：几列合并成一格，写的是“{text}”，各列都按 {text} 取用',
    en: '{place}: one cell over several columns says "{text}"; each of them was taken as {text}',
  },
  'merged-value-unclear': {
    zh: '{place}：几列合并成一格，写的是“{text}”，分不清属于哪一列，整行没有取用',
    en: '{place}: one cell over several columns says "{text}"; it is not clear whose it is, and the row was not taken',
  },
  'glued-values': {
    zh: '{place}：几个数连在一起写成“{text}”，按 {expected} 取用',
    en: '{place}: figures run together as "{text}" were taken as {expected}',
  },
  'glued-unclear': {
    zh: '{place}：几个数连在一起写成“{text}”，不能确定怎样分成 {expected} 个数，没有取用',
    en: '{place}: figures run together as "{text}" can be parted into {expected} in several ways; none was taken',
  },
  'shifted-row': {
    zh: '{place}：按现在的位置各数之和不等于总计，错开一列就相等（{text}），可能少了一格，整行没有取用',
    en: '{place}: the sums fail as the row stands ({text}) and hold when it is moved by a column; a cell may be missing, and the row was not taken',
  },
  'doubtful-row': {
    zh: '{place}：读到“{text}”，但合计不符或旁边的行缺数，数字可能串了行，没有取用',
    en: '{place}: "{text}" was read, but the sum fails or a row beside it lacks figures, so that they may be another row\'s; not taken',
  },
  'read-by-order': {
    zh: '{place}：有 {text} 行的数字与项目名称没有排在一起；数字个数与表样相同，按先后顺序取用，请核对',
    en: '{place}: the figures of {text} rows do not stand beside their labels; there are as many as in the form, and they were taken in their order. Check them.',
  },
  'head-in-pieces': {
    zh: '{place}：表头的文字断成了几截；各行按自己的名称取用（{text} 行），合计相符，请核对',
    en: '{place}: the words of the head are broken into pieces; rows were taken by their own labels ({text}), and their totals agree. Check them.',
  },
  'read-by-columns': {
    zh: '{place}：有 {text} 行缺数，按各数所在的列位置分清了哪些格是空的，请核对',
    en: '{place}: {text} rows have blank cells, told by the columns in which their figures stand. Check them.',
  },
  'figures-before-labels': {
    zh: '{place}：数字排在项目名称前面，个数又与表样不同，分不清属于哪一行，整张表没有取用',
    en: '{place}: the figures stand before their labels and are not as many as in the form; whose they are is not clear, and none was taken',
  },
  'one-row-for-group': {
    zh: '“{text}”只印了一行，数字记在“{expected}”，组内其他行留空，请核对',
    en: '"{text}" is printed as one row; its figures were taken for "{expected}", the other rows of the group stay blank. Check them.',
  },
  'other-edition': {
    zh: '{place}：用的是 {text} 版表样，不是 {expected} 版；与 {expected} 版不同的栏目没有取用',
    en: '{place}: this is the form of {text}, not of {expected}; columns that differ were not taken',
  },
  picture: {
    zh: '{place}：表格是图片（{text} 张），读不出数字，请对照图片录入',
    en: '{place}: the table is a picture ({text}); its figures cannot be read and have to be typed',
  },
  'one-of-several': {
    zh: '文件里有 {expected} 份报告，读取的是“{text}”',
    en: 'the file holds {expected} reports; "{text}" was read',
  },
  'hidden-sheet': { zh: '没有读取隐藏的工作表“{text}”', en: 'the hidden sheet "{text}" was not read' },
  'hidden-rows': { zh: '“{text}”有隐藏的行或列，也一并读取了', en: '"{text}" has hidden rows or columns; they were read too' },
  'no-cached-value': {
    zh: '{text} 是公式，文件里没有保存计算结果，没有取用；请用表格软件打开并保存一次',
    en: '{text} is a formula without a stored result and was not taken; open and save the file in a spreadsheet program',
  },
  'page-number': { zh: '{place}：跳过了页码“{text}”', en: '{place}: the page number "{text}" was passed over' },
};

export function describeIntakeNote(note: IntakeNote, language: Language): string {
  return fillPlaces(noteWords[note.code][language], note);
}

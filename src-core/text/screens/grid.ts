/** Words of the tables: selecting, pasting, filling, looking. */
import type { RefusedReason } from '../../clipboard/plan-paste.ts';
import type { Bilingual } from '../../lib/bilingual.ts';

export const gridWords = {
  tools: { zh: '表格工具', en: 'Table tools' },
  fillZero: { zh: '零报告：空白填 0', en: 'Nil report: fill blanks with 0' },
  fillTitle: { zh: '把空白格填成 0？', en: 'Fill blank cells with 0?' },
  fillWhy: {
    zh: '没有发生的事项填 0；还没有统计的请先不要填。已有的数字和文字不会改动，填完可以一次撤销。',
    en: 'Nought means that nothing happened. Figures and texts that are there stay as they are; one undo takes it back.',
  },
  fillHere: { zh: '只填本表（{count} 格）', en: 'This table only ({count} cells)' },
  fillAll: { zh: '填全部表格（{count} 格）', en: 'All tables ({count} cells)' },
  fillNothing: { zh: '没有空白格。', en: 'There are no blank cells.' },
  fillDo: { zh: '填 0', en: 'Fill with 0' },
  cancel: { zh: '取消', en: 'Cancel' },
  compare: { zh: '对照上年', en: 'Last year' },
  noLastYear: { zh: '本机没有上年的年报', en: 'There is no report of last year here' },
  lastYearCell: { zh: '上年 {value}', en: 'last year {value}' },
  zoom: { zh: '表格大小', en: 'Size of the table' },
  zoomIn: { zh: '放大表格', en: 'Larger table' },
  zoomOut: { zh: '缩小表格', en: 'Smaller table' },
  zoomReset: { zh: '表格恢复 100%（现为 {zoom}%）', en: 'Table at 100% (now {zoom}%)' },
  template: { zh: '下发填报表…', en: 'Save the Excel template…' },
  templateSaved: { zh: '填报表已存为“{file}”。', en: 'The template was saved as "{file}".' },
  selection: { zh: '已选 {count} 格，合计 {sum}', en: '{count} cells selected, sum {sum}' },
  selectionBlank: { zh: '已选 {count} 格', en: '{count} cells selected' },
  pasteTitle: { zh: '粘贴这些数据？', en: 'Paste these figures?' },
  pasteChanges: { zh: '将改动 {count} 格', en: '{count} cells will change' },
  pasteNothing: { zh: '没有要改动的单元格。', en: 'No cell would change.' },
  pasteSame: { zh: '另有 {count} 格的值本来就相同。', en: '{count} more have the same value already.' },
  pasteRefused: { zh: '{count} 处不会放进去：', en: '{count} are not taken:' },
  pasteMore: { zh: '另有 {count} 处', en: '{count} more' },
  pasteUndo: { zh: '粘贴是一步操作，可以一次撤销。', en: 'Pasting is one step and can be undone at once.' },
  pasteDo: { zh: '粘贴 {count} 格', en: 'Paste {count} cells' },
  cell: { zh: '单元格', en: 'Cell' },
  now: { zh: '现在', en: 'Now' },
  then: { zh: '粘贴后', en: 'Then' },
  blank: { zh: '空白', en: 'blank' },
  nothingCopied: {
    zh: '剪贴板里没有表格或文字（图片放不进表格），没有改动任何数据。',
    en: 'The clipboard holds no table or text (pictures do not go into tables); nothing was changed.',
  },
  tooLarge: {
    zh: '剪贴板里的内容太大，不像是这张表，没有改动任何数据。请只复制需要的单元格。',
    en: 'What is on the clipboard is far larger than this table; nothing was changed. Copy only the cells that are needed.',
  },
  hasNote: { zh: '有备注', en: 'has a note' },
} as const satisfies Record<string, Bilingual>;

export const refusedWords: Readonly<Record<RefusedReason, Bilingual>> = {
  'not-understood': { zh: '“{text}”不是这一格能填的数', en: '"{text}" is no figure for this cell' },
  computed: { zh: '“{text}”与自动合计不同，合计由各项相加得出', en: '"{text}" differs from the computed sum' },
  outside: { zh: '“{text}”超出了表格范围，或行名对不上', en: '"{text}" lies beyond the table, or its row is unknown' },
  merged: { zh: '“{text}”占了几列，分不清属于哪一列', en: '"{text}" spans several columns; whose it is is not clear' },
};

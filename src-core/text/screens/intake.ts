/** Words of the screen that shows what a file would change before anything changes. */
import type { Bilingual } from '../../lib/bilingual.ts';
import type { NotCarried } from '../../rules/carry-over.ts';
import type { PreviewKind } from '../../intake/preview/preview.ts';

export const intakeWords = {
  open: { zh: '读入文件', en: 'Take in a file' },
  openHint: {
    zh: '从已公布的年报、Word 或 Excel 文件读入数据，先预览再选择',
    en: 'Take figures from a published report, a Word or an Excel file; you see and choose before anything changes',
  },
  lastYear: { zh: '从上年结转', en: 'Carry over from last year' },
  lastYearHint: {
    zh: '上年年报能确定的数（如上年结转），先预览再选择',
    en: 'What last year’s report decides of this year’s; you see and choose before anything changes',
  },
  title: { zh: '读入前预览', en: 'Before taking in' },
  source: { zh: '来源：{file}', en: 'Source: {file}' },
  digest: { zh: 'SHA-256 {sha256}', en: 'SHA-256 {sha256}' },
  nothingChanged: { zh: '现在还没有改动任何数据。', en: 'Nothing has been changed yet.' },
  cancel: { zh: '返回，不读入', en: 'Back, take nothing' },
  apply: { zh: '读入选中的 {count} 格', en: 'Take the {count} cells chosen' },
  applyWithText: { zh: '读入选中的 {count} 格、{sections} 段文字', en: 'Take the {count} cells and {sections} sections chosen' },
  backupFirst: {
    zh: '读入前会自动备份；读入后可以一步撤销。',
    en: 'A backup is made first; the whole can be undone in one step.',
  },
  becomesReport: {
    zh: '读入后成为一份草稿，可以随时打开核对。',
    en: 'It becomes a draft that you can open and check at any time.',
  },
  counts: {
    zh: '新增 {added} 格，与现有不同 {conflicts} 格，相同 {same} 格，没有找到 {missing} 格',
    en: '{added} new, {conflicts} differ from what stands there, {same} the same, {missing} not found',
  },
  taking: { zh: '读入方式', en: 'Take' },
  all: { zh: '全部，覆盖现有', en: 'all, replacing what stands there' },
  blanks: { zh: '只填空白', en: 'only into blanks' },
  none: { zh: '不读入', en: 'nothing' },
  cell: { zh: '单元格', en: 'Cell' },
  present: { zh: '现有', en: 'Now' },
  inFile: { zh: '文件中', en: 'In the file' },
  state: { zh: '情况', en: 'State' },
  blank: { zh: '空白', en: 'blank' },
  showAll: { zh: '显示全部 {count} 格', en: 'Show all {count} cells' },
  showFew: { zh: '只显示有差异的', en: 'Show differences only' },
  kept: { zh: '文件中为空白，保留现有数：{labels}', en: 'Blank in the file, what stands there stays: {labels}' },
  missing: { zh: '没有找到：{labels}', en: 'Not found: {labels}' },
  notUnderstood: { zh: '没有读懂（{line}）：{place}“{text}”', en: 'Not understood ({line}): {place} "{text}"' },
  inLine: { zh: '第 {line} 行', en: 'line {line}' },
  statedTotal: {
    zh: '合计不符：{label} 写的是 {stated}，各项之和 {computed}。按写的读入，校验时会提示。',
    en: 'Total differs: {label} states {stated}, its parts sum to {computed}. It is taken as stated and will be a finding.',
  },
  prose: { zh: '文字', en: 'Text' },
  newProse: { zh: '现在没有文字', en: 'there is none now' },
  otherProse: { zh: '将替换现有文字', en: 'replaces the present text' },
  nothing: { zh: '这里没有可读入的内容。', en: 'There is nothing here to take.' },
  notCarried: { zh: '不能结转的', en: 'What cannot be carried over' },
} as const satisfies Record<string, Bilingual>;

export const previewKindWords: Readonly<Record<PreviewKind, Bilingual>> = {
  new: { zh: '新增', en: 'new' },
  same: { zh: '相同', en: 'same' },
  conflict: { zh: '不同', en: 'differs' },
};

export const notCarriedWords: Readonly<Record<NotCarried['why'], Bilingual>> = {
  'not-in-last-years-form': {
    zh: '{label}：上年用的是另一版格式，没有可比的数，请自行填写',
    en: '{label}: last year used another edition of the form, which has no such figure; enter it yourself',
  },
  'blank-last-year': { zh: '{label}：上年的数是空白', en: '{label}: last year’s figure is blank' },
  'blank-this-year': {
    zh: '{label}：要先填写本年的有关数据才能算出',
    en: '{label}: it follows once this year’s figures are entered',
  },
};

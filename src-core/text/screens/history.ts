/** Words of undo, redo and the history of a report. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const historyWords = {
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  undoWhat: { zh: '撤销：{what}（{keys}）', en: 'Undo: {what} ({keys})' },
  redoWhat: { zh: '重做：{what}（{keys}）', en: 'Redo: {what} ({keys})' },
  beforeExport: { zh: '{what}（导出之前的修改，撤销后成为新的草稿）', en: '{what} (made before the export; this begins a new draft)' },
  undone: { zh: '已撤销：{what}', en: 'Undone: {what}' },
  redone: { zh: '已重做：{what}', en: 'Made again: {what}' },
  history: { zh: '修改记录', en: 'History' },
  historyOf: { zh: '修改记录：{what}', en: 'History: {what}' },
  ofCell: { zh: '查看这一格的修改记录', en: 'History of this cell' },
  nothingYet: { zh: '还没有修改记录。', en: 'No history yet.' },
  onlyNewest: {
    zh: '这里显示最近的 {count} 条；更早的记录仍在数据文件里。',
    en: 'The newest {count} are shown; older ones are still kept.',
  },
  wasUndone: { zh: '后来已撤销', en: 'undone later' },
  close: { zh: '关闭', en: 'Close' },
  blank: { zh: '空白', en: 'blank' },
  none: { zh: '无', en: 'none' },
  unitOf: { zh: '{zh}的金额单位', en: 'Unit of {en}' },
  noteOf: { zh: '{zh}的备注', en: 'Note on {en}' },
  justificationOf: { zh: '{rule} 的情况说明', en: 'Justification of {rule}' },
  attachment: { zh: '附件“{name}”', en: 'Attachment “{name}”' },
  title: { zh: '报告标题', en: 'Title' },
  unit: { zh: '填报单位', en: 'Reporting unit' },
  reportYear: { zh: '报告年度', en: 'Report year' },
  several: { zh: '{what}，共 {count} 处', en: '{what}, {count} places' },
} as const satisfies Record<string, Bilingual>;

/** What was done, by the word of the journal. */
export const actionWords: Readonly<Record<string, Bilingual>> = {
  'filing/create': { zh: '建立年报', en: 'Report begun' },
  'filing/open-file': { zh: '打开填报文件', en: 'Filing opened from a file' },
  'filing/import': { zh: '导入已公布的年报', en: 'Published report imported' },
  'filing/open-sample': { zh: '打开样例', en: 'Sample opened' },
  'filing/enter-cells': { zh: '填写数据', en: 'Figures entered' },
  'filing/accept-total': { zh: '合计改为各项之和', en: 'Total set to its sum' },
  'filing/choose-unit': { zh: '选择金额单位', en: 'Unit of an amount chosen' },
  'filing/write-section': { zh: '撰写文字', en: 'Text written' },
  'filing/attach': { zh: '加入附件', en: 'Attachment added' },
  'filing/detach': { zh: '移除附件', en: 'Attachment removed' },
  'filing/justify': { zh: '填写情况说明', en: 'Warning explained' },
  'filing/name-people': { zh: '填写人员', en: 'People named' },
  'filing/take-sum': {
    zh: '由下级汇总数填入（{units} 家，来源摘要 {sha256}）',
    en: 'Tables taken from the sum of {units} units (digest of the sources {sha256})',
  },
  'filing/take-in': { zh: '读入数据', en: 'Data taken in' },
  'filing/undo': { zh: '撤销', en: 'Undo' },
  'filing/redo': { zh: '重做', en: 'Redo' },
  'filing/note-cell': { zh: '填写备注', en: 'Note written' },
  'review/approve': { zh: '审核通过（{reviewer}，负责人 {signatory}）', en: 'Approved ({reviewer}, signatory {signatory})' },
  'review/unlock': { zh: '解锁修改：{reason}', en: 'Unlocked: {reason}' },
  'receipt/take': { zh: '收到上级回执（第 {revision} 版，{office}）', en: 'Receipt taken in (version {revision}, {office})' },
  'bundle/export': { zh: '导出上报包（第 {revision} 版）', en: 'Bundle exported (version {revision})' },
};

/** For words of the journal that this version does not know: `{action}` is what stands there. */
export const otherAction: Bilingual = { zh: '其他操作（{action}）', en: 'Other action ({action})' };

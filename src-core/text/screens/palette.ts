/** Words of the command palette, of the help, and of choosing a figure in a table. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const paletteWords = {
  title: { zh: '命令与查找', en: 'Commands and search' },
  hint: { zh: '输入命令、行名、问题或正文里的字', en: 'A command, a row, a finding, words of the text' },
  open: { zh: '命令与查找（{keys}）', en: 'Commands and search ({keys})' },
  found: { zh: '{count} 项，上下键选择，回车执行', en: '{count} found; arrows choose, Enter does it' },
  none: { zh: '没有找到', en: 'Nothing found' },
  command: { zh: '命令', en: 'Command' },
  row: { zh: '表{table}', en: 'Table {table}' },
  finding: { zh: '问题', en: 'Finding' },
  text: { zh: '正文', en: 'Text' },
  goTo: { zh: '转到“{name}”', en: 'Go to “{name}”' },
  help: { zh: '填报帮助与快捷键', en: 'Help and keys' },
  language: { zh: 'Switch to English', en: '切换到中文' },
  nextFinding: { zh: '下一处问题', en: 'Next finding' },
} as const satisfies Record<string, Bilingual>;

export const helpWords = {
  title: { zh: '填报帮助', en: 'Help' },
  ofCell: { zh: '这一格怎么填', en: 'This cell' },
  noCell: { zh: '先选一个单元格，再按 F1，这里显示它怎么填。', en: 'Choose a cell and press F1 to see how it is filled in.' },
  noGuidance: { zh: '表样没有这一行的填报参考，按行名和列名理解。', en: 'The form has no guidance on this row beyond its labels.' },
  basis: { zh: '依据：{basis}', en: 'Basis: {basis}' },
  rules: { zh: '与它有关的校验', en: 'Rules that involve it' },
  rule: { zh: '{code}（{clause}）', en: '{code} ({clause})' },
  keys: { zh: '快捷键', en: 'Keys' },
  manual: { zh: '打开使用手册', en: 'Open the manual' },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Record<string, Bilingual>;

/** Keys and what they do; `Ctrl` is worded `⌘` on a Mac. */
export const keyWords: readonly { readonly keys: string; readonly what: Bilingual }[] = [
  { keys: 'Ctrl+K', what: { zh: '命令与查找', en: 'Commands and search' } },
  { keys: 'F1', what: { zh: '帮助', en: 'Help' } },
  { keys: 'F6 / Shift+F6', what: { zh: '换到下一个／上一个区域', en: 'Next or last area' } },
  { keys: 'F8 / Shift+F8', what: { zh: '下一处／上一处问题', en: 'Next or last finding' } },
  { keys: 'Ctrl+Z / Ctrl+Y', what: { zh: '撤销／重做', en: 'Undo / redo' } },
  { keys: '↑ ↓ ← →, Tab, Enter', what: { zh: '在表中移动', en: 'Move in a table' } },
  { keys: 'Shift+↑ ↓ ← →, Ctrl+A', what: { zh: '选一片单元格，选整张表', en: 'Select a range, the whole table' } },
  { keys: 'Ctrl+↑ ↓ ← →, Home, End', what: { zh: '跳到数据边缘、行首、行尾', en: 'Edge of the figures, ends of the row' } },
  { keys: 'F2 / Esc', what: { zh: '修改这一格／还原', en: 'Edit the cell / revert' } },
  { keys: 'Ctrl+C / X / V, Delete', what: { zh: '复制、剪切、粘贴（先预览）、清空', en: 'Copy, cut, paste (with a preview), blank' } },
  { keys: 'Ctrl+Shift+U', what: { zh: '下级单位', en: 'Subordinate units' } },
  { keys: 'Ctrl+Shift+B', what: { zh: '备份与恢复', en: 'Backups' } },
  { keys: '@', what: { zh: '在正文里插入表中数字', en: 'A figure of the tables, within the text' } },
];

export const pickWords = {
  start: { zh: '到表里点选', en: 'Click it in a table' },
  now: {
    zh: '请点一个单元格（或移到那里按回车），把它的数字插入“{section}”。',
    en: 'Click a cell (or go there and press Enter) to insert its figure into “{section}”.',
  },
  cancel: { zh: '不插入，返回正文', en: 'Back without a figure' },
} as const satisfies Record<string, Bilingual>;

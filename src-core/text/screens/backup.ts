/** Words about backups: why they are made, how long they are kept, what is inside, what a restore changes. */
import type { Bilingual } from '../../lib/bilingual.ts';
import type { BackupReason } from '../../workspace/backup-reason.ts';

export const backupReasonWords: Readonly<Record<BackupReason, Bilingual>> = {
  hourly: { zh: '每小时备份', en: 'hourly' },
  daily: { zh: '每日备份', en: 'daily' },
  'before-migration': { zh: '升级前备份', en: 'before an upgrade' },
  'before-intake': { zh: '导入前备份', en: 'before an import' },
  'before-seal': { zh: '封包前备份', en: 'before sealing' },
  'before-restore': { zh: '恢复前备份', en: 'before a restore' },
  'before-update': { zh: '更新软件前备份', en: 'before an update of the app' },
  requested: { zh: '手动备份', en: 'on request' },
  generation: { zh: '历史副本', en: 'copy kept while saving' },
};

export const backupWords = {
  failed: { zh: '自动备份没有做成', en: 'The automatic backup was not made' },
  failedDetail: {
    zh: '{problem}\n您填报的内容仍照常保存，只是没有多一份备份。',
    en: '{problem}\nYour entries are saved as usual; only the additional copy is missing.',
  },
  understood: { zh: '知道了', en: 'OK' },
  schedule: {
    zh: '自动备份的保留规则：最近 {hours} 个小时各一份，最近 {days} 天各一份，最近 {months} 个月各一份，升级、导入、封包、恢复之前的最近 {operations} 份；合计不超过 {size}，最新的 {always} 份总是保留。手动备份不会自动删除。',
    en: 'Automatic backups are kept: one for each of the last {hours} hours, {days} days and {months} months, and the last {operations} before upgrades, imports, sealing and restores; {size} in all at most, the newest {always} always. Those made on request are never removed.',
  },
  whole: {
    zh: '备份完整：每个字节都已读出核对，数据库通过完整性检查。',
    en: 'The backup is whole: every byte was read and checked, and the database passes its integrity check.',
  },
  facts: { zh: '{time} 做成（{reason}），年报通 {version}，{size}', en: 'Made at {time} ({reason}) by version {version}, {size}' },
  generationFacts: {
    zh: '{time} 保存的历史副本，{size}；附件和收到的文件在数据文件夹里，不在其中',
    en: 'Copy saved at {time}, {size}; attachments and received files are in the data folder, not in it',
  },
  journalIntact: { zh: '留痕 {entries} 条，前后相接', en: 'Journal: {entries} entries, the chain is intact' },
  journalBroken: {
    zh: '留痕从第 {seq} 条起对不上：做备份之前已有人改动过数据文件',
    en: 'Journal: the chain is broken at entry {seq}; the data file had been changed by hand before this backup',
  },
  attachments: { zh: '附件 {count} 个', en: 'Attachments: {count}' },
  received: { zh: '下级单位报来的文件 {count} 份', en: 'Files received from units: {count}' },
  receivedOnlyHere: {
    zh: '下级单位报来的文件：{count} 份的接收记录只在现有数据中，恢复后将没有',
    en: 'Files received from units: {count} are on record only here; gone after a restore',
  },
  receivedOnlyThere: {
    zh: '下级单位报来的文件：{count} 份的接收记录只在备份中，恢复后将回来',
    en: 'Files received from units: {count} are on record only in the backup; back after a restore',
  },
  rosterOther: { zh: '下级单位名单不同，恢复后以备份为准', en: 'The rosters of units differ; the backup’s after a restore' },
  absentAttachment: { zh: '缺少：{name}（{unit} {year} 年）', en: 'not inside: {name} ({unit}, {year})' },
  absent: {
    zh: '做备份时另有 {count} 个附件或收到的文件缺失或损坏，不在其中',
    en: '{count} more were missing or damaged then, and are not inside',
  },
  filings: { zh: '年报 {count} 份：', en: 'Reports: {count}' },
  filing: { zh: '  {year} 年 {unit}（{code}），最后修改 {time}', en: '  {year} {unit} ({code}), last changed {time}' },
  nothingChanges: { zh: '与现有数据相同，恢复后不会有变化。', en: 'It is the same as what is here; restoring it changes nothing.' },
  onlyHere: { zh: '只在现有数据中、恢复后将没有的：', en: 'Only here; gone after a restore:' },
  onlyThere: { zh: '只在备份中、恢复后将回来的：', en: 'Only in the backup; back after a restore:' },
  different: {
    zh: '两边内容不同、恢复后以备份为准的（审核、锁定、导出的状态和版次也回到备份时）：',
    en: 'Different; the backup’s after a restore, with its approval, lock, export and version:',
  },
  differentFiling: {
    zh: '  {year} 年 {unit}（{code}），现有的改于 {here}，备份中的改于 {there}',
    en: '  {year} {unit} ({code}), changed here at {here}, in the backup at {there}',
  },
  edits: { zh: '    变动 {count} 处：', en: '    Changes: {count}' },
  edit: { zh: '    {label}：现在 {here}，恢复后 {there}', en: '    {label}: {here} now, {there} after' },
  moreEdits: { zh: '    另有 {count} 处没有列出', en: '    and {count} more' },
  same: { zh: '内容相同的 {count} 份。', en: 'The same in both: {count}.' },
} as const satisfies Record<string, Bilingual>;

/** The screen of backups. */
export const backupScreenWords = {
  title: { zh: '备份与恢复', en: 'Backups' },
  intro: {
    zh: '年报通会自动备份。U 盘上再留一份，电脑坏了也不怕。',
    en: 'Backups are made automatically. Keep one on a USB stick too, in case the computer fails.',
  },
  makeNow: { zh: '立即备份', en: 'Back up now' },
  makeAt: { zh: '备份到…', en: 'Back up to…' },
  makeAtHint: { zh: '选择文件夹或 U 盘', en: 'Choose a folder or a USB stick' },
  openFile: { zh: '打开备份文件…', en: 'Open a backup file…' },
  when: { zh: '时间', en: 'When' },
  why: { zh: '原因', en: 'Why' },
  size: { zh: '大小', en: 'Size' },
  checked: { zh: '核对', en: 'Checked' },
  checkedWhenMade: { zh: '做成时核对过', en: 'when it was made' },
  checkedWhole: { zh: '本次检查：完整', en: 'checked now: whole' },
  checkedBroken: { zh: '本次检查：不能用', en: 'checked now: not usable' },
  actions: { zh: '操作', en: 'Actions' },
  check: { zh: '检查备份', en: 'Check' },
  restore: { zh: '恢复…', en: 'Restore…' },
  ofBackup: { zh: '{action}（{time}）', en: '{action} ({time})' },
  empty: {
    zh: '还没有备份。开始填报后会自动备份，也可以现在就备份一次。',
    en: 'No backups yet. They are made as you work; or make one now.',
  },
  listing: { zh: '正在读取备份列表…', en: 'Reading the list of backups…' },
  making: { zh: '正在备份，并逐字节读回核对…', en: 'Backing up, and reading every byte back…' },
  checking: { zh: '正在检查备份，不会改动任何数据…', en: 'Checking the backup; nothing is changed…' },
  previewing: { zh: '正在比较备份与现有数据…', en: 'Comparing the backup with what is here…' },
  restoring: { zh: '正在恢复，请不要关机…', en: 'Restoring; please do not switch off…' },
  made: { zh: '已备份为“{file}”（{size}），并从磁盘读回核对无误。', en: 'Backed up as "{file}" ({size}), read back and checked.' },
  madeHere: { zh: '已备份（{size}），并从磁盘读回核对无误。', en: 'Backed up ({size}), read back and checked.' },
  madeAbsent: {
    zh: '其中缺少 {count} 个附件：它们在数据文件夹里已缺失或损坏。按“检查”可看是哪些，请把原文件重新加入报告。',
    en: '{count} attachments are missing in it: they are gone or damaged in the data folder. Check the backup to see which, and add the originals to the report again.',
  },
  rehearsalTitle: { zh: '检查结果', en: 'What was found' },
  rehearsalBad: { zh: '这份备份不能用：{problem}', en: 'This backup cannot be used: {problem}' },
  close: { zh: '关闭', en: 'Close' },
  restoreTitle: { zh: '恢复这份备份？', en: 'Restore this backup?' },
  restoreWillChange: { zh: '恢复后，这台电脑上的数据会这样变：', en: 'Restoring changes the data on this computer like this:' },
  restoreIsUndoable: {
    zh: '恢复之前会先把现有数据备份一份，恢复之后可以撤销。',
    en: 'What is here now is backed up first, so the restore can be undone.',
  },
  restoreDo: { zh: '恢复', en: 'Restore' },
  cancel: { zh: '取消', en: 'Cancel' },
  restored: {
    zh: '已恢复。恢复之前的数据已另存为备份，如果恢复错了，可以撤销；以后也可以恢复列表里“恢复前备份”那一行，效果相同。',
    en: 'Restored. What was here before is kept as a backup; the restore can be undone, now or later, by restoring the line “before a restore”.',
  },
  undoRestore: { zh: '撤销这次恢复…', en: 'Undo the restore…' },
  generations: { zh: '历史副本', en: 'Copies kept while saving' },
  generationsWhy: {
    zh: '打开软件时和保存期间每十分钟自动留一份，保留最近 8 份；数据文件损坏时从这里打开。',
    en: 'Kept at each start and every ten minutes of saving, the last 8; opened when the data file is damaged.',
  },
  beforeRestore: { zh: '恢复之前的数据', en: 'the data before the restore' },
  lastFailed: { zh: '{time} 的{reason}没有做成：{problem}', en: 'The backup of {time} ({reason}) was not made: {problem}' },
} as const satisfies Record<string, Bilingual>;

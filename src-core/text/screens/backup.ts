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
  requested: { zh: '手动备份', en: 'on request' },
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
  journalIntact: { zh: '留痕 {entries} 条，前后相接', en: 'Journal: {entries} entries, the chain is intact' },
  journalBroken: {
    zh: '留痕从第 {seq} 条起对不上：做备份之前已有人改动过数据文件',
    en: 'Journal: the chain is broken at entry {seq}; the data file had been changed by hand before this backup',
  },
  attachments: { zh: '附件 {count} 个', en: 'Attachments: {count}' },
  absent: { zh: '做备份时另有 {count} 个附件缺失或损坏，不在其中', en: '{count} more were missing or damaged then, and are not inside' },
  filings: { zh: '年报 {count} 份：', en: 'Reports: {count}' },
  filing: { zh: '  {year} 年 {unit}（{code}），最后修改 {time}', en: '  {year} {unit} ({code}), last changed {time}' },
  nothingChanges: { zh: '与现有数据相同，恢复后不会有变化。', en: 'It is the same as what is here; restoring it changes nothing.' },
  onlyHere: { zh: '只在现有数据中、恢复后将没有的：', en: 'Only here; gone after a restore:' },
  onlyThere: { zh: '只在备份中、恢复后将回来的：', en: 'Only in the backup; back after a restore:' },
  different: { zh: '两边内容不同、恢复后以备份为准的：', en: 'Different; the backup’s after a restore:' },
  differentFiling: {
    zh: '  {year} 年 {unit}（{code}），现有的改于 {here}，备份中的改于 {there}',
    en: '  {year} {unit} ({code}), changed here at {here}, in the backup at {there}',
  },
  same: { zh: '内容相同的 {count} 份。', en: 'The same in both: {count}.' },
} as const satisfies Record<string, Bilingual>;

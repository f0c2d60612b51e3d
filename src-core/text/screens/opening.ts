/** Words for a workspace whose file was broken: what was opened instead, and what is missing in it. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const openingWords = {
  setAside: { zh: '上次的数据文件已损坏，原样移到了“{setAside}”。', en: 'The data file was damaged; it was set aside as "{setAside}".' },
  missing: { zh: '上次的数据文件不见了。', en: 'The data file was gone.' },
  generation: { zh: '现在打开的是 {savedAt} 保存的历史副本。', en: 'The copy saved at {savedAt} was opened instead.' },
  backup: { zh: '现在打开的是 {savedAt} 做的备份。', en: 'The backup made at {savedAt} was opened instead.' },
  nothingLost: {
    zh: '与最后一次保存的记录（{lastSaveAt}）核对一致，没有发现缺少的修改。如果您在这个时间之后还改过，请核对。',
    en: 'It agrees with the record of the last save ({lastSaveAt}); no edit was found missing. If you made any after that time, check them.',
  },
  steps: { zh: '共 {count} 步操作不在其中。', en: 'Steps that are missing: {count}.' },
  happened: { zh: '{at} 打开时：', en: 'When opened at {at}: ' },
  read: { zh: '知道了', en: 'OK' },
  whatNow: { zh: '可以这样做：', en: 'What you can do:' },
  openBackup: { zh: '打开备份文件…', en: 'Open a backup file…' },
  openBackupWhy: {
    zh: '选一份以前的备份（U 盘、网络盘或另存的位置）。损坏的数据文件会原样改名留下，不会删除。',
    en: 'Choose an earlier backup (on a stick, say). The damaged file is renamed and kept as it is; nothing is deleted.',
  },
  retry: { zh: '重试', en: 'Try again' },
  retryWhy: {
    zh: '网络盘刚接上、别的程序刚关闭，或文件已放回原处。',
    en: 'After a drive is back, another program is closed, or the file is in its place again.',
  },
  openFolder: { zh: '打开数据文件夹', en: 'Open the data folder' },
  openFolderWhy: {
    zh: '数据、历史副本和备份都在里面，可以整个交给技术人员。',
    en: 'Data, copies and backups are in it; hand all of it to whoever helps.',
  },
  retrying: { zh: '正在打开…', en: 'Opening…' },
  lost: {
    zh: '最后一次保存是在 {lastSaveAt}。以下年报在副本之后的修改不在其中，请核对并补录：{filings}。',
    en: 'The last save was at {lastSaveAt}. Edits of these reports made after the copy are missing; check and enter them again: {filings}.',
  },
  lostMore: { zh: '其他年报也可能有缺，请一并核对。', en: 'Others may lack edits too; check them as well.' },
  lostSettings: {
    zh: '最后一次保存是在 {lastSaveAt}，副本之后的操作不在其中，请核对各份年报。',
    en: 'The last save was at {lastSaveAt}; what was done after the copy is missing. Check the reports.',
  },
  filing: { zh: '{unit} {year} 年（最后修改 {changedAt}）', en: '{unit} {year} (last changed {changedAt})' },
  separator: { zh: '、', en: ', ' },
  unknownSince: {
    zh: '损坏的文件写于 {lastSaveAt}，这之间的修改可能不在其中，请核对各份年报。',
    en: 'The damaged file was written at {lastSaveAt}; edits made in between may be missing. Check the reports.',
  },
  unknown: { zh: '此后的修改可能不在其中，请核对各份年报。', en: 'Later edits may be missing. Check the reports.' },
  older: {
    zh: '打开的数据文件完好，但比最后一次保存的旧：可能有旧文件被拷贝或同步了回来。',
    en: 'The data file that was opened is whole, but older than what was saved last: an older file may have been copied or synchronised back.',
  },
  newerCopies: {
    zh: '请先不要录入。在“备份与恢复”里恢复较新的备份；那里没有的，请退出年报通，把数据文件夹 workspace 里的 nianbao.sqlite 改名后再启动，年报通会打开最新的历史副本。',
    en: 'Enter nothing yet. Restore a newer backup under Backups; if there is none, quit, rename nianbao.sqlite in the data folder’s workspace and start again: the newest copy opens.',
  },
  toBackups: { zh: '备份与恢复', en: 'Backups' },
} as const satisfies Record<string, Bilingual>;

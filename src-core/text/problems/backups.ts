/** Words for problems with backups, and with a workspace that somebody else has open. */
import type { Bilingual } from '../../lib/bilingual.ts';
import type { BackupDamage } from '../../workspace/backup-manifest.ts';

export const lockProblems = {
  'workspace/in-use': {
    zh: '数据文件夹“{path}”正由 {user} 在计算机“{host}”上使用（{since} 打开），为避免互相覆盖，这里没有打开。请先在那里退出年报通。',
    en: 'The data folder "{path}" is in use by {user} on the computer "{host}" (since {since}). So that neither overwrites the other, it was not opened here. Close the app there first.',
  },
  'workspace/silent-lock': {
    zh: '数据文件夹“{path}”由 {user} 在计算机“{host}”上打开（{since}），但已有 {minutes} 分钟没有动静，可能没有正常退出。请先到那台计算机上确认年报通已经关闭，再继续。',
    en: 'The data folder "{path}" was opened by {user} on the computer "{host}" (at {since}) and has been silent for {minutes} minutes: the app there may not have ended properly. Make sure that it is closed there before you go on.',
  },
  'workspace/taken-over': {
    zh: '数据文件夹“{path}”已由 {user} 在计算机“{host}”上接管（{since}），这里不再写入，以免覆盖那边的内容。请关闭年报通；这里尚未保存的修改请先抄录。',
    en: 'The data folder "{path}" was taken over by {user} on the computer "{host}" (at {since}); nothing more is written here, so as not to overwrite it. Note down what is unsaved here, then close the app.',
  },
  'workspace/lock-gone': {
    zh: '数据文件夹“{path}”里的占用标记（nianbao.lock）不见了：可能有人在别处打开过它。为避免覆盖那边的内容，这里不再写入。请抄录尚未保存的修改，然后重新启动年报通。',
    en: 'The lock (nianbao.lock) in the data folder "{path}" is gone: somebody may have opened the folder elsewhere. Nothing more is written here, so as not to overwrite it. Note down what is unsaved, then start the app again.',
  },
  'workspace/restoring': {
    zh: '正在恢复备份，这处修改没有记下。请等恢复完成后再改。',
    en: 'A backup is being restored; this edit was not taken. Make it again when the restore is done.',
  },
} as const satisfies Record<string, Bilingual>;

export const backupProblems = {
  'backup/not-a-backup': {
    zh: '“{path}”不是年报通的备份文件。请选择扩展名为 .nianbao-backup 的文件。',
    en: '"{path}" is no backup made by this app. Choose a file that ends in .nianbao-backup.',
  },
  'backup/damaged': {
    zh: '备份“{path}”不完整或已损坏（{reason}），没有采用。请换一份备份。',
    en: 'The backup "{path}" is incomplete or damaged ({reason}) and was not used. Choose another one.',
  },
  'backup/newer': {
    zh: '备份“{path}”由更新版本的年报通做成（{found}，本机只认识到 {known}）。请升级年报通后再打开。',
    en: 'The backup "{path}" was made by a newer version of the app ({found}; this one knows {known}). Update the app, then open it.',
  },
  'backup/too-large': {
    zh: '数据和附件共 {size} 字节，超过一份备份的上限 {limit} 字节，没有做成“{path}”。请先移出用不着的附件。',
    en: 'The data and attachments have {size} bytes, more than a backup may have ({limit}); "{path}" was not made. Remove attachments that are not needed.',
  },
  'backup/no-room': {
    zh: '磁盘空间不够，没有在“{path}”做成备份：需要 {needed}（含留给以后保存的空间），只剩 {free}。填报的内容没有改动。请腾出空间后再试，或用“备份到…”存到 U 盘。',
    en: 'The disk has no room for a backup in "{path}": {needed} are needed (with what is left for later saves), {free} are free. No entry was changed. Free some space and try again, or use Back up to… for a stick.',
  },
  'backup/not-found': {
    zh: '找不到备份“{name}”，它可能已按保留规则删除。请刷新备份列表。',
    en: 'There is no backup "{name}"; it may have been let go by the schedule. Refresh the list.',
  },
  'backup/changed': {
    zh: '备份“{path}”与刚才查看时不一样了，没有恢复。请重新查看后再决定。',
    en: 'The backup "{path}" is not what it was when you looked at it; nothing was restored. Look at it again, then decide.',
  },
  'backup/place-inside': {
    zh: '“{path}”就在年报通自己的数据文件夹里：数据所在的盘坏了，那里的备份也一起丢，软件还会把备份再备份进去。请选 U 盘、别的盘或网络盘上的文件夹。',
    en: '"{path}" is in the data folder of the app itself: what takes the data takes these backups too. Choose a folder on a stick, another disk or a network drive.',
  },
  'backup/own-folder': {
    zh: '没有备份成：年报通的数据文件夹现在写不进去（“{path}”：{reason}）。请点“备份到…”把备份存到 U 盘或别的盘，并检查数据文件夹所在的盘和写入权限。',
    en: 'No backup was made: the data folder of the app takes no files at the moment ("{path}": {reason}). Use Back up to… for a stick or another disk, and check the disk of the data folder and its permissions.',
  },
  'backup/place-missing': {
    zh: '另存备份的位置“{path}”现在找不到（U 盘没有插？网盘没有连？）。接上以后会自动补做，本机的自动备份照常。',
    en: 'The further place for backups, "{path}", is not there now (a stick that is not plugged in?). It is made up for when it is back; backups on this computer go on.',
  },
  'backup/cancelled': { zh: '没有选择，什么也没有做。', en: 'Nothing was chosen and nothing was done.' },
} as const satisfies Record<string, Bilingual>;

/** The reasons of backup/damaged. */
export const backupDamageWords: Readonly<Record<BackupDamage, Bilingual>> = {
  'file-empty': { zh: '文件是空的', en: 'the file is empty' },
  'file-zeros': {
    zh: '文件内容被清成了零，可能是断电或磁盘故障所致',
    en: 'the file was overwritten with zeros, by a power cut or a failing disk',
  },
  'file-cut-off': { zh: '文件不完整，后半部分缺失', en: 'the file is cut off' },
  'bytes-changed': { zh: '文件中有字节被改动', en: 'bytes of the file were changed' },
  'description-damaged': { zh: '备份说明读不懂', en: 'its description cannot be read' },
  'database-damaged': { zh: '其中的数据库已损坏', en: 'the database inside is damaged' },
  'attachment-damaged': { zh: '其中的附件已损坏', en: 'an attachment inside is damaged' },
};

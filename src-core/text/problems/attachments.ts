/** Words for problems with attachments, and with the kept files of units. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const attachmentProblems = {
  'attachment/too-large': {
    zh: '附件“{name}”有 {size} 字节，单个附件最多 {limit} 字节（20 MB），没有加入。请压缩或降低扫描精度后再试。',
    en: 'The attachment "{name}" has {size} bytes; one may have {limit} (20 MB) at most. It was not added. Scan it at a lower resolution.',
  },
  'attachment/too-much': {
    zh: '附件合计 {size} 字节，一份年报的附件最多 {limit} 字节（40 MB），没有加入。请先移除不需要的附件。',
    en: 'The attachments would have {size} bytes in all; a report may have {limit} (40 MB). Nothing was added. Remove some first.',
  },
  'attachment/too-many': {
    zh: '一份年报最多 {limit} 个附件，没有加入。请先移除不需要的附件。',
    en: 'A report may have {limit} attachments at most; nothing was added. Remove some first.',
  },
  'attachment/bad-name': {
    zh: '附件的文件名“{name}”不能用。请改名后再加入。',
    en: 'An attachment cannot be called "{name}". Rename the file and add it again.',
  },
  'attachment/missing': {
    zh: '附件的文件找不到了（摘要 {digest}）。请从备份恢复，或移除后重新加入。',
    en: 'The file of an attachment is gone (digest {digest}). Restore a backup, or remove it and add it again.',
  },
  'attachment/not-intact': {
    zh: '这些附件在数据文件夹里的文件不在了或已损坏：{names}。请在“附件”里重新加入同名的原文件（会替换坏的那一份），或从更早的备份恢复，再试一次。',
    en: 'The files of these attachments are gone or damaged in the data folder: {names}. Add the originals again under the same names (they replace the damaged ones), or restore an earlier backup, then try again.',
  },
  'attachment/not-given': {
    zh: '填报数据里写的附件没有给出：{names}。请用 --attach 给出这些文件，内容要与填报时相同。',
    en: 'The filing names attachments that were not given: {names}. Give these files with --attach, as they were when they were attached.',
  },
  'attachment/damaged': {
    zh: '附件的文件“{path}”已损坏，内容与摘要 {digest} 不符，没有使用。请从备份恢复，或移除后重新加入。',
    en: 'The file "{path}" of an attachment is damaged: it does not have the digest {digest}. Restore a backup, or remove it and add it again.',
  },
  'received/missing': {
    zh: '收到的这份文件不在了（摘要 {digest}）。请从备份恢复，或让对方再报送一次。',
    en: 'The file that was received is gone (digest {digest}). Restore a backup, or ask the unit to send it again.',
  },
  'received/no-figures': {
    zh: '“{file}”没有收下，读不到它的数据。请在下级单位里看原因。',
    en: '"{file}" was refused, so there are no figures of it. See the reasons among the subordinate units.',
  },
  'received/damaged': {
    zh: '收到的文件“{path}”已损坏，内容与摘要 {digest} 不符，没有使用。请从备份恢复，或让对方再报送一次。',
    en: 'The received file "{path}" is damaged: it does not have the digest {digest}. Restore a backup, or ask the unit to send it again.',
  },
} as const satisfies Record<string, Bilingual>;

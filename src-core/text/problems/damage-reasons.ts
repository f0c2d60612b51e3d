/** What is wrong with a workspace file, in words; SQLite's own are for engineers, and stand in the log. */
import type { Bilingual } from '../../lib/bilingual.ts';

const damageReasons: Readonly<Record<string, Bilingual>> = {
  'the digest differs': { zh: '内容与保存时不一致', en: 'its contents are not what was saved' },
  'the digest is missing': { zh: '文件不完整，末尾缺失', en: 'its end is missing' },
  'the file is empty, cut off or no database': { zh: '文件是空的、被截断，或者不是数据库', en: 'it is empty, cut off or no database' },
  'the database is no workspace': { zh: '这是别的软件的数据库', en: 'it is a database of another program' },
  'the file is missing': { zh: '文件不见了', en: 'the file is missing' },
  'a folder stands in its place': { zh: '文件的位置上是一个文件夹', en: 'a folder stands in its place' },
  'it cannot be read': { zh: '磁盘读不出它的内容', en: 'the disk does not give its contents' },
};
const otherDamage: Bilingual = { zh: '数据库内部有错', en: 'the database inside is faulty' };

/** Undefined for problems that are about something else. */
export function wordsOfDamage(code: string, reason: string): Bilingual | undefined {
  if (code === 'workspace/damaged') return damageReasons[reason] ?? otherDamage;
  return code === 'workspace/migration-failed' ? otherDamage : undefined;
}

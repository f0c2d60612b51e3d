/** What is said on every screen while edits are not on disk. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const savingWords = {
  unsavedFor: {
    zh: '未保存：从 {time} 起的修改还没有写进磁盘，已 {minutes} 分钟。{problem}',
    en: 'Unsaved: edits made since {time} are not on disk, for {minutes} min now. {problem}',
  },
  unsavedNow: { zh: '未保存：{time} 的修改没有写进磁盘。{problem}', en: 'Unsaved: the edit of {time} did not reach the disk. {problem}' },
} as const satisfies Record<string, Bilingual>;

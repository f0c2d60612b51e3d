/** Words of the question before closing with unsaved work. */
import type { Bilingual } from '../lib/bilingual.ts';

export const closeWords = {
  unsaved: { zh: '最近的修改还没有写入磁盘', en: 'The latest edits are not on disk' },
  again: { zh: '再试一次', en: 'Try again' },
  stay: { zh: '不关闭', en: 'Keep the window open' },
  leave: { zh: '放弃修改并关闭', en: 'Discard them and close' },
} as const satisfies Record<string, Bilingual>;

/** Words of the question about a data folder that somebody else may have open. */
import type { Bilingual } from '../lib/bilingual.ts';

export const lockWords = {
  title: { zh: '数据文件夹可能正在别处使用', en: 'The data folder may be in use elsewhere' },
  leave: { zh: '不打开', en: 'Do not open' },
  open: { zh: '那边已经关闭，打开', en: 'It is closed there: open' },
} as const satisfies Record<string, Bilingual>;

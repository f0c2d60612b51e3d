/** Words of charts on the screen. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const chartsWords = {
  asTable: { zh: '显示为表格', en: 'Show as table' },
  about: {
    zh: '由表三、表四的数字画成；没有填的写“未填”，不当作 0。导出的图与此相同。',
    en: 'Drawn from tables 三 and 四; blank figures are said to be blank and never count as 0. Exported charts are the same.',
  },
  noPrior: {
    zh: '没有上年的报告，所以没有与上年相比的图。',
    en: 'There is no report of last year here, so nothing is compared with it.',
  },
} as const satisfies Record<string, Bilingual>;

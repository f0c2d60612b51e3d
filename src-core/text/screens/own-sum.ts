/** Words of the superior's own report about the sum that its tables are. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const ownSumWords = {
  title: { zh: '汇总的情况', en: 'The sum behind the tables' },
  fine: { zh: '表中是汇总数，与当前汇总一致；汇总完整，没有错误。', en: 'The tables are the sum as it is now: complete, without errors.' },
  incomplete: { zh: '汇总数不完整：{gaps}。', en: 'The sum is incomplete: {gaps}.' },
  differs: {
    zh: '年报有 {count} 格与当前汇总不同：汇总后有补报、更正，或者这里改过。',
    en: '{count} cells differ from the sum as it is now: files came since, or they were changed here.',
  },
  moreFindings: { zh: '另有 {count} 处，见汇总的“校验”。', en: '{count} more under Checks of the sum.' },
  show: { zh: '查看汇总', en: 'Show the sum' },
  notChecked: { zh: '没能查看汇总的情况：', en: 'The sum could not be looked at: ' },
  repairThere: {
    zh: '这里是汇总数，不在本表改：从来源查到是哪个单位，由该单位更正后再更新本级年报。',
    en: 'These are sums and not changed here: find the unit, have it send an amendment, then update this report.',
  },
  whereFrom: { zh: '查来源：{cell}', en: 'Where from: {cell}' },
} as const satisfies Record<string, Bilingual>;

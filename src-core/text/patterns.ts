/** Words for what may have happened to a figure. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { Pattern } from '../suspects/repair.ts';

export const patternWords: Readonly<Record<Pattern, Bilingual | null>> = {
  transposition: { zh: '数字颠倒', en: 'digits transposed' },
  droppedDigit: { zh: '漏了一位', en: 'a digit dropped' },
  doubledDigit: { zh: '重了一位', en: 'a digit doubled' },
  timesTen: { zh: '多了一个 0', en: 'ten times too much' },
  tenth: { zh: '少了一个 0', en: 'a tenth' },
  sign: { zh: '符号写反', en: 'wrong sign' },
  neighbour: { zh: '填到了相邻格', en: 'in the neighbouring cell' },
  swap: { zh: '两格互换', en: 'two cells swapped' },
  statedTotal: { zh: '合计与各项不符', en: 'total against its parts' },
  priorYear: { zh: '与上年不符', en: 'differs from last year' },
  oneDigit: { zh: '错了一位', en: 'one digit wrong' },
  none: null,
};

/** How a figure is said, in both languages. */
import type { Goal, Unit } from './measurement.ts';

export type FigureWords = Readonly<Record<Goal['sense'] | 'milliseconds' | 'seconds' | 'times', string>> & {
  readonly rate: (figure: string) => string;
};

export const inEnglish: FigureWords = {
  'at most': 'at most',
  'at least': 'at least',
  milliseconds: 'ms',
  seconds: 's',
  times: 'times',
  rate: (figure) => `${figure}/s`,
};

export const inChinese: FigureWords = {
  'at most': '不超过',
  'at least': '不低于',
  milliseconds: '毫秒',
  seconds: '秒',
  times: '倍',
  rate: (figure) => `每秒 ${figure}`,
};

export function say(unit: Unit, value: number, words: FigureWords): string {
  switch (unit) {
    case 'milliseconds':
      return value < 1_000 ? `${significant(value)} ${words.milliseconds}` : `${significant(value / 1_000)} ${words.seconds}`;
    case 'a second':
      return words.rate(significant(value));
    case 'bytes':
      return value < 1e5 ? `${significant(value / 1e3)} kB` : `${significant(value / 1e6)} MB`;
    case 'share':
      return `${significant(value * 100)} %`;
    case 'times':
      return `${value.toFixed(2)} ${words.times}`;
    case 'count':
      return significant(value);
  }
}

/** Whole numbers above a hundred, in groups of three; three digits below, and thousandths at the least. */
function significant(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  const digits = Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 3;
  return Number.isInteger(value) ? String(value) : value.toFixed(digits);
}

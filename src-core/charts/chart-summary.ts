/** A chart in a sentence: the total, the largest part with its share where all is known, and how much is blank. */
import { compareExact, formatExact, sameValue, sumExact, toMillionths, type CellValue } from '../lib/exact.ts';
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { ChartFigure } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';

type Part = { readonly name: string; readonly figure: ChartFigure };

/** @param opening says `{total}` */
export function partsSummary(opening: Bilingual, total: CellValue, parts: readonly Part[], language: Language): string {
  const say = (entry: Bilingual, places: Readonly<Record<string, string | number>> = {}) => fillPlaces(entry[language], places);
  const blanks = parts.reduce((sum, { figure }) => sum + figure.blanks, 0);
  const largest = largestOf(parts);
  return [
    say(opening, { total: formatExact(total, chartWords.blank[language]) }),
    largest === null ? '' : say(chartWords.most, { name: largest.name, count: formatExact(largest.value) }),
    largest === null || blanks > 0 ? '' : shareOf(largest.value, total, parts, language),
    blanks === 0 ? '' : say(chartWords.someBlank, { count: blanks }),
    say(chartWords.end),
  ].join('');
}

/** Null where nothing is above nought, or several are the largest. */
function largestOf(parts: readonly Part[]): { readonly name: string; readonly value: number | string } | null {
  let largest: { readonly name: string; readonly value: number | string } | null = null;
  let isShared = false;
  for (const { name, figure } of parts) {
    if (figure.value === null || compareExact(figure.value, 0) <= 0) continue;
    const order = largest === null ? 1 : compareExact(figure.value, largest.value);
    if (order > 0) largest = { name, value: figure.value };
    if (order !== 0) isShared = order < 0 ? isShared : false;
    else isShared = true;
  }
  return isShared ? null : largest;
}

/** Per cent to one place, rounded half up; nothing where the parts do not make the total that is stated. */
function shareOf(part: number | string, total: CellValue, parts: readonly Part[], language: Language): string {
  const sum = sumExact(parts.map(({ figure }) => ({ coefficient: 1, value: figure.value })));
  if (total === null || !sameValue(sum, total) || parts.length < 2) return '';
  const whole = toMillionths(total);
  const tenths = (toMillionths(part) * 2000n + whole) / (2n * whole);
  return fillPlaces(chartWords.share[language], { percent: `${String(tenths / 10n)}.${String(tenths % 10n)}` });
}

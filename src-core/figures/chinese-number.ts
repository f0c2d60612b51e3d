/** Chinese numerals up to 亿: 十二, 一百零五, 两万三千. */

export const chineseDigits = '零〇一二两三四五六七八九';
const values: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
export const chineseNumerals = `${chineseDigits}十百千万亿`;

/** The number, or null for what is no well-formed numeral (`二〇二〇`, `百`, `三五`). */
export function parseChineseNumber(text: string): number | null {
  if (text === '零' || text === '〇') return 0;
  const parts = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/u.exec(text);
  if (parts === null || text === '') return null;
  const [, hundredMillions = '', tenThousands = '', rest = ''] = parts;
  let sum = 0;
  for (const [part, unit] of [[hundredMillions, 1e8] as const, [tenThousands, 1e4] as const, [rest, 1] as const]) {
    if (part === '') continue;
    const section = parseSection(part, sum > 0);
    if (section === null) return null;
    sum += section * unit;
  }
  return sum === 0 ? null : sum;
}

/** Below 万; a leading 零 is allowed only after a larger part (一万零五). */
function parseSection(text: string, isAfterLarger: boolean): number | null {
  let sum = 0;
  let digit: number | null = null;
  let lastPower = 10_000;
  for (const [index, character] of Array.from(text).entries()) {
    const power = powers[character];
    const value = values[character];
    if (power !== undefined) {
      // 十二 begins with its power; everywhere else a power needs a digit before it.
      if (power >= lastPower || (digit === null && !(power === 10 && index === 0))) return null;
      sum += (digit ?? 1) * power;
      digit = null;
      lastPower = power;
    } else if (value === 0) {
      if (digit !== null || (index === 0 && !isAfterLarger)) return null;
    } else if (value === undefined || digit !== null) return null;
    else digit = value;
  }
  const total = sum + (digit ?? 0);
  return total === 0 ? null : total;
}

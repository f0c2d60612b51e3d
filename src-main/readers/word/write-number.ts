/** Writes a number in one of Word's number formats (ST_NumberFormat); what Chinese reports use, all others as digits. */

const digits = '〇一二三四五六七八九';

export function writeNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return inChinese(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    case 'decimalFullWidth':
      return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
    case 'upperLetter':
      return letters(value, format === 'lowerLetter' ? 0x61 : 0x41);
    default:
      return String(value);
  }
}

/** 十, 十二, 二十一; numbers of three digits by their digits, which no list of a report reaches. */
function inChinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (value >= 100 || value < 1) return Array.from(String(value), (digit) => digits[Number(digit)] ?? digit).join('');
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return head + (ones === 0 ? '' : (digits[ones] ?? ''));
}

/** a … z, aa, bb …, as Word counts on. */
function letters(value: number, first: number): string {
  if (value < 1) return String(value);
  return String.fromCodePoint(first + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

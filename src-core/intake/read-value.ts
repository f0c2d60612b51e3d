/** Reads the text of one cell: the figure, its unit, and a remark in brackets such as `22（其中修订16件）`. */
import type { CellValue } from '../lib/exact.ts';
import { toHalfWidth } from '../lib/half-width.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { FormCell } from '../form/form.ts';
import { parseCell } from '../form/parse-cell.ts';
import { rememberTexts } from './remember.ts';

export type ReadValue = { readonly value: CellValue; readonly unit: AmountUnit | null; readonly note: string | null };

const measureWords = '件|项|个|条|宗|份|起|例|次|家|部';
const remark = /^(.*[^\s(])\s*\((.+)\)$/u;
const blankMark = /^[/\-–—―]+$/u;
const wordsForNothing = /^(?:无|零|没有|暂无|无此项|不适用|未统计|若干|不详|保密)$/u;
const figure = new RegExp(
  String.raw`^(?:约|近|增加?|减少?|负)?[+\-−–]?[\d,.]*\d[\d,.]*(?:余|多)?(?:万元|元|${measureWords})?(?:左右|以上)?(?:\(.*\))?$`,
  'u',
);
const longestValue = 300;
const garbledFigure = /^[\d,.oOlI*?]+$/u;

/** True when a text can only be meant as the value of a cell, whether or not it can be understood. */
export const looksLikeValue: (text: string) => boolean = rememberTexts((text) => {
  // No figure with its remark is so long, and the patterns take quadratic time on runs of digits.
  if (text.length > longestValue) return false;
  const plain = flatten(text).replace(/\s/gu, '');
  return blankMark.test(plain) || figure.test(plain) || wordsForNothing.test(plain) || garbledFigure.test(plain);
});

/** True for a remark in brackets that extraction has parted from its figure. */
export function isRemark(text: string): boolean {
  return /^\((?!注|备注|说明|[一二三四五六七八九十]+\)).+\)$/u.test(flatten(text));
}

/** The value of a cell, or null when the text is none that can be believed as it stands. */
export function readValue(text: string, cell: FormCell): ReadValue | null {
  const kind = `${cell.value} ${String(cell.unitOpen)} ${cell.column.unit ?? ''}`;
  const read = readers.get(kind) ?? rememberTexts((each: string) => readAs(each, cell));
  readers.set(kind, read);
  return read(text);
}

/** One for each kind of cell: what a text says depends on nothing else. */
const readers = new Map<string, (text: string) => ReadValue | null>();

function readAs(text: string, cell: FormCell): ReadValue | null {
  if (text.length > longestValue) return null;
  const plain = flatten(text);
  const parts = remark.exec(plain);
  const head = (parts?.[1] ?? plain).trim();
  const inBrackets = parts?.[2]?.trim() ?? null;
  const isUnit = inBrackets === '元' || inBrackets === '万元';
  // one number of two groups, or two cells in one line? `1 432` is not guessed at
  if (/\d\s+\d/u.test(head)) return null;
  const counted = cell.value === 'amount' ? head : head.replace(new RegExp(`(?<=\\d)\\s*(?:${measureWords})$`, 'u'), '');
  const parsed = parseCell(isUnit && cell.value === 'amount' ? counted + inBrackets : counted, cell.value);
  if (parsed.kind === 'not-understood') return null;
  if (parsed.unit !== null && !cell.unitOpen && parsed.unit !== cell.column.unit) return null;
  return { value: parsed.value, unit: parsed.unit, note: isUnit ? null : noteOf(text, inBrackets) };
}

/** The remark as it was printed, without its outer brackets. */
function noteOf(text: string, inBrackets: string | null): string | null {
  if (inBrackets === null) return null;
  const from = text.search(/[（(]/u);
  return from < 0
    ? inBrackets
    : text
        .slice(from + 1)
        .trim()
        .replace(/[）)]$/u, '')
        .trim();
}

function flatten(text: string): string {
  return toHalfWidth(text)
    .replace(/[\u200b\ufeff]/gu, '')
    .trim();
}

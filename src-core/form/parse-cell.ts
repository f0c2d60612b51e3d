/** Reads what people type or print in a cell: full-width digits, thousands separators, signs, 减4, units. */
import { toHalfWidth } from '../lib/half-width.ts';
import { isDecimalText, isWhole, type CellValue } from '../lib/exact.ts';
import type { AmountUnit, ValueKind } from './edition.ts';

export type ParsedCell =
  | { readonly kind: 'value'; readonly value: CellValue; readonly unit: AmountUnit | null }
  | { readonly kind: 'not-understood'; readonly text: string };

const blankMarks = new Set(['', '/', '-', '—', '——', '－', '／', '–', '―']);

/**
 * Parses the text of a cell. Blank and the marks that people print for it (`/`, `—` …) are blank, not zero.
 * What is no number of the cell's kind is returned as `not-understood`, unchanged, so that nothing typed is lost.
 */
export function parseCell(text: string, kind: ValueKind): ParsedCell {
  // Two cells run together by tabs or line breaks are not one figure.
  if (/\S[\t\r\n]+\S/u.test(text)) return { kind: 'not-understood', text };
  const plain = withoutSpaces(toHalfWidth(text));
  if (blankMarks.has(plain) || blankMarks.has(text.trim())) return { kind: 'value', value: null, unit: null };
  const unitMatch = /^(.*?)(万元|元)$/u.exec(plain);
  const unit = kind === 'amount' && unitMatch !== null ? (unitMatch[2] as AmountUnit) : null;
  const number = unit === null ? plain : (unitMatch?.[1] ?? '');
  const signed = number
    .replace(/^(?:\+|增加?)(?=\d)/u, '')
    .replace(/^(?:减少?|[负−–－])(?=\d)/u, '-')
    .replace(/^(-?\d{1,3})((?:,\d{3})+)(?=\.|$)/u, (_whole, head: string, groups: string) => head + groups.replaceAll(',', ''));
  const value = toValue(signed, kind);
  return value === undefined ? { kind: 'not-understood', text } : { kind: 'value', value, unit };
}

/** Spaces go, except between digits that are no groups of three: `11 11 367` is not one number. */
function withoutSpaces(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^(\D*\d{1,3})((?: \d{3})+)(?!\d)/u, (_whole, head: string, groups: string) => head + groups.replaceAll(' ', ''))
    .replace(/(?<!\d) | (?!\d)/gu, '');
}

function toValue(text: string, kind: ValueKind): CellValue | undefined {
  if (!isDecimalText(text)) return undefined;
  if (kind === 'amount' && !/^-?\d+$/u.test(text)) return text.replace(/^-(?=[0.]*$)/u, '').replace(/^(-?)0+(?=\d)/u, '$1');
  if (!isWhole(text)) return undefined;
  const whole = Number(text.replace(/\..*$/u, ''));
  return whole === 0 ? 0 : whole;
}

/** The text of a workbook's cell: figures exactly as they are stored, in the printed form where that says the same. */
import type { CellObject } from 'xlsx';

/** Beyond these digits a stored figure is an error of binary fractions, which spreadsheet programs do not show either. */
const digits = 15;

/** Null for a formula whose result was not stored. */
export function textOfCell(cell: CellObject): string | null {
  if (cell.t === 'z') return cell.f === undefined ? '' : null;
  if (cell.v === undefined) {
    if (cell.f !== undefined) return null;
    return cell.t === 'e' ? (cell.w ?? '') : '';
  }
  if (typeof cell.v === 'number' && cell.t === 'n') return textOfNumber(cell.v, cell.w);
  if (cell.t === 'e') return cell.w ?? String(cell.v);
  return typeof cell.v === 'string' ? cell.v : (cell.w ?? String(cell.v));
}

/** @param shown as it is printed, where that is known */
export function textOfNumber(value: number, shown: string | undefined): string {
  const stored = plainDecimal(value);
  const printed = (shown ?? '').replaceAll(',', '').trim();
  // 866534.00 is printed with its noughts; 12.3 that is printed as 12 is still 12.3
  return /^-?\d+(?:\.\d+)?$/u.test(printed) && Number(printed) === Number(stored) ? printed : stored;
}

function plainDecimal(value: number): string {
  const rounded = Number(value.toPrecision(digits));
  const text = String(rounded);
  return /e/u.test(text) ? rounded.toFixed(6).replace(/\.?0+$/u, '') : text;
}

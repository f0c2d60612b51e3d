/** A cell's value as it is printed: thousands separators, and a sign on every change (本年增/减 `+76`, `−43`). */
import { compareExact, formatExact, type CellValue } from '../lib/exact.ts';
import type { ValueKind } from './edition.ts';

/** Blank is the empty text. */
export function formatCell(kind: ValueKind, value: CellValue): string {
  const text = formatExact(value);
  return kind === 'change' && value !== null && compareExact(value, 0) > 0 ? `+${text}` : text;
}

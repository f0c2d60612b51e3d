/** The looks of our workbooks: what is to be filled in is pale yellow, what is computed is grey. */
import type { CellValue } from '../lib/exact.ts';
import type { ValueKind } from '../form/edition.ts';
import type { CellLook } from './workbook-plan.ts';

const plain: CellLook = {
  size: 11,
  bold: false,
  face: 'text',
  colour: null,
  fill: null,
  border: false,
  align: 'left',
  wrap: true,
  shrink: false,
  format: null,
  unlocked: false,
};

const framed: CellLook = { ...plain, border: true, align: 'center' };

/** Amounts keep the general format: `#,##0.######` would print a lone point behind whole ones. */
const formats: Readonly<Record<ValueKind, string | null>> = { count: '#,##0', change: '+#,##0;-#,##0;0', amount: null };

export const looks = {
  plain,
  title: { ...plain, size: 16, bold: true, face: 'heading', align: 'center' },
  subtitle: { ...plain, size: 10, align: 'center', colour: '595959' },
  heading: { ...plain, bold: true, face: 'heading' },
  small: { ...plain, size: 10, colour: '595959' },
  label: { ...framed, size: 10, fill: 'F2F4F7' },
  rowLabel: { ...framed, size: 10, fill: 'F2F4F7', align: 'left' },
  listed: { ...framed, align: 'left' },
  text: { ...framed, align: 'left', fill: 'FFFBE6', unlocked: true },
  choice: { ...framed, fill: 'FFFBE6', unlocked: true },
  check: { ...framed, size: 10, wrap: false, shrink: true, format: '"差 "General;"差 -"General;"√"' },
  missing: { ...framed, size: 10, wrap: false, format: '"缺 "0" 格";;"√"' },
  counted: { ...framed, format: '0' },
  progress: { ...framed, format: '"有 "0" 处";;"√"' },
  prose: { ...plain, size: 12 },
  closing: { ...plain, size: 12, align: 'right' },
  proseHeading: { ...plain, size: 14, bold: true, face: 'heading' },
  data: { ...framed, size: 10, align: 'left', wrap: false },
  dataValue: { ...framed, size: 10, align: 'right', wrap: false },
  meta: { ...plain, size: 10, wrap: false, format: '@' },
} as const satisfies Record<string, CellLook>;

/** A number format with the noughts that the value is written with (866534.00), or null where the general one shows them all. */
export function formatOf(value: CellValue, separator: '' | '#,##' = ''): string | null {
  const places = /\.(\d+)$/u.exec(String(value ?? ''))?.[1]?.length ?? 0;
  if (places === 0) return null;
  return `${separator}0.${'0'.repeat(places)}`;
}

/** A figure's cell: to be filled in, computed, or only shown. */
export function figureLook(kind: ValueKind, role: 'input' | 'computed' | 'shown'): CellLook {
  const look = { ...framed, wrap: false, shrink: true, format: formats[kind] };
  if (role === 'input') return { ...look, fill: 'FFFBE6', unlocked: true };
  return role === 'computed' ? { ...look, fill: 'E8EBEF', bold: true } : look;
}

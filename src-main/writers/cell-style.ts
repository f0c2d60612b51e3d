/** The look of a planned cell in the words of the workbook library. */
import type { Cell } from 'hucre/xlsx';
import type { CellLook } from '#core/documents/workbook-plan.ts';

type Style = NonNullable<Cell['style']>;

const faces: Readonly<Record<CellLook['face'], string>> = { heading: '黑体', text: '宋体' };
/** GB2312: older programs choose a Chinese face by it where the named one is missing. */
const charset = 134;
const side = { style: 'thin', color: { rgb: '7F7F7F' } } as const;
const known = new WeakMap<CellLook, Style>();

export function cellStyle(look: CellLook): Style {
  const before = known.get(look);
  if (before !== undefined) return before;
  const { size, bold, face, colour, fill, border, align, wrap, shrink, format, unlocked } = look;
  const style: Style = {
    font: { name: faces[face], size, charset, ...(bold ? { bold } : {}), ...(colour === null ? {} : { color: { rgb: colour } }) },
    alignment: { horizontal: align, vertical: 'center', ...(wrap ? { wrapText: true } : {}), ...(shrink ? { shrinkToFit: true } : {}) },
    protection: { locked: !unlocked },
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(border ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    ...(format === null ? {} : { numFmt: format }),
  };
  known.set(look, style);
  return style;
}

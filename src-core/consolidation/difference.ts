/** left − right, exact; a blank is nothing, and two blanks make a blank. */
import { sumExact, type CellValue } from '../lib/exact.ts';

export function differenceOf(left: CellValue, right: CellValue): CellValue {
  return sumExact([
    { coefficient: 1, value: left },
    { coefficient: -1, value: right },
  ]);
}

/** Addresses of cells as workbooks write them, and the fewest ranges that hold a set of cells. */
import type { Area, Place } from './workbook-plan.ts';

/** A cell of a sheet. */
export type SheetPlace = Place & { readonly sheet: string };

/** `A`, `Z`, `AA` …; columns count from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** `D6` for row 5, column 3. */
export function cellAddress({ row, column }: Place): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** `表三!D6`. */
export function fullAddress(place: SheetPlace): string {
  return `${place.sheet}!${cellAddress(place)}`;
}

export function areaAddress(area: Area): string {
  const { row, column, rowSpan, colSpan } = area;
  if (rowSpan === 1 && colSpan === 1) return cellAddress(area);
  return `${cellAddress(area)}:${cellAddress({ row: row + rowSpan - 1, column: column + colSpan - 1 })}`;
}

/** Rectangles that hold exactly these places: runs along the rows, runs of the same columns joined downwards. */
export function areasOf(places: readonly Place[]): readonly Area[] {
  const sorted = [...places].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.row === row && last.column + last.colSpan === column) runs[runs.length - 1] = { ...last, colSpan: last.colSpan + 1 };
    else runs.push({ row, column, rowSpan: 1, colSpan: 1 });
  }
  const areas: Area[] = [];
  for (const run of runs) {
    const above = areas.findIndex(
      (area) => area.column === run.column && area.colSpan === run.colSpan && area.row + area.rowSpan === run.row,
    );
    const found = areas[above];
    if (found === undefined) areas.push(run);
    else areas[above] = { ...found, rowSpan: found.rowSpan + 1 };
  }
  return areas;
}

/** The ranges of places of one sheet, as validations name them: `D6:I7 D9`. */
export function rangesText(places: readonly Place[]): string {
  return areasOf(places).map(areaAddress).join(' ');
}

/** The same as arguments of a function, seen from sheet `from`: `D6:I7`, `上年数据表三!D9`. */
export function argumentList(places: readonly SheetPlace[], from: string): readonly string[] {
  const sheets = [...new Set(places.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const areas = areasOf(places.filter((place) => place.sheet === sheet)).map(areaAddress);
    return sheet === from ? areas : areas.map((area) => `${sheet}!${area}`);
  });
}

export function argumentsText(places: readonly SheetPlace[], from: string): string {
  return argumentList(places, from).join(',');
}

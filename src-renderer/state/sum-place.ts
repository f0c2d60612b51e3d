/** What is to be shown when the subordinate units open next: the sum, and perhaps where a figure of it comes from. */
import type { CellKey } from '#core/form/cell-key.ts';

let asked: { readonly cell: CellKey | null } | null = null;

export const sumPlace = {
  ask(cell: CellKey | null): void {
    asked = { cell };
  },
  /** Once; null where nobody asked, and the list of units opens. */
  take(): { readonly cell: CellKey | null } | null {
    const place = asked;
    asked = null;
    return place;
  },
};

/** Sentences with bound figures, put together from pieces; a piece whose figure is blank is left out. */
import { compareExact, type CellValue } from '../lib/exact.ts';
import { fillPlaces } from '../lib/bilingual.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Inline } from '../narrative/narrative.ts';

/** Words and figures of one clause; null where there is nothing to say. */
export type Clause = readonly Inline[] | null;

/** @param template words with `{figure}` at the place of the figure. Null where the cell is blank. */
export function figureClause(
  cells: Cells,
  cell: CellKey,
  template: string,
  places: Readonly<Record<string, string | number>> = {},
): Clause {
  if (valueAt(cells, cell) === null) return null;
  const [before = '', after = ''] = template.split('{figure}');
  return [...words(fillPlaces(before, places)), { kind: 'figure', cell }, ...words(fillPlaces(after, places))];
}

/** The clauses that say something with `separator` between them; null where none does. */
export function joinClauses(clauses: readonly Clause[], separator: string): Clause {
  const said = clauses.filter((clause) => clause !== null);
  return said.length === 0 ? null : said.flatMap((clause, at) => (at === 0 ? clause : [...words(separator), ...clause]));
}

/** With words before it; null stays null. */
export function introduced(before: string, clause: Clause): Clause {
  return clause === null ? null : [...words(before), ...clause];
}

export function isZero(value: CellValue): boolean {
  return value !== null && compareExact(value, 0) === 0;
}

/** Neighbouring words become one piece, as the editor keeps them. */
export function tidy(content: readonly Inline[]): readonly Inline[] {
  return content.reduce<readonly Inline[]>((all, part) => {
    const last = all.at(-1);
    if (part.kind !== 'text' || last?.kind !== 'text') return [...all, part];
    return [...all.slice(0, -1), { kind: 'text', text: last.text + part.text }];
  }, []);
}

function words(text: string): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

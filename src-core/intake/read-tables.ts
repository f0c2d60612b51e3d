/** Reads all tables of a text together: what blanks mean in one of them tells what they mean in the others. */
import type { CellValue } from '../lib/exact.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { settleRuns } from './habits.ts';
import { proseOf } from './lines.ts';
import { matchLabels } from './match-labels.ts';
import type { FoundSection } from './outline.ts';
import { printTable } from './printed-table.ts';
import { readPage, type Page } from './read-page.ts';
import type { IntakeNote, NotUnderstood } from './report.ts';
import { findRuns } from './runs.ts';
import { settlePage } from './settle-page.ts';
import { tokenise } from './tokens.ts';
import { partGlued } from './unglue.ts';

export type ReadTables = {
  readonly values: ReadonlyMap<CellKey, CellValue>;
  readonly cellUnits: Readonly<Record<CellKey, AmountUnit>>;
  readonly cellNotes: Readonly<Record<CellKey, string>>;
  readonly tableNotes: Readonly<Record<string, string>>;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly notes: readonly IntakeNote[];
  /** Rows whose label stands in the text, whether or not their values were understood. */
  readonly rowsFound: number;
};

/** No table has more lines; what stands below them is reported and not looked at, so that a hostile text costs no time. */
const mostLines = 20_000;

/** @param sections those of the outline that are tables of the form */
export function readTables(edition: LoadedEdition, sections: readonly FoundSection[]): ReadTables {
  const { form } = edition;
  const pages = sections.flatMap((section): Page[] => {
    const table = form.edition.tables.find((each) => each.id === section.plan.id);
    if (table === undefined) return [];
    const printed = printTable(form, table);
    const sheet = partGlued(tokenise(section.lines.slice(0, mostLines)), printed);
    const matches = matchLabels(sheet.tokens, printed.labels);
    return [{ printed, sheet, matches, runs: findRuns(printed, sheet.tokens, matches) }];
  });
  const runs = pages.flatMap((page) => page.runs);
  const marked = pages.filter((page) => page.sheet.marked).length * 2 > pages.length;
  const byReading = settleRuns(runs, marked);
  const read = pages.map((each) => {
    const { page, settled, notes } = settlePage(edition, each, byReading);
    const found = readPage(page, settled);
    return { ...found, id: page.printed.table.id, notes: [...found.notes, ...notes] };
  });
  return {
    values: new Map(read.flatMap((page) => [...page.values])),
    cellUnits: Object.fromEntries(read.flatMap((page) => [...page.cellUnits])),
    cellNotes: Object.fromEntries(read.flatMap((page) => [...page.cellNotes])),
    tableNotes: Object.fromEntries(read.flatMap((page) => (page.tableNote === null ? [] : [[page.id, page.tableNote]]))),
    notUnderstood: [...read.flatMap((page) => page.notUnderstood), ...sections.flatMap(linesBelow)],
    notes: read.flatMap((page) => page.notes),
    rowsFound: runs.length,
  };
}

function linesBelow({ plan, lines }: FoundSection): readonly NotUnderstood[] {
  const below = lines.slice(mostLines).filter((line) => proseOf(line) !== '');
  const [first] = below;
  if (first === undefined) return [];
  return [{ place: plan.heading, line: first.number, text: `${proseOf(first)} … (${String(below.length)})` }];
}

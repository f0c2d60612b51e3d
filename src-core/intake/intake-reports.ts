/** A file may hold the reports of several units or years: they are told apart, and only the one asked for is read. */
import { fail, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { FormEdition } from '../form/edition.ts';
import { intakeLines, type Intake, type IntakeOrder } from './intake-lines.ts';
import { countTables } from './label-counts.ts';
import { labelKey } from './label-key.ts';
import type { Line } from './lines.ts';
import type { IntakeNote } from './report.ts';
import { readTitle, titleLines, type Title } from './title.ts';

/** The lines of a sheet (by its name) or of a whole file (whose name is empty). */
export type NamedLines = { readonly name: string; readonly lines: readonly Line[] };

/** One report in a file; `names` are those of its sheets. */
export type FoundReport = {
  readonly names: readonly string[];
  readonly lines: readonly Line[];
  readonly title: Title | null;
  /** False where nobody can say which lines are its own. */
  readonly isApart: boolean;
};

/** Twenty times what the longest report has; looking through more would only take time. */
const mostLines = 50_000;

/** As `intakeLines`; further `intake/several-reports` where it is not clear which of several reports is meant,
 * `intake/too-large` beyond so many lines. */
export function intakeReports(parts: readonly NamedLines[], order: IntakeOrder, known: readonly IntakeNote[] = []): Outcome<Intake> {
  const count = parts.reduce((sum, part) => sum + part.lines.length, 0);
  if (count > mostLines) {
    return fail(problem('intake/too-large', { fileName: order.fileName, reason: 'text-lines', found: count, limit: mostLines }));
  }
  const groups = groupsIn(parts, order.edition.form.edition);
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return intakeLines(linesOf(only, parts), order, known);
  const reports = groups.map((group) => describe(group, parts));
  const [meant, ...others] = chosenOf(reports, order);
  if (meant === undefined || others.length > 0) return fail(severalReports(reports, order.fileName));
  const note: IntakeNote = { code: 'one-of-several', place: '', text: nameOf(meant), expected: String(reports.length) };
  return intakeLines(meant.lines, order, [...known, note]);
}

export function severalReports(reports: readonly FoundReport[], fileName: string) {
  return problem('intake/several-reports', { fileName, count: reports.length, names: reports.map(nameOf).join('；') });
}

/** The reports of a file in their order; a file without any table is one. */
export function reportsIn(parts: readonly NamedLines[], edition: FormEdition): readonly FoundReport[] {
  return groupsIn(parts, edition).map((group) => describe(group, parts));
}

/** What belongs to one report. */
type Group = { readonly names: string[]; readonly pieces: NamedLines[]; readonly tables: Set<string>; readonly isApart: boolean };

function groupsIn(parts: readonly NamedLines[], edition: FormEdition): readonly Group[] {
  const pieces = parts.flatMap((part) => piecesOf(part, edition));
  const groups: Group[] = [];
  for (const { tables, isApart, ...piece } of pieces) {
    const last = groups.at(-1);
    const isNext = last === undefined || [...tables].some((id) => last.tables.has(id));
    if (isNext) groups.push({ names: [piece.name], pieces: [piece], tables: new Set(tables), isApart });
    else {
      if (!last.names.includes(piece.name)) last.names.push(piece.name);
      last.pieces.push(piece);
      for (const id of tables) last.tables.add(id);
    }
  }
  return groups;
}

function describe(group: Group, parts: readonly NamedLines[]): FoundReport {
  const lines = linesOf(group, parts);
  return { names: group.names.filter((name) => name !== ''), lines, title: readTitle(lines), isApart: group.isApart };
}

type Piece = NamedLines & { readonly tables: ReadonlySet<string>; readonly isApart: boolean };

/** A part is cut at its titles where its tables come more than once; what stands above the first title belongs to it. */
function piecesOf(part: NamedLines, edition: FormEdition): readonly Piece[] {
  const whole = countTables(part.lines, edition);
  const once: Piece = { ...part, tables: new Set(whole.keys()), isApart: true };
  const times = Math.max(0, ...whole.values());
  if (times < 2) return [once];
  const starts = titleLines(part.lines).filter((start, index, all) => index === 0 || start > (all[index - 1] ?? 0) + 1);
  const cuts = starts.map((start, index) => part.lines.slice(index === 0 ? 0 : start, starts[index + 1] ?? part.lines.length));
  const pieces = cuts.map((lines): Piece => ({
    name: part.name,
    lines,
    tables: new Set(countTables(lines, edition).keys()),
    isApart: true,
  }));
  const full = pieces.filter((piece) => piece.tables.size > 0);
  // without titles nobody can say where one ends: both are named as they stand
  return full.length < 2 ? Array.from({ length: times }, () => ({ ...once, isApart: false })) : pieces;
}

/** Sheets count their lines each from 1; a report of several counts on. */
function linesOf({ pieces }: Group, parts: readonly NamedLines[]): readonly Line[] {
  const lines = pieces.flatMap((piece) => piece.lines);
  return parts.length === 1 ? lines : lines.map((line, index) => ({ ...line, number: index + 1 }));
}

function chosenOf(reports: readonly FoundReport[], { unit, reportYear }: IntakeOrder): readonly FoundReport[] {
  if (reports.some((report) => !report.isApart)) return [];
  const name = unitKey(unit.name);
  const isOfYear = ({ title, names }: FoundReport) => {
    const years = title?.year === null || title === null ? names.flatMap(yearsIn) : [title.year];
    return years.length === 0 || years.includes(reportYear);
  };
  const isOfUnit = ({ title, names }: FoundReport) => [title?.unitName ?? '', ...names].some((each) => unitKey(each) === name);
  return reports.filter((report) => isOfYear(report) && isOfUnit(report));
}

/** 「宿迁市」 and 「宿迁市人民政府」 are one, 「宿迁市人民政府办公室」 is another; years in the names of sheets are not part of them. */
export function unitKey(name: string): string {
  return labelKey(name.replace(/20\d{2}年?度?/gu, '')).replace(/人民政府$/u, '');
}

export function yearsIn(name: string): readonly number[] {
  return [...name.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].map((match) => Number(match[1]));
}

export function nameOf({ title, names, lines }: FoundReport): string {
  const where = names.length > 0 ? names.join('、') : `${String(lines[0]?.number ?? 1)}–${String(lines.at(-1)?.number ?? 1)}`;
  return title === null ? where : `${title.text}（${where}）`;
}

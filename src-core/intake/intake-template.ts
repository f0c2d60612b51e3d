/** Intake of the app's own Excel template: its hidden sheet says which cell of the form stands where, nothing is searched for. */
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { blankCells, computeTotal, type Cells } from '../form/edit-cells.ts';
import { amountUnits, type Form } from '../form/form.ts';
import { readTemplateMeta, type TemplateMeta } from '../form/template-meta.ts';
import { newFiling } from '../filing/new-filing.ts';
import { cellPlace } from './cell-label.ts';
import type { IntakeDocument } from './document/document.ts';
import type { Intake, IntakeOrder } from './intake-lines.ts';
import { labelKey } from './label-key.ts';
import { readValue } from './read-value.ts';
import type { IntakeNote, NotUnderstood } from './report.ts';
import { reportOn } from './report-on.ts';

/** What a document says of itself when it is such a template; null for any other. */
export function templateMetaOf(document: IntakeDocument): TemplateMeta | null {
  return document.template === null ? null : readTemplateMeta(document.template.entries);
}

/** `intake/other-year` and `edition/digest-mismatch` where the template is of another year, or was made with another edition. */
export function intakeTemplate(document: IntakeDocument, meta: TemplateMeta, order: IntakeOrder): Outcome<Intake> {
  const { edition, unit, reportYear, fileName } = order;
  if (meta.reportYear !== reportYear) return fail(problem('intake/other-year', { fileName, asked: reportYear, found: meta.reportYear }));
  if (meta.edition.id !== edition.id || meta.edition.digest !== edition.digest) {
    const [found, known] = [meta.edition.digest, edition.digest].map((digest) => digest.slice(0, 12));
    return fail(problem('edition/digest-mismatch', { file: fileName, edition: meta.edition.id, found: found ?? '', known: known ?? '' }));
  }
  const texts = textsByAddress(document);
  const textAt = (address: string) => texts.get(address) ?? '';
  const read = readCells(meta, edition.form, textAt);
  const units = meta.units.flatMap(({ address, cell }) => {
    const unitOf = amountUnits.find((each) => each === textAt(address).trim());
    return unitOf === undefined || read.values.get(cell) === null ? [] : [[cell, unitOf] as const];
  });
  const tableNotes = meta.notes.map(({ address, table }) => [table, textAt(address).trim()] as const).filter(([, note]) => note !== '');
  const cells = withSums({ ...blankCells(edition.form), ...Object.fromEntries(read.values) }, read, edition.form);
  const filing = {
    ...newFiling(unit, reportYear, edition),
    cells,
    cellUnits: Object.fromEntries(units),
    cellNotes: Object.fromEntries(read.cellNotes),
    tableNotes: Object.fromEntries(tableNotes),
  };
  const isOther = meta.unitCode !== unit.code && labelKey(meta.unitName) !== labelKey(unit.name);
  const notes: IntakeNote[] = isOther ? [{ code: 'other-unit', place: '', text: meta.unitName, expected: unit.name }] : [];
  const known = new Set(Object.keys(Object.fromEntries(read.values)).concat(read.withoutResult));
  return ok({ filing, report: { ...reportOn({ ...read, known }, cells, order), notes } });
}

type Read = {
  readonly values: ReadonlyMap<CellKey, CellValue>;
  readonly cellNotes: ReadonlyMap<CellKey, string>;
  readonly notUnderstood: readonly NotUnderstood[];
  /** Totals whose formulas no program has computed yet, or that are blank because nothing was entered. */
  readonly withoutResult: readonly CellKey[];
};

function readCells(meta: TemplateMeta, form: Form, textAt: (address: string) => string): Read {
  const values = new Map<CellKey, CellValue>();
  const cellNotes = new Map<CellKey, string>();
  const notUnderstood: NotUnderstood[] = [];
  const withoutResult: CellKey[] = [];
  for (const { address, cell: key } of meta.cells) {
    const cell = form.cellByKey.get(key);
    if (cell === undefined) continue;
    const text = textAt(address);
    const read = readValue(text, cell);
    if (cell.computed && (text === '' || text.startsWith('='))) withoutResult.push(key);
    else if (read === null) notUnderstood.push({ place: cellPlace(cell), line: lineOf(address), text, source: address });
    else {
      values.set(key, read.value);
      if (read.note !== null) cellNotes.set(key, read.note);
    }
  }
  return { values, cellNotes, notUnderstood, withoutResult };
}

function withSums(cells: Cells, { withoutResult }: Read, form: Form): Cells {
  const wanted = new Set<string>(withoutResult);
  return form.totals.reduce<Cells>(
    (all, total) => (wanted.has(total.target) ? { ...all, [total.target]: computeTotal(all, total) } : all),
    cells,
  );
}

function textsByAddress(document: IntakeDocument): ReadonlyMap<string, string> {
  const cells = document.parts.flatMap((part) =>
    part.blocks.flatMap((block) =>
      block.kind === 'grid' ? block.rows.flat().map((cell) => [`${part.name}!${cell.address ?? ''}`, cell.text] as const) : [],
    ),
  );
  return new Map(cells);
}

function lineOf(address: string): number {
  return Number(/\d+$/u.exec(address)?.[0] ?? 0);
}

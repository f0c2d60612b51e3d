/** What an intake would change in a filing, as a value: shown and chosen from before anything changes. */
import { sameValue, type CellValue } from '../../lib/exact.ts';
import type { CellKey } from '../../form/cell-key.ts';
import type { AmountUnit } from '../../form/edition.ts';
import { valueAt } from '../../form/edit-cells.ts';
import type { Form, FormCell } from '../../form/form.ts';
import type { Filing } from '../../filing/filing.ts';
import type { Block } from '../../narrative/narrative.ts';
import type { Intake } from '../intake-lines.ts';
import type { IntakeNote, IntakeReport, NotUnderstood } from '../report.ts';

/** The file that was read, or last year's report. */
export type IntakeSource = { readonly file: string; readonly sha256: string };

/** `conflict`: another value stands there already. A blank never replaces a value. */
export type PreviewKind = 'new' | 'same' | 'conflict';

export type PreviewCell = {
  readonly cell: CellKey;
  readonly kind: PreviewKind;
  readonly from: CellValue;
  readonly to: CellValue;
  readonly unit: AmountUnit | null;
  readonly note: string | null;
};

export type PreviewTable = {
  readonly table: string;
  /** Cells for which the source has a value, in the form's order. */
  readonly cells: readonly PreviewCell[];
  /** Cells that the source leaves blank although a value stands in the filing: it stays. */
  readonly kept: readonly CellKey[];
  readonly notFound: readonly CellKey[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly statedTotals: IntakeReport['statedTotals'];
  readonly notes: readonly IntakeNote[];
  readonly tableNote: string | null;
};

export type PreviewSection = { readonly section: string; readonly blocks: readonly Block[]; readonly isNew: boolean };

export type IntakePreview = {
  readonly source: IntakeSource;
  readonly tables: readonly PreviewTable[];
  /** Prose that differs from the filing's. */
  readonly sections: readonly PreviewSection[];
  /** On the file as a whole. */
  readonly notes: readonly IntakeNote[];
};

export function previewIntake(form: Form, filing: Filing, { filing: read, report }: Intake, source: IntakeSource): IntakePreview {
  const isOf = (heading: string) => (place: string) => place.startsWith(heading);
  const headings = form.edition.tables.map((table) => table.heading);
  return {
    source,
    tables: form.edition.tables.map((table): PreviewTable => {
      const own = form.cellsByTable.get(table.id) ?? [];
      const keys = new Set<string>(own.map((cell) => cell.key));
      const notFound = report.notFound.flatMap(({ cell }) => (keys.has(cell) ? [cell] : []));
      const missing = new Set<string>(notFound);
      return {
        table: table.id,
        cells: own.flatMap((cell) => previewCell(cell, filing, read)),
        kept: own.flatMap(({ key }) =>
          valueAt(read.cells, key) === null && valueAt(filing.cells, key) !== null && !missing.has(key) ? [key] : [],
        ),
        notFound,
        notUnderstood: report.notUnderstood.filter((each) => isOf(table.heading)(each.place)),
        statedTotals: report.statedTotals.filter((each) => keys.has(each.cell)),
        notes: report.notes.filter((note) => isOf(table.heading)(note.place)),
        tableNote: read.tableNotes[table.id] ?? null,
      };
    }),
    sections: Object.entries(read.narrative).flatMap(([section, blocks]) => previewSection(section, blocks, filing)),
    notes: report.notes.filter((note) => !headings.some((heading) => isOf(heading)(note.place))),
  };
}

function previewCell({ key }: FormCell, filing: Filing, read: Filing): readonly PreviewCell[] {
  const [from, to] = [valueAt(filing.cells, key), valueAt(read.cells, key)];
  if (to === null) return [];
  const unit = read.cellUnits[key] ?? null;
  const isSame = sameValue(from, to) && (unit === null || unit === filing.cellUnits[key]);
  const kind = isSame ? 'same' : from === null ? 'new' : 'conflict';
  return [{ cell: key, kind, from, to, unit, note: read.cellNotes[key] ?? null }];
}

function previewSection(section: string, blocks: readonly Block[], { narrative }: Filing): readonly PreviewSection[] {
  const present = narrative[section] ?? [];
  if (blocks.length === 0 || JSON.stringify(present) === JSON.stringify(blocks)) return [];
  return [{ section, blocks, isNew: present.length === 0 }];
}

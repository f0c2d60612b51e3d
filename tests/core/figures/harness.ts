/** What the tests of prose against tables share: the rules of both editions, reports in tables, and sentences. */
import type { CellValue } from '#core/lib/exact.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { blankCells, type Cells } from '#core/form/edit-cells.ts';
import type { Form } from '#core/form/form.ts';
import { checkNarrative } from '#core/figures/check-narrative.ts';
import { readFigures, type NarrativeOrder } from '#core/figures/read-figures.ts';
import type { Reading } from '#core/figures/reading.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { Finding, Quotation } from '#core/rules/finding.ts';
import type { NarrativeFigureRule } from '#core/rules/narrative-figure-rule.ts';
import { shippedEdition, type EditionId } from '../../fixtures/editions.ts';

const editions = { '2019': shippedEdition('2019'), '2021': shippedEdition('2021') };
const narrativeRules = (edition: EditionId) => editions[edition].book.rules.filter((rule) => rule.kind === 'narrativeFigure');
const books = { '2019': narrativeRules('2019'), '2021': narrativeRules('2021') };
const forms = { '2019': editions['2019'].form, '2021': editions['2021'].form };

/** The rules about figures in the prose; the same list each time. */
export function rulesOf(edition: EditionId): readonly NarrativeFigureRule[] {
  return books[edition];
}

export function formOf(edition: EditionId): Form {
  return forms[edition];
}

/** Cells by `row.column` (the total column when only the row is given), with every other cell 0. */
export type Figures = Readonly<Record<string, CellValue>>;

export function cellsWith(edition: EditionId, figures: Figures): Cells {
  const form = forms[edition];
  const cells: Record<CellKey, CellValue> = Object.fromEntries(form.cells.map(({ key }) => [key, 0]));
  for (const [name, value] of Object.entries(figures)) {
    const found = form.cells.filter(({ key }) => key.endsWith(`.${name}`) || key.endsWith(`.${name}.total`));
    if (found.length !== 1 || found[0] === undefined) throw new Error(`${name} names ${String(found.length)} cells`);
    cells[found[0].key] = value;
  }
  return cells;
}

export type Told = Partial<NarrativeOrder> & { readonly edition?: EditionId };

/** A section 一 of one text, against figures of the tables. */
export function orderOf(text: string, figures: Figures, { edition = '2021', ...more }: Told = {}): NarrativeOrder {
  const narrative = { overview: narrativeFromText(text) };
  return { form: forms[edition], rules: books[edition], narrative, cells: cellsWith(edition, figures), ...more };
}

export function check(text: string, figures: Figures, told: Told = {}): readonly Finding[] {
  return checkNarrative(orderOf(text, figures, told));
}

export function read(text: string, figures: Figures, told: Told = {}): readonly Reading[] {
  return readFigures(orderOf(text, figures, told));
}

/** Readings as short texts: `P-1 2,864 agrees`. */
export function shown(readings: readonly Reading[]): readonly string[] {
  return readings.map(({ rule, figure, verdict }) => `${rule.code} ${figure} ${verdict}`);
}

export function blank(edition: EditionId): Cells {
  return blankCells(forms[edition]);
}

/** The words of the prose that the finding is about. */
export function quotationOf({ code, quotation }: Finding): Quotation {
  if (quotation === null) throw new Error(`${code} quotes nothing`);
  return quotation;
}

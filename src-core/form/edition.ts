/** A form edition: the statutory tables of one 国办 notice as data, with their exact labels and paper layout. */
import type { Bilingual } from '../lib/bilingual.ts';

/** `count`: a whole number of things. `change`: a signed whole number. `amount`: an exact decimal of money. */
export type ValueKind = 'count' | 'change' | 'amount';

export type AmountUnit = '元' | '万元';

export type FormColumn = {
  readonly id: string;
  readonly label: string;
  readonly en: string;
  readonly value: ValueKind;
  /** For amounts: the printed unit, or null where the form leaves it open and the filing keeps it. */
  readonly unit?: AmountUnit | null;
};

/** What a row counts, as help for filling it in: never the words of a law, but with the article they stand on. */
export type Guidance = Bilingual & { readonly basis?: string };

export type FormRow = {
  readonly id: string;
  /** The official labels from the outermost heading to the row itself. */
  readonly path: readonly string[];
  /** Short names for messages. */
  readonly short: string;
  readonly en: string;
  readonly guidance?: Guidance;
  readonly columns: readonly string[];
};

export type LayoutLabel = { readonly text: string; readonly colSpan: number; readonly rowSpan: number };
export type LayoutValue = { readonly row: string; readonly column: string; readonly colSpan: number };
/** One line of the printed table: labels first, then value cells. */
export type LayoutLine = {
  readonly kind: 'heading' | 'header' | 'data';
  readonly labels: readonly LayoutLabel[];
  readonly values: readonly LayoutValue[];
};

/** Computed cells: the target is the sum of the terms, once for every row or column of `over`. */
export type TotalDefinition = {
  readonly over: 'rows' | 'columns';
  readonly target: string;
  readonly terms: readonly string[];
  /** The rows or columns it is computed for. */
  readonly of: readonly string[];
};

export type FormTable = {
  readonly id: string;
  /** 二, 三, 四 as printed. */
  readonly number: string;
  readonly heading: string;
  readonly short: string;
  readonly en: string;
  /** Relative widths of the printed columns. */
  readonly widths: readonly number[];
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
  readonly layout: readonly LayoutLine[];
  readonly totals: readonly TotalDefinition[];
};

export type NarrativeSectionDefinition = {
  readonly id: string;
  readonly number: string;
  readonly heading: string;
  readonly en: string;
  /** Sub-topics that the notice expects, in order. */
  readonly topics: readonly string[];
};

export type FormEdition = {
  readonly format: 'nianbao.edition/1';
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly reportYears: { readonly from: number; readonly to: number | null };
  readonly preamble: { readonly id: string; readonly zh: string; readonly en: string };
  /** The printed order of narrative sections and tables, by id. */
  readonly order: readonly string[];
  readonly sections: readonly NarrativeSectionDefinition[];
  readonly tables: readonly FormTable[];
};

/** A finding is data about a filing: which rule, which cells, and the arithmetic that shows it. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Severity } from './rule-base.ts';
import type { AcrossUnitsRule, Relation, Rule } from './rule.ts';

export type Operand = {
  readonly cell: CellKey;
  readonly label: Bilingual;
  readonly coefficient: number;
  readonly value: CellValue;
  readonly isPrior: boolean;
};

/** A cell that is likely to be the cause, with the value that would mend it. */
export type Suspect = { readonly cell: CellKey; readonly value: CellValue };

/** The words of the prose that a finding is about. `start` and `end` are places in the plain text of the block. */
export type Quotation = {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** The sentence, and around the words at most 120 characters of a long one. */
  readonly sentence: string;
  /** The words themselves: `2,864`, `未收到…申请`. */
  readonly words: string;
  /** The other sentence of the prose that it contradicts, where there is one. */
  readonly against?: string;
};

export type Finding = {
  readonly code: string;
  readonly kind: (Rule | AcrossUnitsRule)['kind'];
  readonly severity: Severity;
  readonly clause: string;
  /** The table that is concerned, null for findings about the prose alone. */
  readonly table: string | null;
  /** The section of the narrative that is concerned, null for findings about the tables alone and about the title. */
  readonly section: string | null;
  /** Without a section the words are the title's. */
  readonly quotation: Quotation | null;
  /** All cells of this year that take part, in the order of the rule. */
  readonly cells: readonly CellKey[];
  readonly relation: Relation | null;
  readonly leftOperands: readonly Operand[];
  readonly rightOperands: readonly Operand[];
  /** Both sides and left − right, for rules that compare; otherwise null. */
  readonly left: CellValue;
  readonly right: CellValue;
  readonly difference: CellValue;
  readonly message: Bilingual;
  readonly suspects: readonly Suspect[];
};

/**
 * Names a finding from one validation to the next: the rule with its cells, not their values; in prose also the sentence,
 * wherever it has moved to. Where the prose contradicts itself both figures as well: a sentence may hold two lists whose
 * wholes are the same number.
 */
export function findingId({ code, kind, table, section, cells, quotation, left, right }: FindingName): string {
  const figures = kind === 'narrativeFigure' && cells.length === 0 ? [left, right] : [];
  const place = [table, section, quotation?.sentence, quotation?.words, ...figures].filter((each) => each !== null && each !== undefined);
  return [code, kind, ...place, ...(kind === 'required' ? [] : cells)].join(' ');
}

type FindingName = Pick<Finding, 'code' | 'kind' | 'table' | 'section' | 'cells' | 'quotation' | 'left' | 'right'>;

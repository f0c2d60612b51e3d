/** A finding is data about a filing: which rule, which cells, and the arithmetic that shows it. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Relation, Rule, Severity } from './rule.ts';

export type Operand = {
  readonly cell: CellKey;
  readonly label: Bilingual;
  readonly coefficient: number;
  readonly value: CellValue;
  readonly isPrior: boolean;
};

/** A cell that is likely to be the cause, with the value that would mend it. */
export type Suspect = { readonly cell: CellKey; readonly value: CellValue };

export type Finding = {
  readonly code: string;
  readonly kind: Rule['kind'];
  readonly severity: Severity;
  readonly clause: string;
  readonly table: string;
  /** All cells that take part, in the order of the rule. */
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

/** Names a finding from one validation to the next: the rule and its cells, not their values. */
export function findingId(finding: Pick<Finding, 'code' | 'kind' | 'table' | 'cells'>): string {
  const cells = finding.kind === 'required' ? [] : finding.cells;
  return [finding.code, finding.kind, finding.table, ...cells].join(' ');
}

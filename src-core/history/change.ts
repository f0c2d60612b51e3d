/** What an edit changes of a filing: a closed list of typed differences, each with what stood there and what stands there now. */
import type { CellValue } from '../lib/exact.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Attachment } from '../filing/attachment.ts';
import type { Filing, People, ReportingUnit, Revision } from '../filing/filing.ts';
import type { Justification } from '../filing/justification.ts';
import type { Block } from '../narrative/narrative.ts';

export type Role = keyof People;

/** From one value to another; null is none, or blank. */
type FromTo<T> = { readonly from: T; readonly to: T };

export type FilingChange =
  | ({ readonly kind: 'cell'; readonly cell: CellKey } & FromTo<CellValue>)
  | ({ readonly kind: 'cell-unit'; readonly cell: CellKey } & FromTo<AmountUnit | null>)
  /** Typed text that is no value of its cell. */
  | ({ readonly kind: 'pending'; readonly cell: CellKey } & FromTo<string | null>)
  | ({ readonly kind: 'cell-note'; readonly cell: CellKey } & FromTo<string | null>)
  | ({ readonly kind: 'table-note'; readonly table: string } & FromTo<string | null>)
  /** A section of the narrative as a whole, where there was none before or is none now. */
  | ({ readonly kind: 'section'; readonly section: string } & FromTo<readonly Block[] | null>)
  /** Some blocks of a section, from the block number `at` on (0 is the first), are replaced by others. */
  | ({ readonly kind: 'blocks'; readonly section: string; readonly at: number } & FromTo<readonly Block[]>)
  | Wording
  /** The explanation number `at` is another: `from` null adds one there, `to` null takes it away. */
  | ({ readonly kind: 'justification'; readonly at: number } & FromTo<Justification | null>)
  | ({ readonly kind: 'person'; readonly role: Role } & FromTo<string | null>)
  | ({ readonly kind: 'attachment'; readonly name: string } & FromTo<Attachment | null>)
  | ({ readonly kind: 'title' } & FromTo<string>)
  | ({ readonly kind: 'unit' } & FromTo<ReportingUnit>)
  | ({ readonly kind: 'report-year' } & FromTo<number>)
  | ({ readonly kind: 'revision' } & FromTo<Revision>)
  | ({ readonly kind: 'edition' } & FromTo<Filing['edition']>);

/** Words within one run of text of a paragraph or heading, so that the journal of somebody who writes grows with what is written. */
export type Wording = {
  readonly kind: 'wording';
  readonly section: string;
  /** The number of the block; 0 is the first. */
  readonly block: number;
  /** The number of the run of text among the runs and bound figures of the block. */
  readonly run: number;
  /** Where `from` begins in the run's text, in UTF-16 code units. */
  readonly at: number;
  /** A few characters that stand before and after, to recognise the place by. */
  readonly before: string;
  readonly after: string;
} & FromTo<string>;

export type ChangeKind = FilingChange['kind'];

/** Kept by the app itself, not by the user: undo leaves them, because every edit sets them as the moment asks for. */
const ownKinds: readonly ChangeKind[] = ['revision', 'edition'];

/** True for a change that a user made, and may want to take back. */
export function isByUser(change: FilingChange): boolean {
  return !ownKinds.includes(change.kind);
}

/** The changes that lead back, in the order in which they do. */
export function invert(changes: readonly FilingChange[]): readonly FilingChange[] {
  // Both sides are of one type, which the compiler cannot see across the kinds.
  return changes.toReversed().map((change) => ({ ...change, from: change.to, to: change.from }) as FilingChange);
}

/** What a change is about: a cell, a section, a table, a role, or the member of the filing itself. */
export function placeOf(change: FilingChange): string {
  if ('cell' in change) return change.cell;
  if ('section' in change) return change.section;
  if ('table' in change) return change.table;
  if ('name' in change) return change.name;
  return 'role' in change ? change.role : change.kind;
}

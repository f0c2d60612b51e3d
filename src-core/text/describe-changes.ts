/** The changes of a step in words: what each is about, what stood there, and what stands there now. */
import { assertNever } from '../lib/assert-never.ts';
import { fillPlaces, type Bilingual } from '../lib/bilingual.ts';
import type { CellValue } from '../lib/exact.ts';
import type { Attachment } from '../filing/attachment.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Form } from '../form/form.ts';
import { formatCell } from '../form/format-cell.ts';
import { cellLabel as labelInSentence } from '../rules/labels.ts';
import { isByUser, placeOf, type FilingChange, type Role } from '../history/change.ts';
import { mergeChanges } from '../history/merge-changes.ts';
import type { Block } from '../narrative/narrative.ts';
import { plainText } from '../narrative/narrative-text.ts';
import { historyWords } from './screens/history.ts';
import { reportWords } from './screens/report.ts';

export type ChangeLine = { readonly label: Bilingual; readonly from: Bilingual; readonly to: Bilingual };

/** What fits in a line of the list. */
const longestText = 120;

/** One line for each thing that is different in the end. Totals that only follow their parts are left out. */
export function describeChanges(form: Form, changes: readonly FilingChange[]): readonly ChangeLine[] {
  const merged = mergeChanges(changes.filter(isByUser));
  const isFollowing = (each: FilingChange) => each.kind === 'cell' && form.cellByKey.get(each.cell)?.computed === true;
  const entered = merged.filter((each) => !isFollowing(each));
  return describeEach(form, entered.length > 0 ? entered : merged);
}

/** The lines about one cell, its unit and notes on it; totals too. */
export function describeCellChanges(form: Form, changes: readonly FilingChange[], cell: CellKey): readonly ChangeLine[] {
  return describeEach(
    form,
    mergeChanges(changes).filter((each) => placeOf(each) === cell),
  );
}

function describeEach(form: Form, changes: readonly FilingChange[]): readonly ChangeLine[] {
  const pending = new Map(changes.flatMap((each) => (each.kind === 'pending' ? [[each.cell, each] as const] : [])));
  const withValue = new Set(changes.flatMap((each) => (each.kind === 'cell' ? [each.cell] : [])));
  return changes.flatMap((change): readonly ChangeLine[] => {
    switch (change.kind) {
      case 'cell': {
        const typed = pending.get(change.cell);
        const see = (value: CellValue, text: string | null | undefined) => shown(form, change.cell, value, text);
        return [{ label: cellLabel(form, change.cell), from: see(change.from, typed?.from), to: see(change.to, typed?.to) }];
      }
      case 'pending': {
        if (withValue.has(change.cell)) return [];
        const see = (text: string | null) => shown(form, change.cell, null, text);
        return [{ label: cellLabel(form, change.cell), from: see(change.from), to: see(change.to) }];
      }
      case 'cell-unit':
        return [line(about(historyWords.unitOf, cellLabel(form, change.cell)), change)];
      case 'cell-note':
        return [line(about(historyWords.noteOf, cellLabel(form, change.cell)), change)];
      case 'table-note':
        return [line(about(historyWords.noteOf, sectionLabel(form, change.table)), change)];
      case 'section':
      case 'blocks':
        return [line(sectionLabel(form, change.section), { from: prose(change.from), to: prose(change.to) })];
      case 'wording': {
        const inPlace = (text: string) => `…${change.before}${shorten(text)}${change.after}…`;
        return [line(sectionLabel(form, change.section), { from: inPlace(change.from), to: inPlace(change.to) })];
      }
      case 'justification': {
        const rule = (change.from ?? change.to)?.rule ?? '';
        const label = bilingual((language) => fillPlaces(historyWords.justificationOf[language], { rule }));
        return [line(label, { from: change.from?.text ?? null, to: change.to?.text ?? null })];
      }
      case 'person':
        return [line(roleLabel(change.role), change)];
      case 'attachment': {
        const label = bilingual((language) => fillPlaces(historyWords.attachment[language], { name: change.name }));
        return [line(label, { from: sizeOf(change.from), to: sizeOf(change.to) })];
      }
      case 'title':
        return [line(historyWords.title, change)];
      case 'unit':
        return [line(historyWords.unit, { from: change.from.name, to: change.to.name })];
      case 'report-year':
        return [line(historyWords.reportYear, { from: String(change.from), to: String(change.to) })];
      case 'revision':
      case 'edition':
        return [];
      default:
        return assertNever(change);
    }
  });
}

/** Two scans of one name are told apart by the beginning of their digests. */
function sizeOf(attachment: Attachment | null): string | null {
  return attachment === null ? null : `${String(attachment.size)} B · ${attachment.digest.slice(0, 8)}`;
}

/** What a reader saw in the cell: text that is no number stands in the place of the value. */
function shown(form: Form, cell: CellKey, value: CellValue, typed: string | null | undefined): Bilingual {
  if (typed !== null && typed !== undefined) return same(`“${shorten(typed)}”`);
  return value === null ? historyWords.blank : same(formatCell(form.cellByKey.get(cell)?.value ?? 'count', value));
}

function line(label: Bilingual, { from, to }: { readonly from: string | null; readonly to: string | null }): ChangeLine {
  const text = (value: string | null) => (value === null || value === '' ? historyWords.none : same(shorten(value)));
  return { label, from: text(from), to: text(to) };
}

/** A journal may tell of a cell of another edition: it goes by its key. */
function cellLabel(form: Form, key: CellKey): Bilingual {
  const cell = form.cellByKey.get(key);
  if (cell === undefined) return same(key);
  const { zh, en } = labelInSentence(cell);
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** A section or a table by its heading. */
function sectionLabel({ edition }: Form, id: string): Bilingual {
  if (id === edition.preamble.id) return edition.preamble;
  const found = [...edition.sections, ...edition.tables].find((each) => each.id === id);
  return found === undefined ? same(id) : { zh: found.heading, en: found.en };
}

function roleLabel(role: Role): Bilingual {
  return reportWords[role];
}

function prose(blocks: readonly Block[] | null): string | null {
  return blocks === null ? null : blocks.map((each) => plainText(each, (cell) => `[${cell}]`)).join(' ');
}

function about(words: Bilingual, { zh, en }: Bilingual): Bilingual {
  return bilingual((language) => fillPlaces(words[language], { zh, en }));
}

function bilingual(say: (language: 'zh' | 'en') => string): Bilingual {
  return { zh: say('zh'), en: say('en') };
}

function same(text: string): Bilingual {
  return { zh: text, en: text };
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : text;
}

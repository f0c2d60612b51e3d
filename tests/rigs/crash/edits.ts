/** The edits of the crash rig: each made at once, by the ways of the app, and known by the place in the journal that it got. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import { enterCells } from '#core/filing/edit-filing.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { changeFiling, keepingPending, type Desk } from '#main/filings/change-filing.ts';
import { attachFiles } from '#main/use-cases/attach-files.ts';
import { redoEdit, undoEdit } from '#main/use-cases/undo-edit.ts';
import { writeSection } from '#main/use-cases/write-section.ts';
import type { Random } from '../../bench/random.ts';
import type { Counted } from './acknowledgements.ts';
import { edition, valueOf } from './rig-workspace.ts';

/** The edit is in the journal when this returns; the promise says how saving it ended. */
export type Made = { readonly counted: Counted | null; readonly answer: Promise<Outcome<unknown>> };

const cells: readonly CellKey[] = edition.form.cells.filter((each) => !each.computed && each.value === 'count').map((each) => each.key);
const sections = edition.form.edition.sections.map((each) => each.id);
const rules = ['T3-1', 'T4-2', 'N-1'];
const attachmentNames = ['签字页.pdf', '附表.xlsx'];

/** Where the counted filing has numbers: cells, prose, explanations, attachments. */
export const countedPlaces: readonly string[] = [...cells.slice(0, 5), ...sections.slice(0, 2), ...rules, ...attachmentNames];

/** `sources` is a folder for the files to be attached. */
export function makeCounted(desk: Desk, id: string, sources: string, counted: Counted): Made {
  const { place, number } = counted;
  const text = `第${String(number)}稿`;
  const cell = cells.find((each) => each === place);
  if (cell !== undefined) return { counted, answer: enter(desk, id, cell, String(number)) };
  if (sections.includes(place)) return { counted, answer: writeSection(desk, id, place, narrativeFromText(`${text}。`)) };
  if (rules.includes(place)) return { counted, answer: explain(desk, id, place, text) };
  return { counted, answer: attach(desk, id, sources, place, number) };
}

/** Anything, at random; an undo or redo with nothing to do is no edit, and makes an entry of a cell instead. */
export function makeVaried(desk: Desk, id: string, sources: string, random: Random): Made {
  const kind = random.pick(['cell', 'cell', 'prose', 'attach', 'export', 'undo', 'undo', 'redo'] as const);
  const before = desk.workspace.state().journal.entries;
  const answer = makeKind(desk, id, sources, random, kind);
  if (desk.workspace.state().journal.entries > before) return { counted: null, answer };
  return { counted: null, answer: enter(desk, id, random.pick(cells), String(random.below(100_000))) };
}

function makeKind(
  desk: Desk,
  id: string,
  sources: string,
  random: Random,
  kind: 'cell' | 'prose' | 'attach' | 'export' | 'undo' | 'redo',
): Promise<Outcome<unknown>> {
  switch (kind) {
    case 'cell':
      return enter(desk, id, random.pick(cells), random.pick(['', '若干', String(random.below(100_000))]));
    case 'prose':
      return writeSection(desk, id, random.pick(sections), narrativeFromText('公开信息。'.repeat(random.below(40))));
    case 'attach':
      return attach(desk, id, sources, random.pick(attachmentNames), 1 + random.below(30_000));
    case 'export':
      return recordExport(desk, id, random);
    case 'undo':
      return undoEdit(desk, id);
    case 'redo':
      return redoEdit(desk, id);
  }
}

function enter(desk: Desk, id: string, cell: CellKey, text: string): Promise<Outcome<unknown>> {
  const action = 'filing/enter-cells';
  return changeFiling(desk, { id, action, work: (stored, { form }) => enterCells(form, stored, [{ cell, text }]) });
}

function explain(desk: Desk, id: string, rule: string, text: string): Promise<Outcome<unknown>> {
  const added = { rule, section: null, values: {}, priorValues: {}, sentence: null, matter: null, text, author: '王芳' };
  return changeFiling(desk, {
    id,
    action: 'filing/justify',
    work: (stored) => {
      const others = stored.filing.justifications.filter((each) => each.rule !== rule);
      return keepingPending(stored, { ...stored.filing, justifications: [...others, added] });
    },
  });
}

/** A file of as many bytes as its number says. */
function attach(desk: Desk, id: string, sources: string, name: string, number: number): Promise<Outcome<unknown>> {
  mkdirSync(sources, { recursive: true });
  const path = join(sources, name);
  writeFileSync(path, Buffer.alloc(number, `${name}${String(number)}`));
  return attachFiles(desk, id, [path]);
}

function recordExport({ workspace }: Desk, id: string, random: Random): Promise<Outcome<unknown>> {
  const { filing } = valueOf(workspace.readFiling(id));
  const digits = String(random.below(1_000_000_000));
  const submission = {
    revision: filing.revision.number,
    bundleDigest: digits.padStart(64, '0'),
    fileName: 'x.asice',
    folder: '/',
    exportedAt: '',
  };
  return workspace.recordSubmission(id, submission, filing, {
    actor: '填报人',
    action: 'bundle/export',
    detail: { revision: filing.revision.number },
  });
}

/** What an answered edit must say of its saving, where it says anything. */
export function isSaved(outcome: Outcome<unknown>): boolean {
  if (!outcome.ok) return false;
  const { value } = outcome;
  return typeof value !== 'object' || value === null || !('state' in value) || value.state === 'saved';
}

/** Undo and redo are read from the journal alone, and agree with two stacks of states kept beside it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterCells, type WorkingFiling } from '#core/filing/edit-filing.ts';
import { changesBetween } from '#core/history/compare-filings.ts';
import { findRedo, findUndo, problemOf } from '#core/history/undo.ts';
import { blank, edits, form, type Edit } from './arbitrary-filings.ts';
import { createMemoryJournal, type MemoryJournal } from './memory-journal.ts';

type Action = { kind: 'edit'; edit: Edit } | { kind: 'undo' } | { kind: 'redo' } | { kind: 'export' };

const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: edits.map((edit): Action => ({ kind: 'edit', edit })) },
    { weight: 3, arbitrary: fc.constant<Action>({ kind: 'undo' }) },
    { weight: 2, arbitrary: fc.constant<Action>({ kind: 'redo' }) },
    fc.constant<Action>({ kind: 'export' }),
  ),
  { maxLength: 30 },
);

const undo = (journal: MemoryJournal) => findUndo(journal.newestFirst(), journal.present());
const redo = (journal: MemoryJournal) => findRedo(journal.newestFirst(), journal.present());
const cell = form.cells[0]!.key;
const other = form.cells[1]!.key;

function typed(working: WorkingFiling, key: typeof cell, text: string): WorkingFiling {
  const entered = enterCells(form, working, [{ cell: key, text }]);
  if (!entered.ok) throw new Error(entered.problem.code);
  return entered.value;
}

function journalOf(...texts: string[]): MemoryJournal {
  const journal = createMemoryJournal();
  for (const text of texts) journal.append({ action: 'filing/enter-cells', after: typed(journal.present(), cell, text) });
  return journal;
}

describe('undo and redo', () => {
  it('go where two stacks of states would go, whatever was done before', () => {
    fc.assert(
      fc.property(actions, (sequence) => {
        const journal = createMemoryJournal();
        const done: WorkingFiling[] = [];
        let undone: WorkingFiling[] = [];
        for (const action of sequence) {
          const present = journal.present();
          if (action.kind === 'edit') {
            const after = action.edit.work(present);
            journal.append({ action: action.edit.action, after });
            if (changesBetween(present, after).length === 0) continue;
            done.push(present);
            undone = [];
          } else if (action.kind === 'export') journal.append({ action: 'bundle/export', detail: { revision: 1 } });
          else {
            const way = action.kind === 'undo' ? undo(journal) : redo(journal);
            const [from, to] = action.kind === 'undo' ? [done, undone] : [undone, done];
            const expected = from.pop();
            if (expected === undefined || way.kind !== 'way') {
              expect([way.kind, expected]).toEqual(['none', undefined]);
              continue;
            }
            to.push(present);
            expect(way.after).toEqual(expected);
            journal[action.kind](way);
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  it('take everything back to the beginning, and make everything again', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 15 }), (sequence) => {
        const journal = createMemoryJournal();
        for (const { action, work } of sequence) journal.append({ action, after: work(journal.present()) });
        const final = journal.present();
        for (let way = undo(journal); way.kind === 'way'; way = undo(journal)) journal.undo(way);
        expect(journal.present()).toEqual(blank);
        for (let way = redo(journal); way.kind === 'way'; way = redo(journal)) journal.redo(way);
        expect(journal.present()).toEqual(final);
      }),
      { numRuns: 150 },
    );
  });

  it('say what they would do: the changes as they were made', () => {
    const journal = journalOf('5', '7');
    expect(undo(journal)).toMatchObject({ action: 'filing/enter-cells', isBeforeExport: false, steps: [3] });
    const way = undo(journal);
    if (way.kind !== 'way') throw new Error(way.kind);
    expect(way.changes).toContainEqual({ kind: 'cell', cell, from: 5, to: 7 });
    journal.undo(way);
    const back = redo(journal);
    expect(back.kind === 'way' ? back.changes : []).toEqual(way.changes);
  });

  it('leave exports alone: an edit before one is taken back as an edit of a new draft', () => {
    const journal = journalOf('5');
    journal.append({ action: 'bundle/export', detail: { revision: 1 } });
    expect(undo(journal)).toMatchObject({ kind: 'way', isBeforeExport: true, steps: [2] });
  });

  it('keep the number of the revision and the pinned rules as the moment asks for', () => {
    const journal = createMemoryJournal();
    const revision = { number: 2, previousBundleDigest: 'a'.repeat(64), changes: [] };
    const pinned = { id: '2019', digest: 'b'.repeat(64) };
    const { filing, pending } = typed(blank, cell, '5');
    journal.append({ action: 'filing/enter-cells', after: { filing: { ...filing, revision, edition: pinned }, pending } });
    const way = undo(journal);
    expect(way).toMatchObject({ kind: 'way', after: { filing: { ...blank.filing, revision, edition: pinned } } });
  });

  it('have nothing to make again after another edit', () => {
    const journal = journalOf('5');
    const way = undo(journal);
    if (way.kind === 'way') journal.undo(way);
    expect(redo(journal).kind).toBe('way');
    journal.append({ action: 'filing/enter-cells', after: typed(journal.present(), other, '1') });
    expect(redo(journal)).toEqual({ kind: 'none', reason: 'nothing-undone' });
  });

  it('pass over an edit that changed nothing, and what was typed and reverted', () => {
    const journal = journalOf('5');
    journal.append({ action: 'filing/enter-cells', after: journal.present() });
    journal.append({ action: 'filing/enter-cells', after: typed(journal.present(), cell, '7') });
    journal.append({ action: 'filing/enter-cells', after: typed(journal.present(), cell, '5'), joins: 4 });
    const way = undo(journal);
    expect(way).toMatchObject({ kind: 'way', steps: [4, 3, 2], after: blank });
    if (way.kind === 'way') journal.undo(way);
    expect(undo(journal)).toEqual({ kind: 'none', reason: 'beginning' });
    const back = redo(journal);
    expect(back).toMatchObject({ kind: 'way', after: { filing: { cells: { [cell]: 5 } } } });
  });

  it('take back entries that belong together as one', () => {
    const journal = journalOf('1');
    journal.append({ action: 'filing/enter-cells', after: typed(journal.present(), cell, '12'), joins: 2 });
    journal.append({ action: 'filing/enter-cells', after: typed(journal.present(), cell, '123'), joins: 2 });
    expect(undo(journal)).toMatchObject({ steps: [2], after: blank });
  });
});

describe('the way back ends', () => {
  it('where the filing begins', () => {
    const way = undo(createMemoryJournal());
    expect(way).toEqual({ kind: 'none', reason: 'beginning' });
    expect(way.kind === 'way' ? null : problemOf(way, 'undo')).toEqual({
      code: 'history/nothing-to-undo',
      details: { reason: 'beginning' },
    });
  });

  it('at an edit of a version that kept no changes', () => {
    const journal = createMemoryJournal();
    journal.append({ action: 'filing/enter-cells', detail: { cells: [{ cell, from: null, to: 3 }] } });
    expect(undo(journal)).toEqual({ kind: 'none', reason: 'old-version' });
    journal.append({ action: 'filing/enter-cells', after: typed(blank, cell, '5') });
    expect(undo(journal).kind).toBe('way');
  });

  it('at changes that this version cannot read', () => {
    const journal = journalOf('5');
    journal.append({ action: 'filing/enter-cells', detail: { changes: [{ kind: 'colour', from: 'red', to: 'blue' }] } });
    expect(undo(journal)).toEqual({ kind: 'none', reason: 'unreadable' });
    expect(redo(journal)).toEqual({ kind: 'none', reason: 'unreadable' });
  });

  it('at a conflict, where the filing is not as the journal says', () => {
    const journal = journalOf('5');
    const elsewhere = typed(blank, cell, '9');
    expect(findUndo(journal.newestFirst(), elsewhere)).toMatchObject({ kind: 'conflict', problem: { code: 'history/conflict' } });
    const way = undo(journal);
    if (way.kind === 'way') journal.undo(way);
    const back = findRedo(journal.newestFirst(), elsewhere);
    expect(back.kind === 'way' ? null : problemOf(back, 'redo')).toEqual({ code: 'history/conflict', details: { place: cell } });
  });

  it('without reading further than it has to', () => {
    const journal = journalOf(...Array.from({ length: 50 }, (_each, index) => String(index)));
    let taken = 0;
    function* counting() {
      for (const entry of journal.newestFirst()) {
        taken += 1;
        yield entry;
      }
    }
    expect(findUndo(counting(), journal.present()).kind).toBe('way');
    expect(taken).toBe(1);
  });
});

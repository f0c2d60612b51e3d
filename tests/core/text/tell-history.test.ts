/** The lines of the history: bursts as one, undone steps as such, nothing for what changed nothing. */
import { describe, expect, it } from 'vitest';
import { enterCells, type WorkingFiling } from '#core/filing/edit-filing.ts';
import { findRedo, findUndo } from '#core/history/undo.ts';
import { tellHistory } from '#core/text/tell-history.ts';
import { blank, form } from '../history/arbitrary-filings.ts';
import { createMemoryJournal, type MemoryJournal } from '../history/memory-journal.ts';

const cell = 'applications.broughtForward.naturalPerson';
const action = 'filing/enter-cells';

function typed(text: string, working: WorkingFiling = blank): WorkingFiling {
  const entered = enterCells(form, working, [{ cell, text }]);
  if (!entered.ok) throw new Error(entered.problem.code);
  return entered.value;
}

function told(journal: MemoryJournal, most = 100): readonly string[] {
  return tellHistory(form, journal.newestFirst(), { cell: null, most }).lines.map(
    ({ what, changes, isUndone }) => `${isUndone ? '×' : ''}${what.zh} ${changes.map(({ from, to }) => `${from.zh}→${to.zh}`).join()}`,
  );
}

describe('the history', () => {
  it('tells what was typed in several goes once, by its last moment', () => {
    const journal = createMemoryJournal();
    journal.append({ action, after: typed('1') });
    journal.wait(1_000);
    journal.append({ action, after: typed('12'), joins: 2 });
    expect(told(journal)).toEqual(['填写数据 空白→12', '建立年报 ']);
    expect(tellHistory(form, journal.newestFirst(), { cell: null, most: 1 }).lines[0]).toMatchObject({ seq: 3, at: journal.now() });
  });

  it('has no line for a value that was entered again, or typed and reverted', () => {
    const journal = createMemoryJournal();
    journal.append({ action, after: blank });
    journal.append({ action, after: typed('1') });
    journal.append({ action, after: blank, joins: 3 });
    expect(told(journal)).toEqual(['建立年报 ']);
  });

  it('marks what stands no more, until it is made again', () => {
    const journal = createMemoryJournal();
    journal.append({ action, after: typed('1') });
    const way = findUndo(journal.newestFirst(), journal.present());
    if (way.kind === 'way') journal.undo(way);
    expect(told(journal)).toEqual(['撤销 1→空白', '×填写数据 空白→1', '建立年报 ']);
    const back = findRedo(journal.newestFirst(), journal.present());
    if (back.kind === 'way') journal.redo(back);
    expect(told(journal)).toEqual(['重做 空白→1', '撤销 1→空白', '填写数据 空白→1', '建立年报 ']);
  });

  it('tells the figures of versions that could not undo, and names what it cannot read', () => {
    const journal = createMemoryJournal();
    journal.append({ action, detail: { cells: [{ cell, from: null, to: 3 }] } });
    journal.append({ action, detail: { changes: [{ kind: 'colour', from: 1, to: 2 }] } });
    journal.append({ action: 'filing/dance' });
    expect(told(journal)).toEqual(['其他操作（filing/dance） ', '填写数据 ', '填写数据 空白→3', '建立年报 ']);
  });

  it('goes by the key of a cell that the edition does not have', () => {
    const journal = createMemoryJournal();
    journal.append({ action, detail: { cells: [{ cell: 'other.edition.cell', from: 1, to: 3 }] } });
    const [line] = tellHistory(form, journal.newestFirst(), { cell: null, most: 9 }).lines;
    expect(line?.changes[0]?.label.zh).toBe('other.edition.cell');
  });

  it('says when there is more than was asked for', () => {
    const journal = createMemoryJournal();
    for (const text of ['1', '2', '3']) journal.append({ action, after: typed(text) });
    expect(tellHistory(form, journal.newestFirst(), { cell: null, most: 4 })).toMatchObject({ isWhole: true, lines: { length: 4 } });
    expect(tellHistory(form, journal.newestFirst(), { cell: null, most: 3 })).toMatchObject({ isWhole: false, lines: { length: 3 } });
  });
});

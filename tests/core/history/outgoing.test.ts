/** What of the journal goes out with a bundle. */
import { describe, expect, it } from 'vitest';
import { enterCells, type WorkingFiling } from '#core/filing/edit-filing.ts';
import { outgoingEntry } from '#core/history/outgoing.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { blank, form } from './arbitrary-filings.ts';
import { createMemoryJournal } from './memory-journal.ts';

const cell = form.cells[0]!.key;

function written(working: WorkingFiling, text: string): WorkingFiling {
  const people = { ...working.filing.people, phone: text };
  const narrative = { overview: narrativeFromText(text), ending: narrativeFromText(`${text}。`) };
  return { filing: { ...working.filing, narrative, people, title: text, cellNotes: { [cell]: text } }, pending: { [cell]: text } };
}

describe('the journal that goes out', () => {
  it('has the figures with both values', () => {
    const journal = createMemoryJournal();
    const entered = enterCells(form, blank, [{ cell, text: '5' }]);
    if (entered.ok) journal.append({ action: 'filing/enter-cells', after: entered.value });
    const [entry] = journal.newestFirst();
    expect(entry === undefined ? null : outgoingEntry(entry)).toEqual(entry);
    expect(JSON.stringify(entry)).toContain('"to":5');
  });

  it('has no word that was written and written over, only where', () => {
    const journal = createMemoryJournal();
    journal.append({ action: 'filing/write-section', after: written(blank, '局长说的') });
    journal.append({ action: 'filing/write-section', after: written(blank, '局长没有说的') });
    journal.append({ action: 'filing/write-section', after: blank });
    const out = JSON.stringify(journal.newestFirst().map(outgoingEntry));
    expect(out).not.toContain('局长');
    expect(out).not.toContain('没有');
    expect(out).toContain('"section":"overview"');
  });

  it('has nothing of what this version cannot read', () => {
    const journal = createMemoryJournal();
    journal.append({ action: 'filing/enter-cells', detail: { changes: [{ kind: 'colour', from: '局长', to: '' }] } });
    expect(outgoingEntry(journal.newestFirst()[0]!).detail).toEqual({ changes: null });
  });

  it('keeps facts and old entries as they are', () => {
    const journal = createMemoryJournal();
    journal.append({ action: 'bundle/export', detail: { revision: 1 } });
    for (const entry of journal.newestFirst()) expect(outgoingEntry(entry)).toBe(entry);
  });
});

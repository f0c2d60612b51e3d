/** What is one step and what is several: prose by passages, cells by the visit. */
import { describe, expect, it } from 'vitest';
import type { WorkingFiling } from '#core/filing/edit-filing.ts';
import { longestMilliseconds, pauseMilliseconds, stepOfProse, stepOfTyping, type Upcoming } from '#core/history/burst.ts';
import { enterCells } from '#core/filing/edit-filing.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { form } from './arbitrary-filings.ts';
import { createMemoryJournal, type MemoryJournal } from './memory-journal.ts';

const action = 'filing/write-section';
const cell = form.cells[0]!.key;

function written(working: WorkingFiling, section: string, text: string): WorkingFiling {
  const narrative = { ...working.filing.narrative, [section]: narrativeFromText(text) };
  return { ...working, filing: { ...working.filing, narrative } };
}

function write(journal: MemoryJournal, text: string, section = 'overview'): void {
  const joins = stepOfProse(journal.newestFirst(), upcoming(journal, section));
  journal.append({ action, after: written(journal.present(), section, text), joins });
}

function upcoming(journal: MemoryJournal, place: string, rest: Partial<Upcoming> = {}): Upcoming {
  return { actor: '王芳', action, place, at: journal.now(), ...rest };
}

describe('an edit of prose', () => {
  it('goes on with the edit before it when there was no pause', () => {
    const journal = createMemoryJournal();
    for (const text of ['政', '政府', '政府信息']) {
      write(journal, text);
      journal.wait(800);
    }
    expect(stepOfProse(journal.newestFirst(), upcoming(journal, 'overview'))).toBe(2);
  });

  it.each<[string, (journal: MemoryJournal) => Partial<Upcoming>]>([
    ['in another section', () => ({ place: 'problems' })],
    ['by somebody else', () => ({ actor: '李强' })],
    [
      'after a pause',
      (journal) => {
        journal.wait(pauseMilliseconds + 1);
        return { at: journal.now() };
      },
    ],
    [
      'after an export',
      (journal) => {
        journal.append({ action: 'bundle/export' });
        return {};
      },
    ],
    [
      'when the clock was set back',
      (journal) => {
        journal.wait(-60_000);
        return { at: journal.now() };
      },
    ],
  ])('begins a step %s', (_name, prepare) => {
    const journal = createMemoryJournal();
    write(journal, '政府');
    const next = upcoming(journal, 'overview', prepare(journal));
    expect(stepOfProse(journal.newestFirst(), next)).toBeNull();
  });

  it('begins a step after an undo, and for the first words of a report', () => {
    const journal = createMemoryJournal();
    expect(stepOfProse(journal.newestFirst(), upcoming(journal, 'overview'))).toBeNull();
    write(journal, '政府');
    journal.append({ action: 'filing/undo', after: written(journal.present(), 'overview', ''), detail: { undoes: [2] } });
    expect(stepOfProse(journal.newestFirst(), upcoming(journal, 'overview'))).toBeNull();
  });

  it('begins a step now and then even without a pause, so that an undo takes back a passage and not an hour', () => {
    const journal = createMemoryJournal();
    const steps = new Set<number | null>();
    for (let text = '写'; text.length < 50; text += '写') {
      write(journal, text);
      journal.wait(10_000);
      steps.add(stepOfProse(journal.newestFirst(), upcoming(journal, 'overview')));
    }
    expect(steps.size).toBe(1 + Math.floor((50 * 10_000) / longestMilliseconds));
  });
});

describe('typing in a cell', () => {
  it('that goes on joins what was written down of it, however long it took, and nothing else', () => {
    const journal = createMemoryJournal();
    const enter = (text: string) => {
      const entered = enterCells(form, journal.present(), [{ cell, text }]);
      if (entered.ok) journal.append({ action: 'filing/enter-cells', after: entered.value });
    };
    const typing = (place: string) => stepOfTyping(journal.newestFirst(), upcoming(journal, place, { action: 'filing/enter-cells' }));
    expect(typing(cell)).toBeNull();
    enter('1');
    journal.wait(600_000);
    expect(typing(cell)).toBe(2);
    expect(typing(form.cells[1]!.key)).toBeNull();
    write(journal, '政府');
    expect(typing(cell)).toBeNull();
  });
});

/** The prose of one section is replaced by what was written. */
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Block } from '#core/narrative/narrative.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { changeFiling, keepingPending, type Desk } from '../filings/change-filing.ts';

export function writeSection(desk: Desk, id: string, section: string, blocks: readonly Block[]): Outcome<SaveState> {
  return changeFiling(desk, {
    id,
    action: 'filing/write-section',
    detail: { section },
    work: (stored, { form }) => {
      const { edition } = form;
      const isKnown = section === edition.preamble.id || edition.sections.some((each) => each.id === section);
      if (!isKnown) return fail(problem('filing/unknown-cell', { file: '—', place: 'narrative', edition: edition.id, cell: section }));
      const narrative = { ...stored.filing.narrative, [section]: blocks };
      return keepingPending(stored, { ...stored.filing, narrative });
    },
  });
}

/** The prose of one section is replaced by what was written. */
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { stepOfProse } from '#core/history/burst.ts';
import { inlinesOfBlock, type Block } from '#core/narrative/narrative.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { changeFiling, keepingPending, type Desk } from '../filings/change-filing.ts';

export async function writeSection(desk: Desk, id: string, section: string, blocks: readonly Block[]): Promise<Outcome<SaveState>> {
  return changeFiling(desk, {
    id,
    action: 'filing/write-section',
    detail: { section },
    burst: { place: section, stepOf: stepOfProse },
    work: (stored, { form }) => {
      const { edition, cellByKey } = form;
      const isKnown = section === edition.preamble.id || edition.sections.some((each) => each.id === section);
      const strangers = isKnown ? cellsIn(blocks).filter((cell) => !cellByKey.has(cell)) : [section];
      const [cell] = strangers;
      if (cell !== undefined) return fail(problem('filing/unknown-cell', { file: '—', place: 'narrative', edition: edition.id, cell }));
      const narrative = { ...stored.filing.narrative, [section]: blocks };
      return keepingPending(stored, { ...stored.filing, narrative });
    },
  });
}

/** The cells that figures in the prose are bound to. */
function cellsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(inlinesOfBlock).flatMap((part) => (part.kind === 'figure' ? [part.cell] : []));
}

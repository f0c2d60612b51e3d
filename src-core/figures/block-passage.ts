/** The passage of a block, made once: blocks are values, and an edited one is another one. */
import type { Block } from '../narrative/narrative.ts';
import type { ShowFigure } from '../narrative/narrative-text.ts';
import { beginReport, keep, newLately, recall } from './lately.ts';
import { markedText, passageOf, type Passage } from './passage.ts';

type Made = { readonly marked: string; readonly hasFigures: boolean; readonly passage: Passage };

const made = newLately<Block, Made>();

/** Before the blocks of a report are asked for. */
export function beginPassages(): void {
  beginReport(made);
}

/** The same passage each time, unless a figure of the block that is bound to a cell now reads otherwise. */
export function passageOfBlock(block: Block, show: ShowFigure): Passage {
  const before = recall(made, block);
  if (before?.hasFigures === false) return before.passage;
  const marked = markedText(block, show);
  if (before?.marked === marked) return before.passage;
  const passage = passageOf(marked);
  keep(made, block, { marked, hasFigures: hasFigures(block), passage });
  return passage;
}

function hasFigures(block: Block): boolean {
  const contents = block.kind === 'list' ? block.items : [block.content];
  return contents.some((content) => content.some((part) => part.kind === 'figure'));
}

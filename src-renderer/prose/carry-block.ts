/** A paragraph of last year's report for this year's: figures stay bound where this form has their cell. */
import type { Form } from '#core/form/form.ts';
import type { Block, Inline } from '#core/narrative/narrative.ts';
import type { ShowFigure } from '#core/narrative/narrative-text.ts';

/** `showLastYear` gives the value that a figure had, for one that this form has no cell for. */
export function carryBlock(block: Block, form: Form, showLastYear: ShowFigure): Block {
  const carry = (content: readonly Inline[]): readonly Inline[] =>
    content.map((part) => (part.kind === 'text' || form.cellByKey.has(part.cell) ? part : { kind: 'text', text: showLastYear(part.cell) }));
  return block.kind === 'list' ? { ...block, items: block.items.map(carry) } : { ...block, content: carry(block.content) };
}

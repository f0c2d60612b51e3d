/** Blocks for tests of the editor: any that a filing may hold, and those that are in their usual form. */
import fc from 'fast-check';
import type { Block, Inline } from '#core/narrative/narrative.ts';
import type { CellKey } from '#core/form/cell-key.ts';

export const cells: readonly CellKey[] = [
  'applications.receivedThisYear.total',
  'applications.carriedForward.other',
  'remedies.reconsideration.total',
];

/** A blank cell among them. */
export const show = (cell: CellKey): string =>
  ({ 'applications.receivedThisYear.total': '2,864', 'applications.carriedForward.other': '39' })[cell as string] ?? '';

export const text = (words: string): Inline => ({ kind: 'text', text: words });
export const figure = (cell: CellKey = 'applications.receivedThisYear.total'): Inline => ({ kind: 'figure', cell });
export const paragraph = (...content: (Inline | string)[]): Block => ({ kind: 'paragraph', content: inlines(content) });
export const heading = (level: 2 | 3, ...content: (Inline | string)[]): Block => ({ kind: 'heading', level, content: inlines(content) });
export const list = (ordered: boolean, ...items: string[]): Block => ({
  kind: 'list',
  ordered,
  items: items.map((each) => inlines([each])),
});

function inlines(content: readonly (Inline | string)[]): readonly Inline[] {
  return content.map((each) => (typeof each === 'string' ? text(each) : each));
}

const word = fc.constantFrom(
  '（一）主动公开',
  '全年',
  '收到',
  ' ',
  '  ',
  '１２',
  '\u3000',
  '申请 ',
  '。',
  'é😀',
  '1.',
  '\n',
  '\r\n',
  '\u2028',
  '',
);
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.array(word, { maxLength: 4 }).map((words) => text(words.join(''))) },
  { weight: 1, arbitrary: fc.constantFrom(...cells).map(figure) },
);
const anyContent = fc.array(anyInline, { maxLength: 4 });
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), content: anyContent }),
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), content: anyContent }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(anyContent, { maxLength: 3 }) }),
);
export const anyBlocks = fc.array(anyBlock, { maxLength: 6 });

/** Neighbouring texts are one, none is empty, none has a line break, no line is blank: as the editor writes them. */
export const usualBlocks = anyBlocks.map((blocks) => blocks.flatMap(usual));

function usual(block: Block): readonly Block[] {
  if (block.kind !== 'list') {
    const content = usualContent(block.content);
    return content.length === 0 ? [] : [{ ...block, content }];
  }
  const items = block.items.map(usualContent).filter((each) => each.length > 0);
  return items.length === 0 ? [] : [{ ...block, items }];
}

function usualContent(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const part of content) {
    const last = joined.at(-1);
    if (part.kind === 'figure') joined.push(part);
    else if (last?.kind === 'text') joined[joined.length - 1] = text(last.text + part.text);
    else joined.push(part);
  }
  const cleaned = joined
    .map((part): Inline => (part.kind === 'text' ? text(part.text.replaceAll(/[\n\r\u2028]/gu, '')) : part))
    .filter((part) => part.kind === 'figure' || part.text !== '');
  return cleaned.every((part) => part.kind === 'text' && part.text.trim() === '') ? [] : cleaned;
}

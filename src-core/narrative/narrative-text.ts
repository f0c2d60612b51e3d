/** Narrative blocks as plain text, one line a block, and back: what the text editor shows and what intake reads. */
import { assertNever } from '../lib/assert-never.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Block, Inline } from './narrative.ts';

/** How a bound figure reads at the moment. */
export type ShowFigure = (cell: CellKey) => string;

/** Headings are short: 「（二）依法做好依申请公开。各市县…」 is a paragraph that begins with its heading. */
const longestHeading = 40;
const secondLevel = /^[（(][一二三四五六七八九十]{1,3}[）)]\s*[^\s）)]/u;
const thirdLevel = /^\d{1,2}\s*[.．、]\s*[^\s\d]/u;
const sentenceEnd = /[。！？；!?;]|[，、：,:.…]$/u;
const lineBreak = /\r\n|[\n\r\u2028\u2029]/u;

/**
 * Blocks of a text, one a line; blank lines separate nothing. A short line that is only `（一）主动公开` or
 * `1.平台建设`, without a sentence, is a heading (level 2, level 3); everything else is a paragraph, unchanged but trimmed.
 */
export function narrativeFromText(text: string): readonly Block[] {
  return text.split(lineBreak).flatMap((line): Block[] => {
    const trimmed = line.trim();
    if (trimmed === '') return [];
    const content: readonly Inline[] = [{ kind: 'text', text: trimmed }];
    const level = headingLevel(trimmed);
    return [level === null ? { kind: 'paragraph', content } : { kind: 'heading', level, content }];
  });
}

function headingLevel(line: string): 2 | 3 | null {
  if (line.length > longestHeading || sentenceEnd.test(line)) return null;
  if (secondLevel.test(line)) return 2;
  return thirdLevel.test(line) ? 3 : null;
}

/**
 * The text of blocks, one line a block and one line a list item. Bound figures come out as they read at the moment;
 * what `narrativeFromText` made comes back from it unchanged.
 */
export function blocksToText(blocks: readonly Block[], showFigure: ShowFigure): string {
  return blocks.flatMap((block) => linesOf(block, showFigure)).join('\n');
}

/** The words of one block; list items are separated by line breaks. */
export function plainText(block: Block, showFigure: ShowFigure): string {
  return block.kind === 'list' ? linesOf(block, showFigure).join('\n') : inOneLine(block.content, showFigure);
}

/** 字数: characters that are not white space. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s/gu, '')).length;
}

function linesOf(block: Block, showFigure: ShowFigure): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [inOneLine(block.content, showFigure)];
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `（${String(index + 1)}）` : '• '}${inOneLine(item, showFigure)}`);
    default:
      return assertNever(block);
  }
}

function inOneLine(content: readonly Inline[], showFigure: ShowFigure): string {
  const text = inlineText(content, showFigure);
  return (lineBreak.test(text) ? text.split(lineBreak).join(' ') : text).trim();
}

/** The words of a run of text and figures. */
export function inlineText(content: readonly Inline[], showFigure: ShowFigure): string {
  let text = '';
  for (const part of content) text += part.kind === 'text' ? part.text : showFigure(part.cell);
  return text;
}

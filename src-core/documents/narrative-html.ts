/** Narrative blocks as HTML: level 2 under the section's h2 is h3, level 3 is h4. */
import { assertNever } from '../lib/assert-never.ts';
import type { Block, Inline } from '../narrative/narrative.ts';
import { inlineText, type ShowFigure } from '../narrative/narrative-text.ts';
import { escapeHtml } from './escape-html.ts';

export function blocksHtml(blocks: readonly Block[], showFigure: ShowFigure): string {
  return blocks.map((block) => blockHtml(block, showFigure)).join('');
}

function blockHtml(block: Block, showFigure: ShowFigure): string {
  const words = (content: readonly Inline[]) => escapeHtml(inlineText(content, showFigure));
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level + 1)}>${words(block.content)}</h${String(block.level + 1)}>\n`;
    case 'paragraph':
      return `<p>${words(block.content)}</p>\n`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${words(item)}</li>\n`).join('')}</${tag}>\n`;
    }
    default:
      return assertNever(block);
  }
}

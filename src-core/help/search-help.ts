/** Finds topics of the help by words. */
import type { HelpBlock, HelpTopic } from './help.ts';

/** Topics that hold every word of `query`, those with one in the title first; all of them for a blank query. */
export function searchHelp(topics: readonly HelpTopic[], query: string): readonly HelpTopic[] {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = topics.filter((topic) => words.every((word) => textOf(topic).includes(word)));
  const isInTitle = ({ title }: HelpTopic): boolean => words.some((word) => title.toLowerCase().includes(word));
  return [...found.filter(isInTitle), ...found.filter((topic) => !isInTitle(topic))];
}

function textOf({ title, blocks }: HelpTopic): string {
  return [title, ...blocks.map(blockText)].join('\n').toLowerCase();
}

function blockText(block: HelpBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return block.text;
    case 'picture':
      return block.about;
    case 'paragraph':
      return block.spans.map(({ text }) => text).join('');
    case 'list':
      return block.items.map((item) => item.map(({ text }) => text).join('')).join('\n');
  }
}

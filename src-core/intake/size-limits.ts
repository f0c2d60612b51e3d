/** Texts beyond any report are refused before anybody looks for labels in them: that would only take time. */
import { problem, type Problem } from '../lib/problem.ts';
import type { FileContent } from './each-report.ts';

/** Of a line; a whole report has less. */
const mostCharacters = 200_000;

/** intake/too-large for a text or a paragraph with a line that long, else null. */
export function tooLargeIn(content: FileContent, fileName: string): Problem | null {
  const texts =
    content.kind === 'text'
      ? [content.text]
      : content.document.parts.flatMap((part) => part.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])));
  const longest = Math.max(0, ...texts.map(longestLine));
  if (longest <= mostCharacters) return null;
  return problem('intake/too-large', { fileName, reason: 'text-line', found: longest, limit: mostCharacters });
}

function longestLine(text: string): number {
  return text.length <= mostCharacters ? 0 : text.split(/[\n\r\f\u2028\u2029]/u).reduce((most, line) => Math.max(most, line.length), 0);
}

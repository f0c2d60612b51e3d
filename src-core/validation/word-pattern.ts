/** Word lists of rules as parts of patterns. The patterns are the program's: rules only bring words. */
import type { Range } from '../figures/passage.ts';
import { toHalfWidth } from '../lib/half-width.ts';

/** A group that matches any of the words, longer ones first. */
export function anyOf(words: readonly string[]): string {
  const escaped = words
    .map(readable)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'));
  return `(?:${escaped.join('|')})`;
}

const nothing: readonly RegExpExecArray[] = [];

/**
 * What `matchAll` gives for a pattern with the flags `gu`, without its cost: the rules look through every block at every
 * keystroke, and in most of them is nothing.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let found = pattern.exec(text);
  if (found === null) return nothing;
  const all: RegExpExecArray[] = [];
  for (; found !== null; found = pattern.exec(text)) {
    all.push(found);
    // an empty word would be found at the same place for ever
    if (found[0] === '') pattern.lastIndex += (text.codePointAt(found.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return all;
}

/** The ranges of what `matchesIn` gives. */
export function rangesIn(text: string, pattern: RegExp): readonly Range[] {
  return matchesIn(text, pattern).map(rangeOf);
}

export function rangeOf({ index, 0: words }: RegExpExecArray): Range {
  return { start: index, end: index + words.length };
}

/** A word as passages have it. */
export function readable(word: string): string {
  return toHalfWidth(word);
}

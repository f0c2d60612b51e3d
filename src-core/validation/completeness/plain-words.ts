/** What a section says when punctuation is left out: enough of it to tell text from none. */
import type { ProseBlock } from '../prose.ts';
import { once } from '../memory.ts';
import { readable } from '../word-pattern.ts';

/** Words that stand for nothing are shorter than this. */
const enoughToSay = 40;

/** What is left out. Chinese letters, which most characters are, need not be looked up. */
const beside = /[\s\p{P}\p{S}]/u;

/** Letters and figures of the blocks in order; of a long text only the beginning, `enough` letters at least. */
export function plainOf(blocks: readonly ProseBlock[], enough = 0): string {
  const length = Math.max(enough, enoughToSay);
  let plain = '';
  for (const { passage } of blocks) {
    // four characters for a letter: nobody writes more punctuation than that
    for (const character of passage.text.slice(0, 4 * length)) {
      if (plain.length >= length) return plain;
      const isHan = character >= '\u4e00' && character <= '\u9fff';
      if (isHan || !beside.test(character)) plain += character;
    }
  }
  return plain;
}

const readableWords = once((words: readonly string[]) => new Set(words.map(readable)));

/** True for no letters, and for those of one of the words (无, 暂无). */
export function saysNothing(plain: string, nothing: readonly string[]): boolean {
  return plain === '' || readableWords(nothing).has(plain);
}

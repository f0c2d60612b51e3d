/** The plain text that findings count in, and the document's places of its characters, are the same text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedText, passageOf } from '#core/figures/passage.ts';
import { blocksOf, docOf } from '#renderer/prose/convert.ts';
import { placesOf, rangeOf } from '#renderer/prose/places.ts';
import { anyBlocks, figure, list, paragraph, show } from './blocks.ts';

describe('the places of a block', () => {
  it('have the text that findings are counted in, for every block', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const doc = docOf(blocks);
        expect(placesOf(doc, show).map((each) => each.text)).toEqual(
          blocksOf(doc).map((block) => passageOf(markedText(block, show)).source),
        );
      }),
    );
  });

  it('name for each character outside figures the place where the document has it', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const doc = docOf(blocks);
        for (const { text, from, to } of placesOf(doc, () => '')) {
          expect(from).toHaveLength(text.length);
          for (const [index, place] of from.entries()) {
            const end = to[index] ?? 0;
            if (end > place) expect(doc.textBetween(place, end)).toBe(text.charAt(index));
          }
        }
      }),
    );
  });

  it('take a figure as a whole, and skip blank lines as the blocks do', () => {
    const doc = docOf([paragraph(''), paragraph('  收到 ', figure(), ' 件')]);
    const [block] = placesOf(doc, show);
    expect(block?.text).toBe('收到 2,864 件');
    const range = rangeOf(block, 5, 6);
    expect(range && doc.nodeAt(range.from)?.type.name).toBe('figure');
    expect(range && range.to - range.from).toBe(1);
  });

  it('count the numbers of a list’s items, which have no place of their own', () => {
    const doc = docOf([list(true, '网站', '微信')]);
    const [block] = placesOf(doc, show);
    expect(block?.text).toBe('（1）网站\n（2）微信');
    const range = rangeOf(block, 9, 11);
    expect(range && doc.textBetween(range.from, range.to)).toBe('微信');
  });

  it('have no range beyond the end', () => {
    const [block] = placesOf(docOf([paragraph('短')]), show);
    expect(rangeOf(block, 0, 2)).toBeNull();
    expect(rangeOf(undefined, 0, 1)).toBeNull();
  });
});

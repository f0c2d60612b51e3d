/** Blocks go into the editor's document and come back as they were. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksToText } from '#core/narrative/narrative-text.ts';
import { blocksOf, docOf } from '#renderer/prose/convert.ts';
import { anyBlocks, figure, heading, list, paragraph, text, usualBlocks } from './blocks.ts';

describe('the document of the editor', () => {
  it('gives back the blocks it was made of', () => {
    fc.assert(
      fc.property(usualBlocks, (blocks) => {
        expect(blocksOf(docOf(blocks))).toEqual(blocks);
      }),
    );
  });

  it('is valid whatever a filing holds, and says the same: only blank lines are left out', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const doc = docOf(blocks);
        doc.check();
        const written = (text: string) => text.split('\n').filter((line) => line.replace(/^(（\d+）|• )/u, '').trim() !== '');
        const lines = (each: typeof blocks) => written(blocksToText(each, () => '7')).map((line) => line.replace(/^（\d+）/u, ''));
        expect(lines([...blocksOf(doc)])).toEqual(lines(blocks));
        expect(blocksOf(docOf(blocksOf(doc)))).toEqual(blocksOf(doc));
      }),
    );
  });

  it('has a line to write on where nothing is written, which is no block', () => {
    expect(docOf([]).childCount).toBe(1);
    expect(blocksOf(docOf([]))).toEqual([]);
  });

  it('keeps figures bound, in paragraphs, headings and lists', () => {
    const blocks = [
      heading(3, '1.受理 ', figure(), ' 件'),
      paragraph(figure(), figure('remedies.reconsideration.total')),
      { kind: 'list' as const, ordered: true, items: [[figure()], [text('收到 '), figure()]] },
    ];
    expect(blocksOf(docOf(blocks))).toEqual(blocks);
  });

  it('keeps two lists that follow each other apart', () => {
    const blocks = [list(true, '一'), list(true, '二')];
    expect(blocksOf(docOf(blocks))).toEqual(blocks);
  });

  it('writes the replacement character for half a character, which no disk could hold', () => {
    expect(blocksOf(docOf([paragraph('好\ud83d')]))).toEqual([paragraph('好\ufffd')]);
  });
});

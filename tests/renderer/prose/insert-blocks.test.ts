/** What is pasted or taken over stands where the caret was, and nothing around it is lost. */
import { EditorState, TextSelection } from 'prosemirror-state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#core/narrative/narrative.ts';
import { blocksOf, docOf } from '#renderer/prose/convert.ts';
import { insertAt, insertBlocks } from '#renderer/prose/insert-blocks.ts';
import { linesOf } from '#renderer/prose/lines.ts';
import { replaceDoc, wouldBeTooLong } from '#renderer/prose/replace-doc.ts';
import { figure, heading, list, paragraph, usualBlocks } from './blocks.ts';

function stateAt(blocks: readonly Block[], line: number, offset: number): EditorState {
  const doc = docOf(blocks);
  const at = linesOf(doc)[line]?.at ?? 1;
  return EditorState.create({ doc, selection: TextSelection.create(doc, at + offset) });
}
const pasted = (state: EditorState, blocks: readonly Block[]) => blocksOf(insertBlocks(state.tr, blocks).doc);

describe('pasted blocks', () => {
  it('go into the line when they are one line', () => {
    const state = stateAt([paragraph('前后')], 0, 1);
    expect(pasted(state, [paragraph('中', figure())])).toEqual([paragraph('前中', figure(), '后')]);
    expect(pasted(state, [heading(2, '（一）中')])).toEqual([paragraph('前（一）中后')]);
  });

  it('keep their kinds on an empty line', () => {
    const blocks = [heading(2, '（一）主动公开'), paragraph('文字'), list(true, '一', '二')];
    expect(pasted(stateAt([], 0, 0), blocks)).toEqual(blocks);
    expect(pasted(stateAt([], 0, 0), [heading(3, '1.平台')])).toEqual([heading(3, '1.平台')]);
    expect(pasted(stateAt([], 0, 0), [list(false, '一')])).toEqual([list(false, '一')]);
  });

  it('split the line they are put into', () => {
    const after = pasted(stateAt([paragraph('前后')], 0, 1), [paragraph('一'), heading(2, '（二）'), paragraph('三')]);
    expect(after).toEqual([paragraph('前一'), heading(2, '（二）'), paragraph('三后')]);
  });

  it('lose nothing, wherever they are put', () => {
    fc.assert(
      fc.property(usualBlocks, usualBlocks, fc.nat(), fc.nat(), (blocks, added, line, offset) => {
        const lines = linesOf(docOf(blocks));
        const at = line % lines.length;
        const { node } = lines[at]!;
        const within = offset % (node.content.size + 1);
        // A caret never stands between the halves of a character.
        const isHalf = /[\uD800-\uDBFF]$/u.test(node.textBetween(0, within, '', '#'));
        const state = stateAt(blocks, at, isHalf ? within - 1 : within);
        const tr = insertBlocks(state.tr, added);
        tr.doc.check();
        const size = (text: string) => Array.from(text.replaceAll(/\s/gu, '')).sort().join('');
        const textOf = (each: readonly Block[]) =>
          linesOf(docOf(each))
            .map(({ node }) => node.textBetween(0, node.content.size, '', '#'))
            .join('');
        expect(size(textOf(blocksOf(tr.doc)))).toBe(size(textOf(blocks) + textOf(added)));
      }),
    );
  });
});

describe('a heading that is put between blocks', () => {
  it('stands before the block of that number, with a line to write on that has the caret', () => {
    const state = stateAt([paragraph('一'), paragraph(''), paragraph('三')], 0, 0);
    const tr = insertAt(state.tr, 1, heading(2, '（二）'));
    expect(blocksOf(tr.doc)).toEqual([paragraph('一'), heading(2, '（二）'), paragraph('三')]);
    expect(tr.selection.$from.parent.content.size).toBe(0);
    expect(tr.doc.child(tr.selection.$from.index(0) - 1).textContent).toBe('（二）');
  });

  it('comes first in an empty section', () => {
    const tr = insertAt(stateAt([], 0, 0).tr, 0, heading(2, '（一）'));
    expect(tr.doc.childCount).toBe(2);
    expect(tr.selection.$from.index(0)).toBe(1);
  });
});

describe('a text that was changed elsewhere', () => {
  it('is taken over as it is, from any state to any other', () => {
    fc.assert(
      fc.property(usualBlocks, usualBlocks, (before, after) => {
        const tr = replaceDoc(stateAt(before, 0, 0), docOf(after));
        const doc = tr?.doc ?? docOf(before);
        doc.check();
        expect(blocksOf(doc)).toEqual(after);
      }),
    );
  });

  it('leaves the caret where it was in a line that stays', () => {
    const state = stateAt([paragraph('第一段'), paragraph('第二段')], 1, 2);
    const tr = replaceDoc(state, docOf([paragraph('第一段，改过'), paragraph('第二段')]));
    expect(tr?.selection.$from.parent.textContent).toBe('第二段');
    expect(tr?.selection.$from.parentOffset).toBe(2);
  });

  it('changes nothing when it says the same', () => {
    const state = stateAt([paragraph('一'), paragraph('')], 1, 0);
    expect(replaceDoc(state, docOf([paragraph('一')]))).toBeNull();
  });
});

it('a section may not grow beyond half a million characters, but may shrink from there', () => {
  const state = stateAt([paragraph('好'.repeat(499_990))], 0, 0);
  expect(wouldBeTooLong(state.tr.insertText('好', 1))).toBe(false);
  expect(wouldBeTooLong(state.tr.insertText('好'.repeat(50), 1))).toBe(true);
  const long = stateAt([paragraph('好'.repeat(500_100))], 0, 0);
  expect(wouldBeTooLong(long.tr.delete(1, 2))).toBe(false);
});

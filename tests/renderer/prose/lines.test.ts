/** Keys and buttons change the kind of lines, never their words. */
import { EditorState, NodeSelection, TextSelection, type Command } from 'prosemirror-state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#core/narrative/narrative.ts';
import { blocksOf, docOf } from '#renderer/prose/convert.ts';
import { proseKeys } from '#renderer/prose/keys.ts';
import { lineKinds, linesOf, makeLines, selectedKind, toggleLines } from '#renderer/prose/lines.ts';
import { figure, heading, list, paragraph, show, usualBlocks } from './blocks.ts';

/** A state whose selection runs from the beginning or end of one line to the end of another. */
function stateOf(blocks: readonly Block[], from: number, to = from, atStart = false): EditorState {
  const doc = docOf(blocks);
  const lines = linesOf(doc);
  const [first, last] = [lines[from]!, lines[to]!];
  const head = atStart ? last.at : last.at + last.node.content.size;
  return EditorState.create({ doc, selection: TextSelection.create(doc, from === to ? head : first.at, head) });
}

function run(state: EditorState, command: Command): EditorState {
  let after = state;
  command(state, (transaction) => {
    after = state.apply(transaction);
  });
  after.doc.check();
  return after;
}

/** As the editor's keymaps answer a key. */
function press(state: EditorState, key: string, goToCell: (cell: string) => void = () => undefined): EditorState {
  let after = state;
  const event = { key, keyCode: 0, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  const view = {
    state,
    dispatch: (transaction: Parameters<EditorState['apply']>[0]) => (after = state.apply(transaction)),
    // Lines do not wrap here: the caret is at the edge of its line when nothing is before it.
    endOfTextblock: () => state.selection.$from.parentOffset === 0,
  };
  for (const plugin of proseKeys({ show, goToCell })) {
    const handle = plugin.props.handleKeyDown as ((view: unknown, event: unknown) => boolean) | undefined;
    if (handle?.call(plugin, view, event) === true) break;
  }
  after.doc.check();
  return after;
}

describe('the kind of lines', () => {
  it('changes without a change of words, whatever is selected', () => {
    fc.assert(
      fc.property(usualBlocks, fc.constantFrom(...lineKinds), fc.nat(), fc.nat(), (blocks, kind, one, other) => {
        const count = linesOf(docOf(blocks)).length;
        const [from, to] = [one % count, other % count].sort((a, b) => a - b);
        const state = stateOf(blocks, from!, to);
        const after = run(state, makeLines(kind));
        expect(linesOf(after.doc).map(({ node }) => node.textContent)).toEqual(linesOf(state.doc).map(({ node }) => node.textContent));
        expect(after.selection.$from.parent.textContent).toBe(state.selection.$from.parent.textContent);
        if (from === to) expect(selectedKind(after)).toBe(kind);
      }),
    );
  });

  it('makes one list of neighbouring items and of a list that they join', () => {
    const after = run(stateOf([list(true, '一'), paragraph('二'), paragraph('三'), paragraph('四')], 1, 2), makeLines('ordered'));
    expect(blocksOf(after.doc)).toEqual([list(true, '一', '二', '三'), paragraph('四')]);
  });

  it('splits a list around an item that becomes a paragraph', () => {
    const after = run(stateOf([list(false, '一', '二', '三')], 1), toggleLines('bullet'));
    expect(blocksOf(after.doc)).toEqual([list(false, '一'), paragraph('二'), list(false, '三')]);
  });

  it('leaves two lists apart that nobody joined', () => {
    const after = run(stateOf([list(true, '一'), list(true, '二'), paragraph('三')], 2), makeLines('heading2'));
    expect(blocksOf(after.doc)).toEqual([list(true, '一'), list(true, '二'), heading(2, '三')]);
  });

  it('does not touch the line where a selection merely ends', () => {
    const state = stateOf([paragraph('一'), paragraph('二')], 0, 1, true);
    expect(blocksOf(run(state, makeLines('heading3')).doc)).toEqual([heading(3, '一'), paragraph('二')]);
  });
});

describe('the keys', () => {
  it('make a numbered line a heading on Enter, as in pasted text, and go on with a paragraph', () => {
    for (const [line, level] of [
      ['（一）主动公开', 2],
      ['1.平台建设', 3],
      ['2、监督保障', 3],
    ] as const) {
      const after = press(stateOf([paragraph(line)], 0), 'Enter');
      expect(blocksOf(after.doc)).toEqual([heading(level, line)]);
      expect(after.selection.$from.parent.type.name).toBe('paragraph');
      expect(after.doc.childCount).toBe(2);
    }
  });

  it('leave a sentence a paragraph, also one that begins with a number', () => {
    for (const line of ['全年收到申请', '（一）主动公开。各单位认真落实', '2024年收到申请 12 件']) {
      const after = press(stateOf([paragraph(line)], 0), 'Enter');
      expect(blocksOf(after.doc)).toEqual([paragraph(line)]);
      expect(after.doc.childCount).toBe(2);
    }
  });

  it('do not make a heading of the first half of a line', () => {
    const doc = docOf([paragraph('（一）主动公开')]);
    const after = press(EditorState.create({ doc, selection: TextSelection.create(doc, 6) }), 'Enter');
    expect(blocksOf(after.doc)).toEqual([paragraph('（一）主动'), paragraph('公开')]);
  });

  it('begin the next item on Enter, and end the list on an empty one', () => {
    const next = press(stateOf([list(true, '网站')], 0), 'Enter');
    expect(linesOf(next.doc).map((each) => each.kind)).toEqual(['ordered', 'ordered']);
    const left = press(next, 'Enter');
    expect(linesOf(left.doc).map((each) => each.kind)).toEqual(['ordered', 'paragraph']);
  });

  it('turn a heading or an item into a paragraph with Backspace at its beginning, and join it with the next one', () => {
    const plain = press(stateOf([paragraph('上'), heading(2, '下')], 1, 1, true), 'Backspace');
    expect(blocksOf(plain.doc)).toEqual([paragraph('上'), paragraph('下')]);
    const item = press(stateOf([list(false, '上', '下')], 1, 1, true), 'Backspace');
    expect(blocksOf(item.doc)).toEqual([list(false, '上'), paragraph('下')]);
    const joined = press(item, 'Backspace');
    expect(blocksOf(joined.doc)).toEqual([list(false, '上下')]);
  });

  it('go to the cell of a selected figure', () => {
    const gone: string[] = [];
    const doc = docOf([paragraph('收到 ', figure())]);
    const state = EditorState.create({ doc, selection: NodeSelection.create(doc, 4) });
    expect(press(state, 'Enter', (cell) => gone.push(cell)).doc.eq(doc)).toBe(true);
    expect(gone).toEqual(['applications.receivedThisYear.total']);
  });

  it('read a figure in a heading by its value', () => {
    const after = press(stateOf([paragraph('（二）受理 ', figure(), ' 件')], 0), 'Enter');
    expect(blocksOf(after.doc)).toEqual([heading(2, '（二）受理 ', figure(), ' 件')]);
  });
});

/** What the keys do in the editor. */
import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { NodeSelection, TextSelection, type Command, type Plugin } from 'prosemirror-state';
import type { CellKey } from '#core/form/cell-key.ts';
import { inlineText, narrativeFromText, type ShowFigure } from '#core/narrative/narrative-text.ts';
import { inlinesOf, isBlank } from './convert.ts';
import { makeLines, toggleLines } from './lines.ts';
import { cellOfFigure, isFigure, proseSchema } from './schema.ts';

const { paragraph, heading, item } = proseSchema.nodes;

export type KeyOrder = { readonly show: ShowFigure; readonly goToCell: (cell: CellKey) => void };

export function proseKeys({ show, goToCell }: KeyOrder): readonly Plugin[] {
  const enter = chainCommands(followFigure(goToCell), endHeadingLine(show), leaveList, commandOf('Enter'));
  const own = keymap({
    Enter: enter,
    'Shift-Enter': enter,
    Backspace: chainCommands(plainFirst, commandOf('Backspace')),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-Alt-0': makeLines('paragraph'),
    'Mod-Alt-2': toggleLines('heading2'),
    'Mod-Alt-3': toggleLines('heading3'),
    'Mod-Shift-7': toggleLines('ordered'),
    'Mod-Shift-8': toggleLines('bullet'),
  });
  return [own, keymap(baseKeymap)];
}

/** Enter behind `（一）主动公开` makes that line a heading, by the same rule as pasted text. */
function endHeadingLine(show: ShowFigure): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    const line = $from.parent;
    if (!empty || line.type !== paragraph || $from.parentOffset < line.content.size) return false;
    const level = headingLevel(line, show);
    if (level === null) return false;
    const at = $from.before();
    const tr = state.tr.setNodeMarkup(at, heading, { level }).insert(at + line.nodeSize, paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, at + line.nodeSize + 1));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function headingLevel(line: Node, show: ShowFigure): 2 | 3 | null {
  const [block] = narrativeFromText(inlineText(inlinesOf(line), show));
  return block?.kind === 'heading' ? block.level : null;
}

/** Enter on an empty item ends the list. */
const leaveList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== item || !isBlank($from.parent)) return false;
  return makeLines('paragraph')(state, dispatch);
};

/** Backspace at the beginning of a heading or an item first makes it a paragraph. */
const plainFirst: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  return makeLines('paragraph')(state, dispatch);
};

/** Enter on a selected figure goes to its cell. */
function followFigure(goToCell: (cell: CellKey) => void): Command {
  return ({ selection }, dispatch) => {
    if (!(selection instanceof NodeSelection) || !isFigure(selection.node)) return false;
    if (dispatch !== undefined) goToCell(cellOfFigure(selection.node));
    return true;
  };
}

function commandOf(key: string): Command {
  const command = baseKeymap[key];
  if (command === undefined) throw new Error(`the base keymap has no ${key}`);
  return command;
}

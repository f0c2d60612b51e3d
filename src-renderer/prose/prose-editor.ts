/** The prose editor of one section: a ProseMirror view that takes and gives blocks. */
import { history } from 'prosemirror-history';
import { EditorState, NodeSelection, Selection, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Block } from '#core/narrative/narrative.ts';
import type { ShowFigure } from '#core/narrative/narrative-text.ts';
import type { Quotation } from '#core/rules/finding.ts';
import { proseClipboard } from './clipboard.ts';
import { blocksOf, docOf } from './convert.ts';
import { FigureViews, type FigureFace } from './figure-view.ts';
import { insertAt, insertBelow } from './insert-blocks.ts';
import { proseKeys } from './keys.ts';
import { selectedKind, type LineKind } from './lines.ts';
import { markingWords, markWords, type MarkedWords } from './marked-words.ts';
import { mentionTrigger } from './mention.ts';
import { placesOf, type BlockPlaces } from './places.ts';
import { rangeOfQuotation } from './quoted.ts';
import { replaceDoc, wouldBeTooLong } from './replace-doc.ts';
import { cellOfFigure, isFigure, proseSchema } from './schema.ts';
import './prose.css';

/** Where on the screen the caret is, in pixels of the window. */
export type CaretPlace = { readonly left: number; readonly top: number; readonly bottom: number };

export type EditorSelection = { readonly kind: LineKind | null; readonly figure: CellKey | null };

export type EditorOrder = {
  /** False for a report that is locked: it can be read and copied from. */
  readonly isEditable: boolean;
  readonly place: HTMLElement;
  readonly blocks: readonly Block[];
  /** Of the editable element: label, language, id. */
  readonly attributes: Readonly<Record<string, string>>;
  /** A cell's value as it is printed; blank is the empty text. */
  readonly show: ShowFigure;
  readonly face: (cell: CellKey) => FigureFace;
  readonly isKnown: (cell: CellKey) => boolean;
  readonly onchange: (blocks: readonly Block[]) => void;
  readonly onselect: (selection: EditorSelection) => void;
  readonly onblur: () => void;
  /** `@` was typed (it is not in the text): a cell is to be chosen. */
  readonly onmention: () => void;
  readonly ongo: (cell: CellKey) => void;
  readonly onrefused: (why: 'no-text' | 'too-long') => void;
};

/** Which words are to be marked, by the places of the moment. */
export type Marking = (places: readonly BlockPlaces[]) => readonly MarkedWords[];

export class ProseEditor {
  readonly #order: EditorOrder;
  readonly #figures: FigureViews;
  readonly #view: EditorView;
  /** The blocks that the document stands for, as they were last given or taken. */
  #blocks: readonly Block[];
  #marking: Marking = () => [];
  /** What has to wait until the input method has finished a word. */
  #isBehind = false;

  constructor(order: EditorOrder) {
    this.#order = order;
    this.#blocks = order.blocks;
    this.#figures = new FigureViews(order.face);
    const { show, isKnown } = order;
    const doc = docOf(order.blocks);
    this.#view = new EditorView(order.place, {
      state: EditorState.create({
        doc,
        // Who comes to write goes on where the text ends.
        selection: Selection.atEnd(doc),
        plugins: [
          ...proseKeys({ show, goToCell: order.ongo }),
          history(),
          markingWords(),
          mentionTrigger(order.onmention),
          proseClipboard({ show, isKnown, onRefused: () => order.onrefused('no-text') }),
        ],
      }),
      attributes: { role: 'textbox', 'aria-multiline': 'true', tabindex: '0', class: 'prose', spellcheck: 'false', ...order.attributes },
      // The line that is written on keeps some distance from the edge.
      scrollThreshold: { top: 24, right: 0, bottom: 56, left: 0 },
      scrollMargin: { top: 24, right: 0, bottom: 56, left: 0 },
      nodeViews: { figure: this.#figures.create },
      editable: () => order.isEditable,
      dispatchTransaction: (transaction) => this.#apply(transaction),
      handleClickOn: (_view, _place, node, _at, _event, isDirect) => {
        if (!isDirect || !isFigure(node)) return false;
        order.ongo(cellOfFigure(node));
        return true;
      },
      handleDOMEvents: {
        blur: () => order.onblur(),
        compositionend: () => {
          // The view has read the finished word only after this event.
          setTimeout(() => this.#catchUp());
        },
        // The document's own undo is ProseMirror's; the browser's would undo behind its back.
        beforeinput: (_view, event) => {
          if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') event.preventDefault();
        },
      },
    });
  }

  /** Takes over blocks that were changed elsewhere; the same ones leave everything as it is. */
  take(blocks: readonly Block[]): void {
    if (blocks === this.#blocks) return;
    this.#blocks = blocks;
    if (this.#view.composing) this.#isBehind = true;
    else this.#replace();
  }

  /** Marks words, and again whenever this is called; in between the marks move with the text. */
  mark(marking: Marking): void {
    this.#marking = marking;
    if (this.#view.composing) this.#isBehind = true;
    else this.#mark();
  }

  /** After a value or the language has changed. */
  showFigures(face: (cell: CellKey) => FigureFace): void {
    this.#figures.show(face);
  }

  run(command: Command): void {
    command(this.#view.state, this.#view.dispatch, this.#view);
    this.focus();
  }

  insertFigure(cell: CellKey): void {
    this.#view.dispatch(this.#view.state.tr.replaceSelectionWith(proseSchema.nodes.figure.create({ cell }), false).scrollIntoView());
    this.focus();
  }

  /** Where the caret is, and back there, as far as the text still reaches. */
  get caret(): number {
    return this.#view.state.selection.from;
  }
  putCaret(at: number): void {
    const { doc, tr } = this.#view.state;
    this.#view.dispatch(tr.setSelection(Selection.near(doc.resolve(Math.min(at, doc.content.size)))));
    this.focus();
  }

  insertText(text: string): void {
    this.#view.dispatch(this.#view.state.tr.insertText(text).scrollIntoView());
  }

  insertBelow(block: Block): void {
    this.#view.dispatch(insertBelow(this.#view.state.tr, block).scrollIntoView());
    this.focus();
  }

  /** Inserts a block before the one at `index`, an empty line behind it to write on, and goes there. */
  insertAt(index: number, block: Block): void {
    this.#view.dispatch(insertAt(this.#view.state.tr, index, block).scrollIntoView());
    this.focus();
  }

  /** Selects the quoted words, or goes to their block when they are no longer there. */
  goTo(quotation: Quotation): void {
    const range = rangeOfQuotation(this.#places(), quotation);
    const { state } = this.#view;
    if (range !== null) {
      const selection = TextSelection.between(state.doc.resolve(range.from), state.doc.resolve(range.to));
      this.#view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    }
    this.focus();
  }

  caretPlace(): CaretPlace {
    const { left, top, bottom } = this.#view.coordsAtPos(this.#view.state.selection.from);
    return { left, top, bottom };
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  #apply(transaction: Transaction): void {
    const isFromElsewhere = transaction.getMeta('from-elsewhere') === true;
    if (transaction.docChanged && !isFromElsewhere && !this.#order.isEditable) return;
    if (!isFromElsewhere && wouldBeTooLong(transaction)) {
      this.#order.onrefused('too-long');
      this.#view.updateState(this.#view.state);
      return;
    }
    const state = this.#view.state.apply(transaction);
    this.#view.updateState(state);
    const { selection } = state;
    const figure = selection instanceof NodeSelection && isFigure(selection.node) ? cellOfFigure(selection.node) : null;
    this.#order.onselect({ kind: selectedKind(state), figure });
    if (!transaction.docChanged || isFromElsewhere) return;
    const blocks = blocksOf(state.doc);
    // A new line that is still empty says nothing yet.
    if (canonicalJson(blocks) === canonicalJson(this.#blocks)) return;
    this.#blocks = blocks;
    this.#order.onchange(blocks);
  }

  #places(): readonly BlockPlaces[] {
    return placesOf(this.#view.state.doc, this.#order.show);
  }

  #mark(): void {
    this.#noticeCaret();
    this.#view.dispatch(markWords(this.#view.state, this.#marking(this.#places())));
  }

  /**
   * The browser has moved the caret already when it tells so: an update between the two would put it back to where the
   * view believes it to be, and an arrow key would be lost.
   */
  #noticeCaret(): void {
    this.#view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
  }

  #replace(): void {
    this.#noticeCaret();
    const transaction = replaceDoc(this.#view.state, docOf(this.#blocks));
    if (transaction !== null) this.#view.dispatch(transaction.setMeta('from-elsewhere', true));
  }

  #catchUp(): void {
    if (!this.#isBehind || this.#view.isDestroyed || this.#view.composing) return;
    this.#isBehind = false;
    this.#replace();
    this.#mark();
  }
}

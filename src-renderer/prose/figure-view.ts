/** A bound figure on the screen: a chip with the cell's value of the moment, which no change of the document brings about. */
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import type { CellKey } from '#core/form/cell-key.ts';
import { cellAttribute, cellOfFigure, isFigure } from './schema.ts';

/** What a chip shows, and its accessible name. */
export type FigureFace = { readonly text: string; readonly name: string; readonly isBlank: boolean };

/** All chips of one editor. */
export class FigureViews {
  #face: (cell: CellKey) => FigureFace;
  readonly #views = new Set<FigureView>();

  constructor(face: (cell: CellKey) => FigureFace) {
    this.#face = face;
  }

  readonly create = (node: Node): NodeView => {
    const view = new FigureView(
      node,
      (cell) => this.#face(cell),
      () => this.#views.delete(view),
    );
    this.#views.add(view);
    return view;
  };

  /** After a value or the language has changed. */
  show(face: (cell: CellKey) => FigureFace): void {
    this.#face = face;
    for (const view of this.#views) view.show();
  }
}

class FigureView implements NodeView {
  readonly dom = document.createElement('span');
  readonly #face: (cell: CellKey) => FigureFace;
  readonly #onDestroy: () => void;
  #cell: CellKey;

  constructor(node: Node, face: (cell: CellKey) => FigureFace, onDestroy: () => void) {
    this.#cell = cellOfFigure(node);
    this.#face = face;
    this.#onDestroy = onDestroy;
    this.dom.className = 'figure';
    this.dom.setAttribute('role', 'link');
    this.show();
  }

  show(): void {
    const { text, name, isBlank } = this.#face(this.#cell);
    this.dom.setAttribute(cellAttribute, this.#cell);
    this.dom.setAttribute('aria-label', name);
    this.dom.classList.toggle('blank', isBlank);
    if (this.dom.textContent !== text) this.dom.textContent = text;
  }

  update(node: Node): boolean {
    if (!isFigure(node)) return false;
    this.#cell = cellOfFigure(node);
    this.show();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#onDestroy();
  }
}

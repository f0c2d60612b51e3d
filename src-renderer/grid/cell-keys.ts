/** What a key means in a cell. */
import type { Direction, Place } from './cell-moves.ts';

export type CellCommand =
  | { readonly kind: 'move'; readonly place: Place; readonly extends: boolean }
  | { readonly kind: 'edge'; readonly direction: Direction; readonly extends: boolean }
  | { readonly kind: 'tab'; readonly isBack: boolean }
  | { readonly kind: 'select-all' | 'clear' | 'revert' | 'edit' };

/** Where the caret is in the text that is being edited. */
export type Caret = { readonly start: number; readonly end: number; readonly length: number };

/** Null where there is no text to edit. */
export function caretIn(box: EventTarget | null): Caret | null {
  if (!(box instanceof HTMLInputElement)) return null;
  return { start: box.selectionStart ?? 0, end: box.selectionEnd ?? 0, length: box.value.length };
}

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Null for what the field itself does with the key. `caret` is null while the text is not being edited. */
export function commandOf(event: KeyboardEvent, caret: Caret | null): CellCommand | null {
  if (event.altKey || event.isComposing) return null;
  const hasChord = event.ctrlKey || event.metaKey;
  const arrow = arrows[event.key];
  if (arrow !== undefined) return ofArrow(arrow, event.shiftKey, hasChord, caret);
  if (hasChord) return ofChord(event, caret);
  switch (event.key) {
    case 'Enter':
      return { kind: 'move', place: event.shiftKey ? 'up' : 'down', extends: false };
    case 'Tab':
      return { kind: 'tab', isBack: event.shiftKey };
    case 'Home':
      return caret === null ? { kind: 'move', place: 'row-start', extends: event.shiftKey } : null;
    case 'End':
      return caret === null ? { kind: 'move', place: 'row-end', extends: event.shiftKey } : null;
    case 'Delete':
    case 'Backspace':
      return caret === null ? { kind: 'clear' } : null;
    case 'Escape':
      return { kind: 'revert' };
    case 'F2':
      return { kind: 'edit' };
    default:
      return null;
  }
}

function ofArrow(direction: Direction, extendsRange: boolean, hasChord: boolean, caret: Caret | null): CellCommand | null {
  if (caret !== null) {
    // Within the text arrows move the caret; at its ends they leave the cell.
    const isAlong = direction === 'left' || direction === 'right';
    const isAtEnd = direction === 'left' ? caret.end === 0 : caret.start === caret.length;
    if (isAlong && (extendsRange || hasChord || !isAtEnd)) return null;
  }
  return hasChord ? { kind: 'edge', direction, extends: extendsRange } : { kind: 'move', place: direction, extends: extendsRange };
}

function ofChord(event: KeyboardEvent, caret: Caret | null): CellCommand | null {
  if (caret !== null) return null;
  if (event.key.toLowerCase() === 'a' && !event.shiftKey) return { kind: 'select-all' };
  if (event.key === 'Home') return { kind: 'move', place: 'first', extends: event.shiftKey };
  if (event.key === 'End') return { kind: 'move', place: 'last', extends: event.shiftKey };
  return null;
}

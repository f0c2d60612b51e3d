/** What the next undo and redo of a stored filing would do, in words. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { findRedo, findUndo, problemOf, type NoWay, type Way } from '#core/history/undo.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { describeWay } from '#core/text/describe-history.ts';
import type { UndoingView, WayView } from '#core/ipc/views.ts';
import type { StoredFiling, Workspace } from '../store/workspace.ts';
import type { Desk } from './change-filing.ts';

export type Direction = 'undo' | 'redo';

/** Where an undo or a redo of the filing as it is stored would lead; read from the journal as far as that needs. */
export function findWay(workspace: Workspace, stored: StoredFiling, direction: Direction): Way | NoWay {
  const entries = workspace.journalBack(stored.id);
  return direction === 'undo' ? findUndo(entries, stored) : findRedo(entries, stored);
}

export function viewUndoing({ editions, workspace }: Desk, stored: StoredFiling): Outcome<UndoingView> {
  const edition = editionById(editions, stored.filing.edition.id);
  if (!edition.ok) return edition;
  const view = (direction: Direction): WayView => {
    const way = findWay(workspace, stored, direction);
    if (way.kind !== 'way') return { kind: 'none', why: problemOf(way, direction) };
    return { kind: 'ready', what: describeWay(edition.value.form, way, direction) };
  };
  return ok({ undo: view('undo'), redo: view('redo') });
}

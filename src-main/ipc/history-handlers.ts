/** Handlers of undo, redo and the history of a filing. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { UndoneView } from '#core/ipc/views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { viewUndoing } from '../filings/view-undoing.ts';
import { showHistory } from '../use-cases/show-history.ts';
import { redoEdit, undoEdit, type Undone } from '../use-cases/undo-edit.ts';
import { deskOf, type HandlerContext } from './context.ts';

export type HistoryChannel = 'filing/undo' | 'filing/redo' | 'filing/undoing' | 'filing/history';

export function historyHandlers(context: HandlerContext): Pick<Handlers, HistoryChannel> {
  const take = async (id: string, direction: (desk: Desk, id: string) => Promise<Outcome<Undone>>): Promise<Outcome<UndoneView>> => {
    const desk = deskOf(context);
    if (!desk.ok) return desk;
    const undone = await direction(desk.value, id);
    if (!undone.ok) return undone;
    const view = await viewFiling(desk.value, id);
    return view.ok ? ok({ ...undone.value, view: view.value }) : view;
  };
  return {
    'filing/undo': ({ id }) => take(id, undoEdit),
    'filing/redo': ({ id }) => take(id, redoEdit),
    'filing/undoing': ({ id }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const stored = desk.value.workspace.readFiling(id);
      return stored.ok ? viewUndoing(desk.value, stored.value) : stored;
    },
    'filing/history': ({ id, cell }) => {
      const desk = deskOf(context);
      return desk.ok ? showHistory(desk.value, id, cell) : desk;
    },
  };
}

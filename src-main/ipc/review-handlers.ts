/** Handlers of `review/…`. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { FilingView } from '#core/ipc/views.ts';
import { reasonsSinceExport } from '#core/workflow/review.ts';
import type { Desk } from '../filings/change-filing.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { approveFiling, exportedFiling, unlockFiling } from '../use-cases/review-filing.ts';
import { deskOf, type HandlerContext } from './context.ts';

type ReviewChannel = Extract<keyof Handlers, `review/${string}`>;

export function reviewHandlers(context: HandlerContext): Pick<Handlers, ReviewChannel> {
  const take = async (id: string, act: (desk: Desk) => Promise<Outcome<null>>): Promise<Outcome<FilingView>> => {
    const desk = deskOf(context);
    if (!desk.ok) return desk;
    const done = await act(desk.value);
    return done.ok ? viewFiling(desk.value, id) : done;
  };
  return {
    'review/approve': (order) => take(order.id, (desk) => approveFiling(desk, order)),
    'review/unlock': ({ id, reason }) => take(id, (desk) => unlockFiling(desk, id, reason)),
    'review/exported': ({ id }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const exported = exportedFiling(desk.value, id);
      if (!exported.ok || exported.value === null) return exported.ok ? ok(null) : exported;
      const { cells, narrative, revision } = exported.value;
      const reasons = reasonsSinceExport(desk.value.workspace.journalBack(id));
      return ok({ cells, narrative, revision: revision.number, reasons });
    },
  };
}

/** Handlers of `filing/…`: each calls one use case. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { acceptTotal, chooseUnit, enterCells } from '#core/filing/edit-filing.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { FilingView } from '#core/ipc/views.ts';
import { changeFiling, keepingPending, type Desk } from '../filings/change-filing.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { createFiling } from '../use-cases/create-filing.ts';
import { justifyFinding } from '../use-cases/justify-finding.ts';
import { openSample } from '../use-cases/open-sample.ts';
import { writeSection } from '../use-cases/write-section.ts';
import { deskOf, type HandlerContext } from './context.ts';

type FilingChannel = Extract<keyof Handlers, `filing/${string}`>;

export function filingHandlers(context: HandlerContext): Pick<Handlers, FilingChannel> {
  const withDesk = <T>(work: (desk: Desk) => Outcome<T>): Outcome<T> => {
    const desk = deskOf(context);
    return desk.ok ? work(desk.value) : desk;
  };
  const viewOf = (desk: Desk, id: Outcome<unknown>, shown: string): Outcome<FilingView> => (id.ok ? viewFiling(desk, shown) : id);
  const show = (desk: Desk, id: Outcome<string>): Outcome<FilingView> => (id.ok ? viewFiling(desk, id.value) : id);

  return {
    'filing/list': () => withDesk(({ workspace }) => ok(workspace.listFilings())),
    'filing/create': ({ unit, reportYear }) => withDesk((desk) => show(desk, createFiling(desk, unit, reportYear))),
    'filing/open-sample': () => withDesk((desk) => show(desk, openSample(desk, context.samples))),
    'filing/open': ({ id }) => withDesk((desk) => viewFiling(desk, id)),
    'filing/enter-cells': ({ id, texts }) =>
      withDesk((desk) =>
        changeFiling(desk, { id, action: 'filing/enter-cells', work: (stored, { form }) => enterCells(form, stored, texts) }),
      ),
    'filing/accept-total': ({ id, cell }) =>
      withDesk((desk) =>
        changeFiling(desk, { id, action: 'filing/accept-total', work: (stored, { form }) => acceptTotal(form, stored, cell) }),
      ),
    'filing/choose-unit': ({ id, cell, unit }) =>
      withDesk((desk) =>
        changeFiling(desk, {
          id,
          action: 'filing/choose-unit',
          detail: { cell, unit },
          work: (stored, { form }) => chooseUnit(form, stored, cell, unit),
        }),
      ),
    'filing/write-section': ({ id, section, text }) => withDesk((desk) => writeSection(desk, id, section, narrativeFromText(text))),
    'filing/justify': (order) => withDesk((desk) => viewOf(desk, justifyFinding(desk, order), order.id)),
    'filing/name-people': ({ id, people }) =>
      withDesk((desk) =>
        changeFiling(desk, {
          id,
          action: 'filing/name-people',
          detail: { ...people },
          work: (stored) => keepingPending(stored, { ...stored.filing, people }),
        }),
      ),
    'filing/save-again': () => withDesk(({ workspace }) => ok(workspace.saveAgain())),
  };
}

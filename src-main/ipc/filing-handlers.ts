/** Handlers of `filing/…`: each calls one use case. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { acceptTotal, chooseUnit, enterCells, noteCell } from '#core/filing/edit-filing.ts';
import { stepOfTyping } from '#core/history/burst.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { FilingView } from '#core/ipc/views.ts';
import { changeFiling, keepingPending, type Change, type Desk } from '../filings/change-filing.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { attachFiles, removeAttachment } from '../use-cases/attach-files.ts';
import { createFiling } from '../use-cases/create-filing.ts';
import { justifyFinding } from '../use-cases/justify-finding.ts';
import { openSample } from '../use-cases/open-sample.ts';
import { writeSection } from '../use-cases/write-section.ts';
import { deskOf, type HandlerContext } from './context.ts';
import type { HistoryChannel } from './history-handlers.ts';

type FilingChannel = Exclude<Extract<keyof Handlers, `filing/${string}`>, HistoryChannel>;

export function filingHandlers(context: HandlerContext): Pick<Handlers, FilingChannel> {
  const withDesk = async <T>(work: (desk: Desk) => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const desk = deskOf(context);
    return desk.ok ? work(desk.value) : desk;
  };
  const viewOf = async (desk: Desk, done: Promise<Outcome<unknown>>, id: string): Promise<Outcome<FilingView>> => {
    const outcome = await done;
    return outcome.ok ? viewFiling(desk, id) : outcome;
  };
  const show = async (desk: Desk, found: Promise<Outcome<string>>): Promise<Outcome<FilingView>> => {
    const id = await found;
    return id.ok ? viewFiling(desk, id.value) : id;
  };

  return {
    'filing/list': () => withDesk(({ workspace }) => ok(workspace.listFilings())),
    'filing/create': ({ unit, reportYear }) => withDesk((desk) => show(desk, createFiling(desk, unit, reportYear))),
    'filing/open-sample': () => withDesk((desk) => show(desk, openSample(desk, context.samples))),
    'filing/open': ({ id }) => withDesk((desk) => viewFiling(desk, id)),
    'filing/enter-cells': ({ id, texts, goesOn }) =>
      withDesk((desk) => {
        const [only] = texts;
        const burst = goesOn && only !== undefined && texts.length === 1 ? { place: only.cell, stepOf: stepOfTyping } : undefined;
        const work: Change['work'] = (stored, { form }) => enterCells(form, stored, texts);
        return changeFiling(desk, { id, action: 'filing/enter-cells', work, ...(burst === undefined ? {} : { burst }) });
      }),
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
    'filing/write-section': ({ id, section, blocks }) => withDesk((desk) => writeSection(desk, id, section, blocks)),
    'filing/justify': (order) => withDesk((desk) => viewOf(desk, justifyFinding(desk, order), order.id)),
    'filing/name-people': ({ id, people }) =>
      withDesk((desk) =>
        changeFiling(desk, {
          id,
          action: 'filing/name-people',
          work: (stored) => keepingPending(stored, { ...stored.filing, people }),
        }),
      ),
    'filing/note-cell': ({ id, cell, text }) =>
      withDesk((desk) =>
        viewOf(
          desk,
          changeFiling(desk, { id, action: 'filing/note-cell', work: (stored, { form }) => noteCell(form, stored, cell, text) }),
          id,
        ),
      ),
    'filing/attach': async ({ id }) => {
      const paths = await context.dialogs.chooseAttachments();
      return withDesk((desk) => (paths.length === 0 ? viewFiling(desk, id) : viewOf(desk, attachFiles(desk, id, paths), id)));
    },
    'filing/detach': ({ id, name }) => withDesk((desk) => viewOf(desk, removeAttachment(desk, id, name), id)),
    'filing/save-again': () => withDesk(async ({ workspace }) => ok(await workspace.saveAgain())),
  };
}

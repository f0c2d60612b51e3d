/** Handlers of `roster/…` and `reception/…`. */
import { basename } from 'node:path';
import { putUnit, removeUnit } from '#core/consolidation/edit-roster.ts';
import type { Subordinate } from '#core/consolidation/subordinates.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { ReceptionProgress, ReceptionSummary } from '#core/ipc/reception-views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { applyRoster, changeRoster, previewRosterFile, previewRosterOf, type HeldRoster } from '../reception/change-roster.ts';
import { contactOf } from '../reception/contact-of.ts';
import { checkAgain } from '../reception/check-again.ts';
import { overlook, viewSubordinates } from '../reception/overlook.ts';
import { saveReceived } from '../reception/save-received.ts';
import { takeIn } from '../reception/take-in.ts';
import { ownCertificates } from '../signing/own-certificates.ts';
import { deskOf, type HandlerContext } from './context.ts';
import { ownUnitOf } from './own-unit.ts';

export type ReceptionChannel = Extract<keyof Handlers, `roster/${string}` | `reception/${string}`>;

/** The screens are told of progress no more often than this, in milliseconds. */
const leastBetween = 100;

export function receptionHandlers(context: HandlerContext): Pick<Handlers, ReceptionChannel> {
  const { dialogs, now, tellScreens } = context;
  let held: HeldRoster | null = null;
  let underWay: (ReceptionProgress & { isStopped: boolean }) | null = null;

  const withDesk = async <T>(work: (desk: Desk) => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const desk = deskOf(context);
    return desk.ok ? work(desk.value) : desk;
  };
  const receive = async (desk: Desk, year: number, places: readonly string[]): Promise<Outcome<ReceptionSummary>> => {
    if (underWay !== null) return fail(problem('reception/under-way'));
    const batch = { year, done: 0, total: 0, isStopped: false };
    const certificates = ownCertificates(context.identities);
    if (!certificates.ok) return certificates;
    underWay = batch;
    let told = 0;
    try {
      const taken = await takeIn(desk, {
        own: certificates.value,
        places,
        reportYear: year,
        now: now(),
        onProgress: (done, total) => {
          Object.assign(batch, { done, total });
          const time = now().getTime();
          if (done < total && time - told < leastBetween) return;
          told = time;
          tellScreens('reception/progress');
        },
        isStopped: () => batch.isStopped,
      });
      if (!taken.ok) return taken;
      const found = overlook(desk, year, ownUnitOf(desk.workspace));
      return found.ok ? ok({ ...taken.value, unchained: found.value.units.filter(isUnchained).map(({ unit }) => named(unit)) }) : found;
    } finally {
      underWay = null;
      tellScreens('reception/progress');
    }
  };

  return {
    'roster/read': ({ year }) =>
      withDesk(async ({ workspace }) => ok({ units: workspace.reception.roster(year).units, saved: await workspace.settle() })),
    'roster/preview': ({ year }) =>
      withDesk(async (desk) => {
        held = null;
        const [path] = await dialogs.chooseUnitFiles('roster');
        if (path === undefined) return ok(null);
        const found = await previewRosterFile(desk, year, path);
        if (!found.ok) return found;
        held = found.value;
        return ok(found.value.view);
      }),
    'roster/preview-copy': ({ year, from }) =>
      withDesk((desk) => {
        held = previewRosterOf(desk, year, from);
        return ok(held.view);
      }),
    'roster/apply': ({ token }) =>
      withDesk((desk) => {
        const chosen = held;
        held = null;
        return chosen?.view.token === token ? applyRoster(desk, chosen) : fail(problem('roster/preview-outdated'));
      }),
    'roster/put-unit': ({ year, before, typed }) =>
      withDesk((desk) => changeRoster(desk, year, before ?? typed.code ?? '', (units) => putUnit(units, before, typed))),
    'roster/remove-unit': ({ year, code }) => withDesk((desk) => changeRoster(desk, year, code, (units) => removeUnit(units, code))),
    'roster/contact': ({ code }) => withDesk(({ workspace }) => ok(contactOf(workspace, code))),
    'reception/overlook': ({ year }) => withDesk((desk) => viewSubordinates(desk, year, ownUnitOf(desk.workspace))),
    'reception/unit': ({ year, code }) =>
      withDesk((desk) => {
        const found = overlook(desk, year, ownUnitOf(desk.workspace));
        if (!found.ok) return found;
        const unit = found.value.units.find((each) => each.unit.code === code);
        return ok(unit === undefined ? null : { year, ...unit });
      }),
    'reception/reminders': ({ year }) =>
      withDesk((desk) => {
        const found = overlook(desk, year, ownUnitOf(desk.workspace));
        if (!found.ok) return found;
        const isOpen = ({ state }: Subordinate) => state === 'missing' || state === 'wrong';
        const open = found.value.units.filter((each) => isOpen(each) || isUnchained(each));
        return ok(
          open.map((each) => ({ unit: each.unit, state: each.state, faults: isOpen(each) ? each.faults : [], remarks: each.remarks })),
        );
      }),
    'reception/receive': ({ year, from }) =>
      withDesk(async (desk): Promise<Outcome<ReceptionSummary | null>> => {
        if (underWay !== null) return fail(problem('reception/under-way'));
        const folder = from === 'folder' ? await dialogs.chooseFolder() : null;
        const places = from === 'files' ? await dialogs.chooseUnitFiles('reports') : folder === null ? [] : [folder];
        return places.length === 0 ? ok(null) : receive(desk, year, places);
      }),
    'reception/receive-dropped': ({ year, paths }) =>
      withDesk((desk) => (paths.length === 0 ? fail(problem('reception/nothing-dropped')) : receive(desk, year, paths))),
    'reception/progress': () => {
      const batch = underWay;
      return ok(batch === null ? null : { year: batch.year, done: batch.done, total: batch.total });
    },
    'reception/cancel': () => {
      if (underWay !== null) underWay.isStopped = true;
      return ok(null);
    },
    'reception/check-again': ({ year }) =>
      withDesk((desk) => {
        const own = ownCertificates(context.identities);
        return own.ok ? checkAgain(desk, year, now(), own.value) : own;
      }),
    'reception/set-standing': ({ digest, standing }) =>
      withDesk(({ workspace }) =>
        workspace.reception.setStanding(digest, standing, {
          actor: '接收人',
          action: 'reception/set-standing',
          detail: { digest, standing },
        }),
      ),
    'reception/save-file': ({ digest }) =>
      withDesk(async ({ workspace }) => {
        const folder = await dialogs.chooseFolder();
        if (folder === null) return ok(null);
        const saved = saveReceived(workspace, digest, folder);
        if (!saved.ok) return saved;
        dialogs.showInFolder(saved.value);
        return ok({ fileName: basename(saved.value) });
      }),
  };
}

function isUnchained({ remarks }: Subordinate): boolean {
  return remarks.some(({ kind }) => kind === 'chain');
}

function named({ code, name }: Subordinate['unit']) {
  return { code, name };
}

/** All handlers of the contract; a channel without one does not compile. */
import { dirname } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { tableZooms, type StartView } from '#core/ipc/views.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { probeWriting } from '../files/probe-writing.ts';
import { appHandlers } from './app-handlers.ts';
import { backupHandlers } from './backup-handlers.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { deskOf, type HandlerContext } from './context.ts';
import { filingHandlers } from './filing-handlers.ts';
import { documentHandlers } from './document-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { takeGiven } from './take-given.ts';
import { intakeHandlers } from './intake-handlers.ts';
import { languageOf, languageSetting } from './language.ts';
import { verifiedPaths } from '../receipts/find-bundle.ts';
import { receiptHandlers } from './receipt-handlers.ts';
import { authorityHandlers } from './authority-handlers.ts';
import { keyHandlers } from './key-handlers.ts';
import { trustHandlers } from './trust-handlers.ts';
import { consolidationHandlers } from './consolidation-handlers.ts';
import { receptionHandlers } from './reception-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { updateHandlers } from './update-handlers.ts';
import { uploadHandlers } from './upload-handlers.ts';
import { nameOwnUnit, ownUnitOf } from './own-unit.ts';

const tableZoomSetting = 'table-zoom';

export function createHandlers(context: HandlerContext): Handlers {
  const verified = verifiedPaths();
  return {
    'app/start': () => start(context),
    'app/set-language': async (language) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      await desk.value.workspace.writeSetting(languageSetting, language);
      context.onLanguage(language);
      return ok(null);
    },
    'app/name-own-unit': async (unit) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      await nameOwnUnit(desk.value.workspace, unit);
      return ok(null);
    },
    'app/set-table-zoom': async (zoom) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      await desk.value.workspace.writeSetting(tableZoomSetting, String(zoom));
      return ok(null);
    },
    'app/ready-to-close': () => {
      context.onReadyToClose();
      return ok(null);
    },
    ...appHandlers(context),
    'app/take-given': () => takeGiven(context, verified),
    ...filingHandlers(context),
    ...historyHandlers(context),
    ...bundleHandlers(context, verified),
    ...trustHandlers(context),
    ...keyHandlers(context),
    ...authorityHandlers(context),
    ...receiptHandlers(context, verified),
    ...documentHandlers(context),
    ...intakeHandlers(context),
    ...backupHandlers(context),
    ...reviewHandlers(context),
    ...receptionHandlers(context),
    ...consolidationHandlers(context),
    ...updateHandlers(context),
    ...uploadHandlers(context),
  } satisfies Handlers;
}

function start(context: HandlerContext): Outcome<StartView> {
  const desk = deskOf(context);
  if (!desk.ok) return desk;
  const { editions, workspace } = desk.value;
  return ok({
    version: context.version,
    platform: context.platform,
    language: languageOf(workspace),
    editions: editions.map((each) => ({ id: each.id, digest: each.digest, edition: each.form.edition, book: each.book })),
    opening: workspace.opening,
    accidents: workspace.accidents.list(),
    writing: probeWriting(nodeFileSystem, dirname(workspace.path)),
    ownUnit: ownUnitOf(workspace),
    tableZoom: tableZooms.find((each) => String(each) === workspace.readSetting(tableZoomSetting)) ?? 100,
    filings: workspace.listFilings(),
    today: localDay(context.now()),
  });
}

/** YYYY-MM-DD where the computer is, not in Greenwich. */
function localDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

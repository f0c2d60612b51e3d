/** Handlers of `receipt/…`. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { overlook } from '../reception/overlook.ts';
import { answerTargets } from '../receipts/answer-targets.ts';
import { answerBundles, previewAnswer } from '../receipts/answer-bundles.ts';
import type { VerifiedPaths } from '../receipts/find-bundle.ts';
import type { Judging } from '../receipts/judge-receipt.ts';
import { containersAt, takeReceipts } from '../receipts/take-receipts.ts';
import { viewSubmissions } from '../receipts/view-submissions.ts';
import { ownCertificates, ownFingerprints } from '../signing/own-certificates.ts';
import { trustStoreOf } from '../trust/trust-store-of.ts';
import { rememberOfficer } from '../trust/view-trust.ts';
import { deskOf, type HandlerContext } from './context.ts';
import { ownUnitOf } from './own-unit.ts';
import { openOwnKey } from './own-key.ts';

type ReceiptChannel = Extract<keyof Handlers, `receipt/${string}`>;

/** What receipts are judged by. */
export function judgingOf({ workspace, identities, now }: HandlerContext): Outcome<Omit<Judging, 'tables'>> {
  if (!workspace.ok) return workspace;
  const own = ownFingerprints(identities);
  return own.ok ? ok({ trust: trustStoreOf(workspace.value), own: own.value, now: now() }) : own;
}

export function receiptHandlers(context: HandlerContext, verified: VerifiedPaths): Pick<Handlers, ReceiptChannel> {
  const { dialogs, now } = context;
  const take = (places: readonly string[]): Outcome<never> | ReturnType<typeof takeReceipts> => {
    const judging = judgingOf(context);
    const desk = deskOf(context);
    if (!judging.ok) return judging;
    return desk.ok ? takeReceipts(desk.value.workspace, containersAt(places), judging.value) : desk;
  };
  return {
    'receipt/targets': ({ year }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const units = overlook(desk.value, year, ownUnitOf(desk.value.workspace));
      if (!units.ok) return units;
      return ok(answerTargets(desk.value, year, units.value.units));
    },
    'receipt/preview': ({ target }) => {
      const desk = deskOf(context);
      const own = ownCertificates(context.identities);
      if (!own.ok) return own;
      return desk.ok ? previewAnswer({ ...desk.value, verified, own: own.value, now: now() }, target) : desk;
    },
    'receipt/answer': async ({ targets, verdict, reason, cells, officer, unitCode, passphrase }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const own = ownCertificates(context.identities);
      if (!own.ok) return own;
      const key = await openOwnKey(context, unitCode, passphrase);
      if (!key.ok) return key;
      const folder = await dialogs.chooseFolder();
      if (folder === null) return ok(null);
      await rememberOfficer(desk.value.workspace, officer);
      const answer = { verdict, reason, cells, officer };
      return ok(await answerBundles({ ...desk.value, verified, own: own.value, now: now() }, { targets, answer, key: key.value, folder }));
    },
    'receipt/take': async ({ from }) => {
      const folder = from === 'folder' ? await dialogs.chooseFolder() : null;
      const places = from === 'files' ? await dialogs.chooseBundles() : folder === null ? [] : [folder];
      return places.length === 0 ? ok(null) : take(places);
    },
    'receipt/take-dropped': ({ paths }) => (paths.length === 0 ? fail(problem('reception/nothing-dropped')) : take(paths)),
    'receipt/submissions': async ({ id }) => {
      const judging = judgingOf(context);
      const desk = deskOf(context);
      if (!judging.ok) return judging;
      return desk.ok ? viewSubmissions(desk.value.workspace, id, judging.value) : desk;
    },
  };
}

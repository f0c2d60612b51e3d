/** Handler of `app/take-given`: what came of the files that the app was opened with. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { GivenView } from '#core/ipc/views.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { openGiven } from '../use-cases/open-given.ts';
import type { VerifiedPaths } from '../receipts/find-bundle.ts';
import { verifyHere } from './verify-here.ts';
import { deskOf, type HandlerContext } from './context.ts';

export async function takeGiven(context: HandlerContext, shown: VerifiedPaths): Promise<Outcome<GivenView>> {
  const paths = await context.dialogs.takeGiven();
  if (paths.length === 0) return ok({ verified: [], opened: null, problem: null });
  const desk = deskOf(context);
  if (!desk.ok) return desk;
  const given = await openGiven(desk.value, paths, (bundles) => verifyHere(context, shown, bundles));
  if (!given.ok) return given;
  const { verified, id, problem } = given.value;
  if (id === null) return ok({ verified, opened: null, problem });
  const opened = await viewFiling(desk.value, id);
  return opened.ok ? ok({ verified, opened: opened.value, problem }) : opened;
}

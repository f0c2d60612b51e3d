/** The bundles of a year that wait for an answer. */
import type { AnswerTargets } from '#core/ipc/receipt-views.ts';
import { bridge } from '../bridge.ts';

/** None also where they cannot be read: the screen that lists them says why. */
export async function answerTargets(year: number): Promise<AnswerTargets> {
  const targets = await bridge['receipt/targets']({ year });
  return targets.ok ? targets.value : { targets: [], unregistered: [] };
}

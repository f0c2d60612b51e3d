/** Where the batch that is being received is, for the screen that shows it: the newest one that asked is told. */
import type { ReceptionProgress } from '#core/ipc/reception-views.ts';
import { bridge, onNotice } from '../bridge.ts';

type Tell = (progress: ReceptionProgress | null) => void;

let newest: Tell | null = null;

/** Told at once, and with every notice; notices are listened to once for the life of the page. */
export function watchReception(tell: Tell): void {
  if (newest === null) onNotice('reception/progress', () => void ask());
  newest = tell;
  void ask();
}

async function ask(): Promise<void> {
  const progress = await bridge['reception/progress'](undefined);
  if (progress.ok) newest?.(progress.value);
}

/** Where the batch that is being received is, and what came of the last one: the screen that was opened last is told. */
import type { ReceptionProgress, ReceptionSummary } from '#core/ipc/reception-views.ts';
import { bridge, onNotice } from '../bridge.ts';

type Tell = (progress: ReceptionProgress | null) => void;

let newest: Tell | null = null;

/** What came of the last batch, until it is dismissed: whoever starts one may have left its screen when it ends. */
export type BatchNews = { readonly year: number; readonly summary: ReceptionSummary };
let news: BatchNews | null = null;

export function keepNews(of: BatchNews | null): void {
  news = of;
}
export function newsOf(year: number): ReceptionSummary | null {
  return news?.year === year ? news.summary : null;
}

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

/** What is measured inside of the page; each function is handed over as a whole and refers to nothing outside. */
import type { Page } from '@playwright/test';

/** When the largest of what the page first showed was painted, in milliseconds since 1970. */
export function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last !== undefined) resolve(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** From now on notes, for every event of the kind, how long it took until what it changed was painted. */
export async function watch(page: Page, kind: 'keydown' | 'click'): Promise<void> {
  await page.evaluate((name) => {
    const notes: number[] = [];
    Object.assign(window, { benchNotes: notes });
    document.addEventListener(
      name,
      (event) => {
        // The frame's callback runs before it is painted; the message that it sends, after.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            notes.push(performance.now() - event.timeStamp);
          };
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  }, kind);
}

/** What was noted so far; the notes begin anew. */
export function takeNotes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { benchNotes } = window as unknown as { benchNotes: number[] };
    return benchNotes.splice(0);
  });
}

/** Clicks the first element that the selector names, and the milliseconds until `wanted` is there and painted. */
export function clickUntil(page: Page, selector: string, wanted: string): Promise<number> {
  return page.evaluate(
    ([button, target]) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        const look = () => {
          requestAnimationFrame(() => {
            if (document.querySelector(target) === null) {
              look();
              return;
            }
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
              resolve(performance.now() - start);
            };
            channel.port2.postMessage(null);
          });
        };
        const found = document.querySelector<HTMLElement>(button);
        if (found === null) reject(new Error(`there is no ${button}`));
        else found.click();
        look();
      }),
    [selector, wanted] as const,
  );
}

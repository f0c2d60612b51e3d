/**
 * The window as its user feels it: from the key to what is painted, from the start to the first cell, from section to section,
 * and the memory of it all; beside a bare window of the same Electron that shows the same table, in turns.
 */
import type { Page } from '@playwright/test';
import { against, median, megabytes, ms, percentile } from './figures.ts';
import { bareApp, newFolder, root, startWindow, type BenchWindow } from './window-app.ts';
import { clickUntil, firstPaint, takeNotes, watch } from './window-page.ts';

const rounds = 7;
const cells = ['naturalPerson', 'commercialEnterprise', 'researchInstitution', 'other'].flatMap((column) =>
  ['receivedThisYear', 'broughtForward', 'disclosed', 'carriedForward'].map((row) => `applications.${row}.${column}`),
);
const firstCell = '[data-cell]';
const openButton = 'main button[aria-label^="打开 "]';

export async function run(): Promise<string[]> {
  const executable = process.env['NIANBAO_ELECTRON'];
  if (executable === undefined) return ['skipped: NIANBAO_ELECTRON names no Electron'];
  const data = newFolder();
  const prepared = await startWindow(executable, root, data);
  const html = await prepare(prepared.page);
  await prepared.close();
  const bare = bareApp(html);
  const [starts, bareStarts, memory, bareMemory]: [number[], number[], number[], number[]] = [[], [], [], []];
  let bareTyping: readonly number[] = [];
  let typing: readonly number[] = [];
  let switching: readonly number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const plain = await startWindow(executable, bare, newFolder());
    bareStarts.push((await firstPaint(plain.page)) - plain.startedAt);
    bareMemory.push(await settled(plain));
    if (round === rounds - 1) bareTyping = await typeInto(plain.page);
    await plain.close();
    const app = await startWindow(executable, root, data);
    await app.page.waitForSelector(openButton);
    const shown = (await firstPaint(app.page)) - app.startedAt;
    starts.push(shown + (await clickUntil(app.page, openButton, firstCell)));
    memory.push(await settled(app));
    if (round === rounds - 1) {
      await app.page.getByRole('navigation').getByRole('button', { name: /^三/u }).click();
      await app.page.waitForSelector(`[data-cell="${cells[0] ?? ''}"]`);
      typing = await typeInto(app.page);
      switching = await switchSections(app.page);
    }
    await app.close();
  }
  const [start, bareStart] = [median(starts), median(bareStarts)];
  const [held, bareHeld] = [median(memory), median(bareMemory)];
  return [
    `from the key to painted totals and findings, ${String(typing.length)} keys: p95 ${against(ms(percentile(typing, 0.95)), '16.7 ms', percentile(typing, 0.95) <= 16.7)}, p99 ${against(ms(percentile(typing, 0.99)), '33 ms', percentile(typing, 0.99) <= 33)}, median ${ms(median(typing))}; a field of the bare window alone: p95 ${ms(percentile(bareTyping, 0.95))}, median ${ms(median(bareTyping))}`,
    `from the start to the first cell: ${ms(start)}, bare window ${ms(bareStart)}: ${against(`${(start / bareStart).toFixed(2)}×`, '1.3×', start / bareStart <= 1.3)} (spread ${ms(Math.min(...starts))} to ${ms(Math.max(...starts))}, bare ${ms(Math.min(...bareStarts))} to ${ms(Math.max(...bareStarts))})`,
    `from section to section: longest ${against(ms(Math.max(...switching)), '100 ms', Math.max(...switching) <= 100)}, median ${ms(median(switching))}`,
    `memory: ${megabytes(held)}, bare window ${megabytes(bareHeld)}: ${against(`${(held / bareHeld).toFixed(2)}×`, '1.4×', held / bareHeld <= 1.4)}`,
  ];
}

/** Makes the report that all rounds open, and returns its largest table as a page of its own. */
async function prepare(page: Page): Promise<string> {
  await page.getByRole('button', { name: /样例/u }).first().click();
  await page.waitForSelector(firstCell);
  await page.getByRole('navigation').getByRole('button', { name: /^三/u }).click();
  await page.waitForSelector(`[data-cell="${cells[0] ?? ''}"]`);
  return page.evaluate(() => {
    const styles = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');
    const table = document.querySelector('table')?.outerHTML ?? '';
    return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>表</title><style>${styles}</style><main>${table}</main></html>`;
  });
}

/** Once nothing moves any more. */
async function settled(window: BenchWindow): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return window.memory();
}

async function typeInto(page: Page): Promise<readonly number[]> {
  await watch(page, 'keydown');
  for (const cell of [...cells, ...cells]) {
    await page.locator(`[data-cell="${cell}"]`).focus();
    // What the move itself paints is not the key's.
    await page.waitForTimeout(50);
    for (const key of ['1', '4', '7', 'Backspace', '9']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(30);
    }
  }
  return takeNotes(page);
}

async function switchSections(page: Page): Promise<readonly number[]> {
  await watch(page, 'click');
  const sections = await page.getByRole('navigation').getByRole('button').all();
  for (const section of [...sections, ...sections]) {
    await section.click();
    await page.waitForTimeout(150);
  }
  return takeNotes(page);
}

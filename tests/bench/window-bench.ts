/**
 * The window as its user feels it: from the key to what is painted, from the start to the first cell, from section to section,
 * and the memory of it all; beside a bare window of the same Electron that shows the same table, in turns.
 */
import type { Page } from '@playwright/test';
import { percentile } from './figures.ts';
import { atMost, longest, measured, ninetyFifth, type Bench, type Measurement } from './measurement.ts';
import { bareApp, newFolder, removeFolders, root, startWindow, type BenchWindow } from './window-app.ts';
import { clickUntil, firstPaint, takeNotes, watch } from './window-page.ts';

const rounds = 7;
const cells = ['naturalPerson', 'commercialEnterprise', 'researchInstitution', 'other'].flatMap((column) =>
  ['receivedThisYear', 'broughtForward', 'disclosed', 'carriedForward'].map((row) => `applications.${row}.${column}`),
);
const firstCell = '[data-cell]';
const openButton = 'main button[aria-label^="打开 "]';

export const bench: Bench = {
  about:
    'By the clock, beside a bare window of the same Electron that shows the same table, in turns. Memory is that of all processes; what ' +
    'several share is counted once (PSS). Frames are made as soon as there is something to paint.',
  needsElectron: true,
  run: () => run().finally(removeFolders),
};

async function run(): Promise<readonly Measurement[]> {
  const executable = process.env['NIANBAO_ELECTRON'];
  if (executable === undefined) throw new Error('NIANBAO_ELECTRON names no Electron');
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
  const [unit, bareWindow] = ['milliseconds', 'a bare window'] as const;
  const keys = { unit, values: typing, peer: { what: 'a field of a bare window', values: bareTyping } } as const;
  return [
    measured({ ...keys, id: 'window/key', what: 'from the key to painted totals and findings' }),
    measured({
      ...keys,
      id: 'window/key-95',
      what: 'from the key to painted totals and findings, 95th percentile',
      by: ninetyFifth,
      goal: atMost(16.7),
    }),
    measured({
      ...keys,
      id: 'window/key-99',
      what: 'from the key to painted totals and findings, 99th percentile',
      by: (values) => percentile(values, 0.99),
      goal: atMost(33),
    }),
    measured({
      ...{ id: 'window/start', what: 'from the start to the first cell', unit, values: starts },
      ...{ peer: { what: bareWindow, values: bareStarts }, goal: atMost(1.3, 'ratio') },
    }),
    measured({ id: 'window/section', what: 'longest change of section', unit, values: switching, by: longest, goal: atMost(100) }),
    measured({
      ...{ id: 'window/memory', what: 'memory with a report open', unit: 'bytes', values: memory },
      ...{ peer: { what: bareWindow, values: bareMemory }, goal: atMost(1.4, 'ratio') },
    }),
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

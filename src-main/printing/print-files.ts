/** Prints with the Electron that runs: for the app itself, and for a process that was started only to print. */
import { readFileSync, writeFileSync } from 'node:fs';
import { app } from 'electron';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { PrintHtml } from './print-port.ts';
import { printPage } from './print-page.ts';

/** @param fonts as `printPage` */
export function printHere(fonts: string): PrintHtml {
  return async (html, as = 'pdf') => {
    await app.whenReady();
    try {
      return ok(await printPage(html, fonts, as));
    } catch (error) {
      return fail(problem('document/print-failed', { reason: error instanceof Error ? error.message : String(error) }));
    }
  };
}

/** The whole work of a process that was started to print one file; returns its exit status. */
export async function printFile(from: string, to: string, print: PrintHtml): Promise<number> {
  const printed = await print(readFileSync(from, 'utf8'), to.endsWith('.png') ? 'png' : 'pdf');
  if (!printed.ok) {
    process.stderr.write(`${String(printed.problem.details['reason'])}\n`);
    return 2;
  }
  writeFileSync(to, printed.value);
  return 0;
}

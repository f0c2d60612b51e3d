/** The port through which a page of ours becomes a PDF: only the Electron runtime can do it, here or in a process of its own. */
import type { Outcome } from '#core/lib/outcome.ts';

/** Problems: `document/no-runtime`, `document/no-display`, `document/print-failed`. */
export type PrintHtml = (html: string) => Promise<Outcome<Uint8Array>>;

/** The word that the app is started with to print one file: `PRINT_WORD IN.html OUT.pdf`. */
export const printWord = 'print-page';

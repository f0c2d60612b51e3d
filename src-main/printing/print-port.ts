/** The port through which a page of ours becomes a PDF or a picture: only the Electron runtime can do it, here or in a process of its own. */
import type { Outcome } from '#core/lib/outcome.ts';

/** `png`: the whole page as one long picture, twice as many dots as pixels. */
export type PrintedAs = 'pdf' | 'png';

/** As PDF unless something else is asked for. Problems: `document/no-runtime`, `document/no-display`, `document/print-failed`. */
export type PrintHtml = (html: string, as?: PrintedAs) => Promise<Outcome<Uint8Array>>;

/** The word that the app is started with to print one file: `PRINT_WORD IN.html OUT.pdf`, or `OUT.png`. */
export const printWord = 'print-page';

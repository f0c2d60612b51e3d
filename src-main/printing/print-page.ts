/** Prints a page of ours to PDF in a hidden window: no scripts, no network, only the fonts that come with the app. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BrowserWindow, session, type Session } from 'electron';
import { printableHtml } from '#core/documents/printable-html.ts';
import { appOrigin, appScheme, lockContents, lockSession } from '../shell/security.ts';

/** Chromium prints page numbers from the style sheet since 131; for older ones they go into the footer. */
const firstWithMarginBoxes = 131;
const secondsToPrint = 60;

let count = 0;

/** @param fonts the folder with `fonts.css` and the files that it names. @throws Error when the page cannot be printed */
export async function printPage(html: string, fonts: string): Promise<Uint8Array> {
  const css = await readFile(join(fonts, 'fonts.css'), 'utf8');
  const own = session.fromPartition(`print-${String((count += 1))}`);
  lockSession(own);
  servePage(own, printableHtml(html, css), fonts);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
  });
  try {
    lockContents(window.webContents);
    return await withinSeconds(secondsToPrint, print(window));
  } finally {
    window.destroy();
  }
}

async function print(window: BrowserWindow): Promise<Uint8Array> {
  await window.loadURL(`${appOrigin}/page.html`);
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => document.fonts.size)');
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    ...pageNumbers(),
  });
}

function pageNumbers() {
  if (Number(process.versions.chrome.split('.')[0]) >= firstWithMarginBoxes) return {};
  const number = '— <span class="pageNumber"></span> —';
  const style = 'width:100%;text-align:center;font:14pt serif;margin-bottom:18mm';
  return { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: `<div style="${style}">${number}</div>` };
}

function servePage(own: Session, html: string, fonts: string): void {
  own.protocol.handle(appScheme, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/page.html') return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    if (!/^\/fonts\/[a-z0-9-]+\.woff2$/u.test(pathname)) return new Response('not found', { status: 404 });
    return new Response(new Uint8Array(await readFile(join(fonts, basename(pathname)))), { headers: { 'Content-Type': 'font/woff2' } });
  });
}

function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`not printed within ${String(seconds)} s`));
    }, seconds * 1000);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

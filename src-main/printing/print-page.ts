/** Prints a page of ours in a hidden window, to PDF or as a picture: no scripts, no network, only the fonts that come with the app. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BrowserWindow, session, type Session } from 'electron';
import { pictureWidth } from '#core/documents/infographic.ts';
import { printableHtml } from '#core/documents/printable-html.ts';
import type { PrintedAs } from './print-port.ts';
import { appOrigin, appScheme, lockContents, lockSession } from '../shell/security.ts';

/** Chromium prints page numbers from the style sheet since 131; for older ones they go into the footer. */
const firstWithMarginBoxes = 131;
const secondsToPrint = 60;

/** Of pictures: sharp on telephones. */
const dotsPerPixel = 2;
const firstHeight = 800;
/** Measured when it has been laid out and painted. */
const heightOfPage = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  done(Math.ceil(document.body.offsetHeight)))))`;

let count = 0;

/** @param fonts the folder with `fonts.css` and the files that it names. @throws Error when the page cannot be printed */
export async function printPage(html: string, fonts: string, as: PrintedAs): Promise<Uint8Array> {
  const css = await readFile(join(fonts, 'fonts.css'), 'utf8');
  const own = session.fromPartition(`print-${String((count += 1))}`);
  lockSession(own);
  servePage(own, printableHtml(html, css), fonts);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      offscreen: as === 'png',
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  try {
    lockContents(window.webContents);
    return await withinSeconds(secondsToPrint, as === 'png' ? picture(window) : print(window, html));
  } finally {
    window.destroy();
  }
}

async function print(window: BrowserWindow, html: string): Promise<Uint8Array> {
  await load(window);
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    ...pageNumbers(html),
  });
}

/** The window becomes as large as its page. @throws Error when the system does not let it */
async function picture(window: BrowserWindow): Promise<Uint8Array> {
  const { webContents } = window;
  window.setContentSize(dotsPerPixel * pictureWidth, dotsPerPixel * firstHeight);
  await load(window);
  webContents.setZoomFactor(dotsPerPixel);
  const height = dotsPerPixel * ((await webContents.executeJavaScript(heightOfPage)) as number);
  window.setContentSize(dotsPerPixel * pictureWidth, height);
  // Once more, so that what is captured is painted at the new size.
  await webContents.executeJavaScript(heightOfPage);
  const image = await webContents.capturePage();
  if (image.getSize().height < height) throw new Error(`a picture ${String(height)} dots high is cut off`);
  return image.toPNG();
}

async function load(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${appOrigin}/page.html`);
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => document.fonts.size)');
}

/** None where the page's own style sheet asks for none. */
function pageNumbers(html: string) {
  if (!html.includes('counter(page)')) return {};
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

/** What the window may not do: no network, no permissions, no navigation, no other windows, no downloads. */
import type { App, Session, WebContents } from 'electron';

export const appScheme = 'app';
export const appOrigin = `${appScheme}://nianbao`;

/**
 * Content security policy of every page: only the app's own files. Trusted types: Svelte's templates, and pasted HTML,
 * which is parsed into a document of its own and never shown.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html pasted-html',
].join('; ');

/** Switches for the whole process, before `ready`: names are never resolved and nothing is fetched in the background. */
export function forbidNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
}

/** Refuses what servers ask for: nobody is logged in to, no certificate is trusted or shown. */
export function refuseServers(app: App): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event) => {
    event.preventDefault();
  });
  app.on('login', (event) => {
    event.preventDefault();
  });
}

/** Refuses every request that is not the app's own and every permission. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith(`${appOrigin}/`) });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  // -2: no certificate is good, since no server is ever spoken to.
  session.setCertificateVerifyProc((_request, callback) => {
    callback(-2);
  });
  session.setDevicePermissionHandler(() => false);
  // Requests of the main process's own do not pass the check above.
  session.protocol.handle('file', () => new Response(null, { status: 403 }));
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** Refuses navigation, new windows and embedded pages, for any contents that are ever made. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

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

/** Refuses every request that is not the app's own and every permission. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith(`${appOrigin}/`) });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
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

/** The app's own protocol: serves the built screens and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { appOrigin, appScheme, contentSecurityPolicy } from './security.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } }]);
}

/** Serves files below `folder` as `app://nianbao/…`, each with the content security policy. */
export function serveScreens(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    const mediaType = mediaTypes[extname(path)];
    const isOurs = url.origin === appOrigin || request.url.startsWith(`${appOrigin}/`);
    if (request.method !== 'GET' || !isOurs || !path.startsWith(folder + sep) || mediaType === undefined) {
      return new Response('not found', { status: 404 });
    }
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'Content-Type': mediaType,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      });
    } catch {
      // Only files of the build are asked for; one that is missing is told apart by the screen staying empty in tests.
      return new Response('not found', { status: 404 });
    }
  });
}

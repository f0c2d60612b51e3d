/** The rest of Electron's security checklist, asked of the running app; tests/release/security-checklist.test.ts has the list. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, newDataFolder, root, type RunningApp } from './models/launch.ts';

let app: RunningApp;

test.beforeAll(async () => {
  app = await launch(newDataFolder());
});
test.afterAll(async () => {
  await app.electron.close();
});

test('no setting of the window weakens Chromium', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const last = (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
    const names = [
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
    ];
    return names.map((name) => last[name]).filter((value) => value !== undefined && value !== false && value !== '');
  });
  expect(preferences).toEqual([]);
});

test('the policy of every page demands trusted types, and text put in as markup or script is refused', async () => {
  const policy = await app.electron.evaluate(async ({ session }) => {
    const response = await session.defaultSession.fetch('app://nianbao/index.html', { bypassCustomProtocolHandlers: false });
    return response.headers.get('content-security-policy');
  });
  expect(policy).toContain("require-trusted-types-for 'script'");
  const refused = await app.page.evaluate(() => {
    const attempts: (() => unknown)[] = [
      () => (document.createElement('div').innerHTML = '<b>x</b>'),
      () => (document.createElement('script').src = 'app://nianbao/x.js'),
      () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
      () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      () =>
        (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy(
          'other',
          {},
        ),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'worked';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(refused).toEqual(Array(5).fill('TypeError'));
});

test('a webview in the page is a tag without meaning, and none can be attached', async () => {
  const tag = await app.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://nianbao/index.html');
    view.setAttribute('allowpopups', '');
    document.body.append(view);
    const kind = view.constructor.name;
    view.remove();
    return kind;
  });
  expect(tag).toBe('HTMLElement');
  const prevented = await app.electron.evaluate(({ BrowserWindow }) => {
    let isPrevented = false;
    const event = { preventDefault: () => (isPrevented = true) };
    const emitter = BrowserWindow.getAllWindows()[0]?.webContents as unknown as NodeJS.EventEmitter;
    emitter.emit('will-attach-webview', event, {}, {});
    return isPrevented;
  });
  expect(prevented).toBe(true);
});

test('nothing is downloaded', async () => {
  const states = app.electron.evaluate(
    ({ session }) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (event, item) => {
          resolve(`${String(event.defaultPrevented)} ${item.getSavePath()}`);
        });
        setTimeout(() => resolve('never asked'), 5_000);
      }),
  );
  await app.electron.evaluate(({ session }) => session.defaultSession.downloadURL('app://nianbao/index.html'));
  expect(await states).toBe('true ');
});

test('files are not served, by address or by the page', async () => {
  const file = join(root, 'package.json');
  const fromMain = await app.electron.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: false }).then(
        (response) => String(response.status),
        (error: unknown) => String(error),
      ),
    `file://${file}`,
  );
  expect(fromMain).toBe('403');
  const fromPage = await app.page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'worked',
        () => 'refused',
      ),
    `file://${file}`,
  );
  expect(fromPage).toBe('refused');
  await app.page.evaluate((url) => {
    location.href = url;
  }, `file://${file}`);
  expect(app.page.url()).toMatch(/^app:\/\/nianbao\//u);
});

test('the app is nobody’s handler of addresses, and serves no other protocol than its own', async () => {
  const handled = await app.electron.evaluate(({ session, app: electronApp }) => ({
    ours: session.defaultSession.protocol.isProtocolHandled('app'),
    others: ['nianbao', 'ftp', 'about'].filter((scheme) => session.defaultSession.protocol.isProtocolHandled(scheme)),
    clientOf: ['nianbao', 'app', 'http'].filter((scheme) => electronApp.isDefaultProtocolClient(scheme)),
  }));
  expect(handled.ours).toBe(true);
  expect(handled.clientOf).toEqual([]);
  expect(handled.others).toEqual([]);
});

test('no server’s certificate is accepted, even where requests to it were let through', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-days', '1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'pipe',
  });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_request, response) => response.end('served'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const answer = await app.electron.evaluate(
    async ({ session, BrowserWindow }, url) => {
      session.defaultSession.webRequest.onBeforeRequest(null);
      const fetched = await session.defaultSession.fetch(url).then(
        () => 'served',
        (error: unknown) => String(error),
      );
      const window = new BrowserWindow({ show: false });
      const loaded = await window.loadURL(url).then(
        () => 'served',
        (error: unknown) => String(error),
      );
      window.destroy();
      // Chromium's own refusal would name the authority; ours comes before it asks who signed.
      session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
        callback({ cancel: !details.url.startsWith('app://nianbao/') });
      });
      return [fetched, loaded];
    },
    `https://127.0.0.1:${String(port)}/`,
  );
  server.close();
  expect(answer.filter((each) => each.includes('ERR_'))).toHaveLength(2);
});

test('calls are answered to the app’s own window only', async () => {
  const answer = await app.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
      await stranger.loadURL('app://nianbao/index.html');
      const said: unknown = await stranger.webContents.executeJavaScript("window.nianbao.calls['filing/list'](undefined)");
      stranger.destroy();
      return said;
    },
    join(root, 'out/preload/preload.cjs'),
  );
  expect(answer).toMatchObject({ ok: false, problem: { code: 'ipc/refused-sender' } });
});

test('no address is ever handed to the system to open, and no program is started', () => {
  const folder = join(root, 'src-main');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const code = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  expect(code).toContain('shell.showItemInFolder');
  expect(code).not.toMatch(/openExternal|shell\.openPath/u);
});

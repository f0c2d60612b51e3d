/** The hardening that the documents promise, asked of the running app (Electron security checklist). */
import { expect, test } from '@playwright/test';
import { launch, newDataFolder, type RunningApp } from './models/launch.ts';

let app: RunningApp;

test.beforeAll(async () => {
  app = await launch(newDataFolder());
});
test.afterAll(async () => {
  await app.electron.close();
});

test('the window is sandboxed and isolated, without Node', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const last = (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = last;
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const seen = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
  );
  expect(seen).toEqual([]);
});

test('the page shows only the contract: one function per channel and the notices', async () => {
  const exposed = await app.page.evaluate(() => {
    const { calls, listeners, ...rest } = (window as unknown as { nianbao: Record<string, object> }).nianbao;
    return { calls: Object.keys(calls ?? {}), listeners: Object.keys(listeners ?? {}), rest: Object.keys(rest) };
  });
  const { channels } = await import('#core/ipc/channels.ts');
  const { notices } = await import('#core/ipc/notices.ts');
  expect(exposed).toEqual({ calls: [...channels], listeners: [...notices], rest: [] });
});

test('the policy forbids everything but the own files, and eval, inline scripts and foreign images do not work', async () => {
  const { contentSecurityPolicy } = await import('#main/shell/security.ts');
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).not.toContain('unsafe');
  const results = await app.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const attempts: Record<string, string> = {};
    // In a task of the page's own: the debugger's evaluation is exempt from the policy.
    attempts['eval'] = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          (0, eval)('1');
          resolve('worked');
        } catch {
          resolve('refused');
        }
      });
    });
    try {
      document.body.insertAdjacentHTML('beforeend', '<i></i>');
      attempts['html'] = 'worked';
    } catch {
      attempts['html'] = 'refused';
    }
    const script = document.createElement('script');
    try {
      script.text = 'window.injected = true';
      document.head.append(script);
    } catch {
      // Trusted Types refuse the assignment already.
    }
    attempts['inline'] = 'injected' in window ? 'worked' : 'refused';
    const image = new Image();
    image.src = 'https://example.org/a.png';
    attempts['image'] = await new Promise((resolve) => {
      image.onload = () => resolve('worked');
      image.onerror = () => resolve('refused');
    });
    return { attempts, violations };
  });
  expect(results.attempts).toEqual({ eval: 'refused', html: 'refused', inline: 'refused', image: 'refused' });
  expect(results.violations).toContain('img-src');
});

test('nothing leaves the app: requests, also from the main process side of the session, are refused', async () => {
  const fromPage = await app.page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'worked',
      () => 'refused',
    ),
  );
  expect(fromPage).toBe('refused');
  const fromSession = await app.electron.evaluate(({ session }) =>
    session.defaultSession.fetch('http://127.0.0.1:9/').then(
      () => 'worked',
      (error: unknown) => String(error),
    ),
  );
  expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('the window goes nowhere else and opens no other', async () => {
  const before = app.page.url();
  await app.page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  const opened = await app.page.evaluate(() => window.open('https://example.org/') === null);
  expect(opened).toBe(true);
  expect(app.page.url()).toBe(before);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('permissions are refused without asking', async () => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const;
    const found = await Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName })));
    return found.map((each) => each.state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('input that does not fit the contract is refused with its place, and unknown channels do not exist', async () => {
  const answer = await app.page.evaluate(() => {
    const { calls } = (window as unknown as { nianbao: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).nianbao;
    return Promise.all([
      calls['filing/open']?.({ id: '../../etc/passwd' }),
      calls['filing/create']?.({ unit: 1 }),
      calls['filing/list']?.('surplus'),
    ]);
  });
  expect(answer).toMatchObject([
    { ok: false, problem: { code: 'ipc/bad-input', details: { channel: 'filing/open', place: 'id' } } },
    { ok: false, problem: { code: 'ipc/bad-input', details: { channel: 'filing/create', place: 'unit' } } },
    { ok: false, problem: { code: 'ipc/bad-input', details: { channel: 'filing/list' } } },
  ]);
});

test('paths outside the screens are not served', async () => {
  const status = await app.electron.evaluate(({ session }) =>
    Promise.all(
      ['app://nianbao/../main/index.cjs', 'app://nianbao/%2e%2e/%2e%2e/package.json', 'app://elsewhere/index.html'].map((url) =>
        session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: false }).then(
          (response) => response.status,
          () => 0,
        ),
      ),
    ),
  );
  expect(status.every((each) => each !== 200)).toBe(true);
});

test('the runtime is named', async () => {
  const versions = await app.electron.evaluate(() => process.versions);
  process.stdout.write(`runtime: Electron ${versions.electron}, Chromium ${versions.chrome}, Node ${versions.node}\n`);
  expect(Number(versions.electron.split('.')[0])).toBeGreaterThanOrEqual(33);
});

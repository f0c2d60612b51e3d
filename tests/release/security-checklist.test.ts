/**
 * Electron's published security checklist (electronjs.org/docs/latest/tutorial/security), point by point, and the test
 * of each. A test that is renamed or removed is missed here.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const files = ['app/security.spec.ts', 'app/security-checklist.spec.ts', 'packaged/hardening.spec.ts'];
const specs = files.map((name) => readFileSync(join(root, 'tests', name), 'utf8')).join('');

const checklist: readonly (readonly [string, ...string[]])[] = [
  ['only load secure content', 'nothing leaves the app', 'no server’s certificate is accepted'],
  ['no Node for remote content', 'the window is sandboxed and isolated, without Node'],
  ['context isolation', 'the window is sandboxed and isolated, without Node'],
  ['process sandboxing', 'the window is sandboxed and isolated, without Node'],
  ['permission requests', 'permissions are refused without asking'],
  ['webSecurity stays on', 'the window is sandboxed and isolated, without Node'],
  ['content security policy', 'the policy forbids everything but the own files', 'the policy of every page demands trusted types'],
  ['no allowRunningInsecureContent', 'no setting of the window weakens Chromium'],
  ['no experimental features', 'no setting of the window weakens Chromium'],
  ['no enableBlinkFeatures', 'no setting of the window weakens Chromium'],
  ['no allowpopups for webviews', 'a webview in the page is a tag without meaning'],
  ['webview options are verified', 'a webview in the page is a tag without meaning'],
  ['navigation is limited', 'the window goes nowhere else and opens no other', 'files are not served'],
  ['new windows are limited', 'the window goes nowhere else and opens no other'],
  ['no openExternal with foreign content', 'no address is ever handed to the system to open'],
  ['a current Electron', 'the runtime is named'],
  [
    'senders of messages are validated',
    'calls are answered to the app’s own window only',
    'input that does not fit the contract is refused',
  ],
  ['no file: protocol', 'files are not served', 'paths outside the screens are not served', 'the app is nobody’s handler of addresses'],
  ['fuses', 'every fuse is in the position that hardens the app', 'the program is no Node'],
  ['no Electron APIs for the page', 'the page shows only the contract'],
  ['(ours) downloads', 'nothing is downloaded'],
];

describe('Electron’s security checklist', () => {
  it.each(checklist)('%s', (_point, ...titles) => {
    expect(titles.filter((title) => !specs.includes(`test('${title}`))).toEqual([]);
  });

  it('is complete: its twenty points, and ours', () => {
    expect(checklist.filter(([point]) => !point.startsWith('(ours)'))).toHaveLength(20);
  });
});

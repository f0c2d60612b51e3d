import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dialogs } from '#main/ipc/context.ts';
import { startDesk, type DeskOptions } from '#main/shell/desk-thread.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { appFacts } from '#main/updates/running-app.ts';
import { noSecretBox } from '../signing/no-secret-box.ts';

const data = {
  version: '0',
  app: appFacts('0', ''),
  platform: 'linux',
  data: '/d',
  workspace: '/w',
  identities: '/i',
  editions: '/e',
  installedEditions: '/d/editions',
  samples: '/s',
  sqlWasm: '/q',
  backupScript: '/b',
};

/** A thread that speaks as the desk does: `script` is what it does with each `message`. */
function start(script: string, options: Partial<DeskOptions> = {}) {
  const path = join(makeTemporaryFolder(), 'desk.cjs');
  writeFileSync(
    path,
    `const { parentPort, workerData } = require('node:worker_threads');
     const say = (message) => parentPort.postMessage(message);
     parentPort.on('message', (message) => { ${script} });
     say({ kind: 'open', language: 'en' });`,
  );
  const told: unknown[] = [];
  const tell =
    (what: string) =>
    (value?: unknown): void => {
      told.push([what, value instanceof Error ? value.message : value]);
    };
  const dialogs: Dialogs = {
    chooseFolder: () => Promise.resolve('/usb'),
    chooseBundles: () => Promise.resolve(['/a.asice', '/b.asice']),
    chooseAttachments: () => Promise.resolve([]),
    takeGiven: () => Promise.resolve([]),
    chooseBackup: () => Promise.resolve(null),
    chooseReport: () => Promise.resolve(null),
    chooseUnitFiles: () => Promise.resolve([]),
    showInFolder: tell('show'),
    openDataFolder: tell('data folder'),
    chooseIdentityFile: () => Promise.resolve(null),
    chooseUpdate: () => Promise.resolve(null),
    chooseChannel: () => Promise.resolve(null),
    startInstaller: tell('install'),
  };
  const started = startDesk({
    script: path,
    data,
    dialogs,
    onLanguage: tell('language'),
    onSettings: () => undefined,
    print: () => Promise.reject(new Error('no page')),
    secrets: noSecretBox,
    onReadyToClose: tell('ready to close'),
    onNotice: () => undefined,
    agrees: () => Promise.resolve(true),
    onBackupFailure: tell('backup'),
    onBug: tell('bug'),
    ...options,
  });
  return { started, told };
}

describe('the thread of the desk', () => {
  it('answers each call with its own answer, in whatever order', async () => {
    const { started } = start(`
      globalThis.held ??= [];
      held.push(message);
      if (held.length === 3) for (const { id, channel, input } of held.reverse()) say({ kind: 'answer', id, value: [channel, input, workerData.version] });
    `);
    const desk = await started;
    expect(desk.language).toBe('en');
    const answers = await Promise.all([desk.call('filing/open', 1), desk.call('filing/list', 2), desk.close()]);
    expect(answers).toEqual([
      ['filing/open', 1, '0'],
      ['filing/list', 2, '0'],
      [undefined, undefined, '0'],
    ]);
  });

  it('rejects a call with the error that ended it, and goes on', async () => {
    const { started, told } = start(`
      if (message.input === 'bad') say({ kind: 'bug', id: message.id, error: new TypeError('a bug') });
      else { say({ kind: 'bug', id: null, error: new Error('beside it') }); say({ kind: 'answer', id: message.id, value: 'fine' }); }
    `);
    const desk = await started;
    await expect(desk.call('filing/open', 'bad')).rejects.toThrow('a bug');
    expect(await desk.call('filing/open', 'good')).toBe('fine');
    expect(told).toEqual([['bug', 'beside it']]);
  });

  it('has the system do for the desk what only the main thread can', async () => {
    const { started, told } = start(`
      globalThis.heard ??= [];
      if (message.kind === 'call') {
        globalThis.call = message.id;
        say({ kind: 'language', language: 'zh' });
        say({ kind: 'ready to close' });
        say({ kind: 'show in folder', path: '/usb/a.asice' });
        say({ kind: 'choose', id: 1, what: 'folder' });
        say({ kind: 'choose', id: 2, what: 'bundles' });
      } else if (heard.push([message.id, message.paths]) === 2) say({ kind: 'answer', id: call, value: heard });
    `);
    const desk = await started;
    expect(await desk.call('bundle/verify', undefined)).toEqual([
      [1, ['/usb']],
      [2, ['/a.asice', '/b.asice']],
    ]);
    expect(told).toEqual([
      ['language', 'zh'],
      ['ready to close', undefined],
      ['show', '/usb/a.asice'],
    ]);
  });

  it('tells the desk that nothing was chosen when the user thinks better of it, or the dialog fails', async () => {
    const chosen = async (chooseFolder: Dialogs['chooseFolder']) => {
      const { started, told } = start(
        `if (message.kind === 'call') { globalThis.call = message.id; say({ kind: 'choose', id: 1, what: 'folder' }); }
         else say({ kind: 'answer', id: call, value: message.paths });`,
        {
          dialogs: {
            chooseFolder,
            chooseBundles: () => Promise.resolve([]),
            chooseAttachments: () => Promise.resolve([]),
            takeGiven: () => Promise.resolve([]),
            chooseBackup: () => Promise.resolve(null),
            chooseReport: () => Promise.resolve(null),
            chooseUnitFiles: () => Promise.resolve([]),
            showInFolder: () => undefined,
            openDataFolder: () => undefined,
            chooseIdentityFile: () => Promise.resolve(null),
            chooseUpdate: () => Promise.resolve(null),
            chooseChannel: () => Promise.resolve(null),
            startInstaller: () => undefined,
          },
        },
      );
      return [await (await started).call('bundle/export', undefined), told];
    };
    expect(await chosen(() => Promise.resolve(null))).toEqual([null, []]);
    expect(await chosen(() => Promise.reject(new Error('no display')))).toEqual([null, [['bug', 'no display']]]);
  });

  it('that dies is told once, rejects what waits and what comes, and has nothing to save any more', async () => {
    const { started, told } = start(`if (message.input === 'die') throw new Error('out of memory');`);
    const desk = await started;
    const waiting = desk.call('filing/open', 'wait');
    const closing = desk.close();
    const last = desk.call('filing/open', 'die');
    await expect(waiting).rejects.toThrow('out of memory');
    await expect(last).rejects.toThrow('out of memory');
    await expect(desk.call('filing/list', undefined)).rejects.toThrow('out of memory');
    expect([await closing, await desk.close()]).toEqual([null, null]);
    expect(told).toEqual([['bug', 'out of memory']]);
  });

  it('that cannot start says why', async () => {
    await expect(start('', { script: '/nowhere/desk.cjs' }).started).rejects.toThrow('/nowhere/desk.cjs');
  });
});

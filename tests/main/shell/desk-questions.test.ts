/** What the thread of the desk asks and tells about the data folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '#core/lib/problem.ts';
import { startDesk } from '#main/shell/desk-thread.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { appFacts } from '#main/updates/running-app.ts';
import { noSecretBox } from '../signing/no-secret-box.ts';

const silent = problem('workspace/silent-lock', {
  path: '/w',
  user: '李强',
  host: 'PC-02',
  since: '2026-01-12 16:30',
  minutes: 11,
  lock: 'x',
});

/** A desk that runs `script` at its start, and `onMessage` with each `message`. */
async function start(script: string, onMessage: string, agrees: (asked: Problem) => Promise<boolean>) {
  const path = join(makeTemporaryFolder(), 'desk.cjs');
  writeFileSync(
    path,
    `const { parentPort } = require('node:worker_threads');
     const say = (message) => parentPort.postMessage(message);
     parentPort.on('message', (message) => { ${onMessage} });
     ${script}`,
  );
  const told: unknown[] = [];
  const nobody = () => Promise.resolve(null);
  const desk = await startDesk({
    script: path,
    data: {
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
    },
    dialogs: {
      chooseFolder: nobody,
      chooseBundles: () => Promise.resolve([]),
      chooseAttachments: () => Promise.resolve([]),
      takeGiven: () => Promise.resolve([]),
      chooseBackup: () => Promise.resolve('/usb/一月.nianbao-backup'),
      chooseReport: nobody,
      chooseUnitFiles: () => Promise.resolve([]),
      showInFolder: () => undefined,
      openDataFolder: () => undefined,
      chooseIdentityFile: () => Promise.resolve(null),
      chooseUpdate: () => Promise.resolve(null),
      chooseChannel: () => Promise.resolve(null),
      startInstaller: () => undefined,
    },
    onLanguage: () => undefined,
    onSettings: () => undefined,
    print: () => Promise.reject(new Error('no page')),
    secrets: noSecretBox,
    onReadyToClose: () => undefined,
    onNotice: () => undefined,
    agrees,
    onBackupFailure: (failure) => told.push(failure),
    onBug: (error) => told.push(error),
  });
  return { desk, told };
}

const asks = `say({ kind: 'agree', silent: ${JSON.stringify(silent)} });`;
const opens = `if (message.kind === 'agreed') { globalThis.agreed = message.agrees; say({ kind: 'open', language: 'zh' }); }
               if (message.kind === 'call') say({ kind: 'answer', id: message.id, value: globalThis.agreed });`;

describe('the thread of the desk', () => {
  it.each([true, false])('opens a folder that somebody else may have as the user says (%s)', async (answer) => {
    const asked: Problem[] = [];
    const { desk, told } = await start(asks, opens, (question) => {
      asked.push(question);
      return Promise.resolve(answer);
    });
    expect(await desk.call('app/start', undefined)).toBe(answer);
    expect(asked).toEqual([silent]);
    expect(told).toEqual([]);
  });

  it('does not open it when the question cannot be asked', async () => {
    const { desk, told } = await start(asks, opens, () => Promise.reject(new Error('no display')));
    expect(await desk.call('app/start', undefined)).toBe(false);
    expect(told).toMatchObject([{ message: 'no display' }]);
  });

  it('has the user choose a backup, and tells of one that failed', async () => {
    const failed = problem('file/disk-full', { path: '/w/backups', reason: 'ENOSPC' });
    const { desk, told } = await start(
      `say({ kind: 'open', language: 'zh' });`,
      `if (message.kind === 'call') {
         globalThis.id = message.id;
         say({ kind: 'backup failed', problem: ${JSON.stringify(failed)} });
         say({ kind: 'choose', id: 1, what: 'backup' });
       } else say({ kind: 'answer', id: globalThis.id, value: message.paths });`,
      () => Promise.resolve(false),
    );
    expect(await desk.call('backup/choose', undefined)).toEqual(['/usb/一月.nianbao-backup']);
    expect(told).toEqual([failed]);
  });
});

/** What handlers need, for tests: a real workspace, keys and backups in folders of its own, and nobody at the dialogs. */
import { join } from 'node:path';
import { ok } from '#core/lib/outcome.ts';
import type { Dialogs, HandlerContext } from '#main/ipc/context.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { openIdentityFolder } from '#main/signing/identity-folder.ts';
import { openPassphraseMemory, type SecretBox } from '#main/signing/passphrase-memory.ts';
import { hostHere } from '#main/store/backups/backup-host.ts';
import { backupWork } from '#main/store/backups/backup-work.ts';
import { openBackups } from '#main/store/backups/backups.ts';
import { migrations } from '#main/store/migrations/all.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { appFacts } from '#main/updates/running-app.ts';
import { noSecretBox } from '../signing/no-secret-box.ts';
import { edition, engine } from '../store/workspace-fixture.ts';

const nobody: Dialogs = {
  chooseFolder: () => Promise.resolve(null),
  chooseBundles: () => Promise.resolve([]),
  chooseAttachments: () => Promise.resolve([]),
  takeGiven: () => Promise.resolve([]),
  chooseBackup: () => Promise.resolve(null),
  chooseReport: () => Promise.resolve(null),
  chooseUnitFiles: () => Promise.resolve([]),
  chooseIdentityFile: () => Promise.resolve(null),
  chooseUpdate: () => Promise.resolve(null),
  chooseChannel: () => Promise.resolve(null),
  showInFolder: () => undefined,
  openDataFolder: () => undefined,
  startInstaller: () => undefined,
};

type Place = {
  readonly workspace: Workspace;
  /** Where the workspace is. */
  readonly folder: string;
  /** The data folder, with `identity` in it. */
  readonly data: string;
  readonly now: () => Date;
  readonly dialogs: Partial<Dialogs>;
  readonly box?: SecretBox;
};

export function handlerContext({ workspace, folder, data, now, dialogs, box = noSecretBox }: Place): HandlerContext {
  const identity = join(data, 'identity');
  const host = hostHere(backupWork({ fs: nodeFileSystem, engine, steps: migrations }));
  const backups = openBackups({ workspace, folder, fs: nodeFileSystem, host, appVersion: '0.1.0', now, onFailure: () => undefined });
  return {
    version: '0.1.0',
    app: appFacts('0.1.0', ''),
    platform: 'linux',
    build: '',
    data,
    samples: '',
    editions: ok([edition]),
    workspace: ok(workspace),
    backups: ok(backups),
    identities: openIdentityFolder(nodeFileSystem, identity),
    memory: openPassphraseMemory(nodeFileSystem, identity, box),
    dialogs: { ...nobody, ...dialogs },
    print: () => Promise.reject(new Error('no page')),
    now,
    onLanguage: () => undefined,
    onSettings: () => undefined,
    onReadyToClose: () => undefined,
    retry: () => Promise.resolve(ok(null)),
    tellScreens: () => undefined,
  };
}

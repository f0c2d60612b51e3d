/** An office at its desk: a workspace, keys, the real handlers, and native dialogs that answer what the test says. */
import { join } from 'node:path';
import { ok } from '#core/lib/outcome.ts';
import { createHandlers } from '#main/ipc/handlers.ts';
import type { HandlerContext } from '#main/ipc/context.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { openIdentityFolder } from '#main/signing/identity-folder.ts';
import { openPassphraseMemory, type SecretBox } from '#main/signing/passphrase-memory.ts';
import { hostHere } from '#main/store/backups/backup-host.ts';
import { backupWork } from '#main/store/backups/backup-work.ts';
import { openBackups } from '#main/store/backups/backups.ts';
import { migrations } from '#main/store/migrations/all.ts';
import { appFacts } from '#main/updates/running-app.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { noSecretBox } from '../signing/no-secret-box.ts';
import { edition, engine, open } from '../store/workspace-fixture.ts';

/** What the next dialogs answer. */
export type Chosen = { folder: string | null; files: readonly string[] };

export function openOffice(now: () => Date, box: SecretBox = noSecretBox) {
  const folder = makeTemporaryFolder();
  const workspace = open(join(folder, 'workspace'), { now });
  const chosen: Chosen = { folder: makeTemporaryFolder(), files: [] };
  const file = () => Promise.resolve(chosen.files[0] ?? null);
  const host = hostHere(backupWork({ fs: nodeFileSystem, engine, steps: migrations }));
  const onFailure = () => undefined;
  const identity = join(folder, 'identity');
  const context: HandlerContext = {
    version: '0.1.0',
    app: appFacts('0.1.0', ''),
    platform: 'linux',
    build: '',
    data: folder,
    samples: '',
    editions: ok([edition]),
    workspace: ok(workspace),
    backups: ok(
      openBackups({ workspace, folder: join(folder, 'workspace'), fs: nodeFileSystem, host, appVersion: '0.1.0', now, onFailure }),
    ),
    identities: openIdentityFolder(nodeFileSystem, identity),
    memory: openPassphraseMemory(nodeFileSystem, identity, box),
    dialogs: {
      chooseFolder: () => Promise.resolve(chosen.folder),
      chooseBundles: () => Promise.resolve(chosen.files),
      chooseAttachments: () => Promise.resolve([]),
      takeGiven: () => Promise.resolve(chosen.files),
      chooseBackup: file,
      chooseReport: file,
      chooseUnitFiles: () => Promise.resolve([]),
      chooseIdentityFile: file,
      chooseUpdate: file,
      chooseChannel: file,
      showInFolder: () => undefined,
      startInstaller: () => undefined,
    },
    print: () => Promise.reject(new Error('no page')),
    now,
    onLanguage: () => undefined,
    onSettings: () => undefined,
    onReadyToClose: () => undefined,
    tellScreens: () => undefined,
  };
  return { workspace, identity, chosen, usb: chosen.folder ?? '', handlers: createHandlers(context) };
}

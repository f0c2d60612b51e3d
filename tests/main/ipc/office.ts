/** An office at its desk: a workspace, keys, the real handlers, and native dialogs that answer what the test says. */
import { join } from 'node:path';
import { createHandlers } from '#main/ipc/handlers.ts';
import type { SecretBox } from '#main/signing/passphrase-memory.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { noSecretBox } from '../signing/no-secret-box.ts';
import { open } from '../store/workspace-fixture.ts';
import { handlerContext } from './handler-context.ts';

/** What the next dialogs answer. */
export type Chosen = { folder: string | null; files: readonly string[] };

export function openOffice(now: () => Date, box: SecretBox = noSecretBox) {
  const data = makeTemporaryFolder();
  const folder = join(data, 'workspace');
  const workspace = open(folder, { now });
  const chosen: Chosen = { folder: makeTemporaryFolder(), files: [] };
  const file = () => Promise.resolve(chosen.files[0] ?? null);
  const files = () => Promise.resolve(chosen.files);
  const dialogs = {
    chooseFolder: () => Promise.resolve(chosen.folder),
    chooseBundles: files,
    takeGiven: files,
    chooseBackup: file,
    chooseReport: file,
    chooseIdentityFile: file,
    chooseUpdate: file,
    chooseChannel: file,
  };
  const context = handlerContext({ workspace, folder, data, now, dialogs, box });
  return { workspace, identity: join(data, 'identity'), chosen, usb: chosen.folder ?? '', handlers: createHandlers(context) };
}

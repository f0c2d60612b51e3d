/** Handlers of `update/…`: chosen and verified, rehearsed, and only then started. */
import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { fittingInstallers, type Installer, type UpdateNotice } from '#core/bundle/update-notice.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { UpdateView } from '#core/ipc/update-contract.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { readPublisher } from '../updates/publisher.ts';
import { findInstaller, takeInstaller, updatesIn } from '../updates/take-installer.ts';
import { updateLimitBytes, verifyUpdate } from '../updates/verify-update.ts';
import type { HandlerContext } from './context.ts';

type UpdateChannel = Extract<keyof Handlers, `update/${string}`>;

/** What was verified last; `installer` is its copy on this computer once it was rehearsed. */
type Chosen = {
  readonly token: string;
  readonly folder: string;
  readonly notice: UpdateNotice;
  readonly file: Installer;
  readonly installer: string | null;
};

export function updateHandlers(context: HandlerContext): Pick<Handlers, UpdateChannel> {
  const { app, dialogs, now, workspace, backups } = context;
  const { running } = app;
  let chosen: Chosen | null = null;
  const chosenBy = (token: string): Outcome<Chosen> => (chosen?.token === token ? ok(chosen) : fail(problem('update/outdated')));
  /** Where programs install over themselves; elsewhere the user is shown the file. */
  const way = running.platform === 'linux' || running.isPortable ? 'folder' : 'installer';

  return {
    'update/choose': async () => {
      chosen = null;
      const publisher = await readPublisher(app.publisher);
      if (!publisher.ok) return publisher;
      const path = await dialogs.chooseUpdate();
      if (path === null) return fail(problem('update/cancelled'));
      const bytes = readBytes(nodeFileSystem, path, updateLimitBytes);
      if (!bytes.ok) return bytes;
      const { reasons, signer, notice } = await verifyUpdate({ bytes: bytes.value, running, ...publisher.value, now: now() });
      const view = {
        token: randomUUID(),
        fileName: basename(path),
        current: running.version,
        reasons,
        signer,
      } satisfies Partial<UpdateView>;
      const version = notice?.version ?? null;
      if (notice === null || reasons.length > 0) return ok({ ...view, version, installer: null });
      const file = findInstaller(dirname(path), fittingInstallers(notice, running));
      if (!file.ok) return file;
      chosen = { token: view.token, folder: dirname(path), notice, file: file.value, installer: null };
      return ok({ ...view, version, installer: { fileName: file.value.fileName, size: file.value.size } });
    },
    'update/rehearse': async ({ token }) => {
      const order = chosenBy(token);
      if (!order.ok) return order;
      if (!workspace.ok) return workspace;
      if (!backups.ok) return backups;
      const { folder, file, notice } = order.value;
      const taken = await takeInstaller(folder, file, updatesIn(context.data));
      if (!taken.ok) return taken;
      const rehearsed = await backups.value.rehearse(notice.steps);
      if (!rehearsed.ok) return rehearsed;
      const made = await backups.value.make('before-update');
      if (!made.ok) return made;
      chosen = { ...order.value, installer: taken.value };
      const check = workspace.value.verifyJournal();
      const journal = check.kind === 'intact' ? ({ kind: 'intact' } as const) : check;
      return ok({ ...rehearsed.value, journal, backup: basename(made.value.path), way });
    },
    'update/start': ({ token }) => {
      const order = chosenBy(token);
      if (!order.ok) return order;
      const { installer } = order.value;
      if (installer === null) return fail(problem('update/outdated'));
      if (way === 'folder') dialogs.showInFolder(installer);
      else dialogs.startInstaller(installer);
      return ok(null);
    },
  };
}

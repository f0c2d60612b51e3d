/** Opens a workspace for this app alone: its folder stays locked until the workspace is closed. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { secondsBetweenBeats } from '#core/workspace/lock-record.ts';
import { errnoOf } from '../files/file-system.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import type { Locker } from './lock-witness.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

export type LockedOpening = Omit<WorkspaceOptions, 'whoElse'> & {
  readonly locker: Locker;
  /** Asks the user about workspace/silent-lock: true when the app there is certainly closed. */
  readonly agrees: (silent: Problem) => Promise<boolean>;
};

/** workspace/in-use or workspace/silent-lock when somebody else has the folder; for the others see `openDatabase`. */
export async function lockAndOpen(opening: LockedOpening): Promise<Outcome<Workspace>> {
  const lock = await lockAsking(opening);
  if (!lock.ok) return lock;
  const opened = openWorkspace({ ...opening, whoElse: lock.value.check });
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const beating = setInterval(() => {
    void lock.value.beat();
  }, secondsBetweenBeats * 1_000);
  beating.unref();
  return ok({
    ...opened.value,
    close: async () => {
      const state = await opened.value.close();
      if (state.state === 'unsaved') return state;
      clearInterval(beating);
      lock.value.release();
      return state;
    },
  });
}

async function lockAsking(opening: LockedOpening): Promise<Outcome<FolderLock>> {
  try {
    opening.fs.makeFolder(opening.folder);
  } catch (error) {
    return fail(problem('workspace/not-writable', { path: opening.folder, reason: errnoOf(error) }));
  }
  const lock = lockFolder(opening);
  if (lock.ok || lock.problem.code !== 'workspace/silent-lock') return lock;
  return (await opening.agrees(lock.problem)) ? lockFolder(opening, String(lock.problem.details['lock'])) : lock;
}

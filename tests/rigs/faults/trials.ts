/** How the operations of the fault rig are begun, done and ended. */
import { rmSync } from 'node:fs';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { createClock, expectOk } from '../../main/store/workspace-fixture.ts';
import { copyOf, lookInto, outOf, tryToOpen } from './rig-folder.ts';
import type { Operation, Trial } from './sweep.ts';

export const problemOf = (outcome: Outcome<unknown>): Problem | null => (outcome.ok ? null : outcome.problem);

/** Whether it was done and is on disk: an edit that is answered may still be only in memory. */
export async function doneAndSaved(workspace: Workspace, outcome: Outcome<unknown>): Promise<Problem | null> {
  const state = await workspace.settle();
  await workspace.settleGenerations();
  return problemOf(outcome) ?? (state.state === 'saved' ? null : state.problem);
}

/**
 * Trials on copies of `template`, opened before anything fails, after which `before` is done; `work` gets the id of its
 * filing, `lookBeside` finds what else there is.
 */
export function withWorkspace(
  template: string,
  work: (workspace: Workspace, folder: string, fs: FileSystem, id: string) => Promise<Problem | null>,
  lookBeside: (folder: string) => Promise<string> | string = () => '',
  before: (workspace: Workspace, id: string) => Promise<unknown> = () => Promise.resolve(),
): Operation['begin'] {
  return async (fs) => {
    const folder = copyOf(template);
    const clock = createClock('2026-01-12T09:00:00.000Z');
    const workspace = expectOk(tryToOpen(folder, fs, { now: clock.now }));
    const [{ id } = { id: '' }] = workspace.listFilings();
    await before(workspace, id);
    // So that a save keeps a generation as well.
    clock.moveMinutes(11);
    return {
      run: () => work(workspace, folder, fs, id),
      look: async () => `${await lookInto(folder)} ${await lookBeside(folder)}`,
      end: async () => {
        await workspace.close();
        rmSync(folder, { recursive: true });
        rmSync(outOf(folder), { recursive: true, force: true });
      },
    };
  };
}

export function ofFolder(folder: string, run: () => Promise<Problem | null>, look: () => Promise<string>): Trial {
  return {
    run,
    look,
    end: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

export async function openAndClose(opening: Outcome<Workspace> | Promise<Outcome<Workspace>>): Promise<Problem | null> {
  const opened = await opening;
  if (opened.ok) await opened.value.close();
  return problemOf(opened);
}

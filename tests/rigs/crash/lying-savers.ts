/** File systems that a saver must not be built on, to show that the rig catches what they do. */
import { copyFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { workspaceFileName } from '#main/store/workspace.ts';

export const savers = ['honest', 'early', 'torn'] as const;
export type SaverKind = (typeof savers)[number];

/** `early` says that the file is in place before it is; `torn` puts it in place in several steps. */
export function fileSystemOf(kind: SaverKind): FileSystem {
  const { async } = nodeFileSystem;
  const isSave = (to: string) => basename(to) === workspaceFileName;
  switch (kind) {
    case 'honest':
      return nodeFileSystem;
    case 'early': {
      let last: Promise<unknown> = Promise.resolve();
      const renameLater = (from: string, to: string) => {
        last = last.then(() => setTimeout(15)).then(() => async.rename(from, to));
        return Promise.resolve();
      };
      return {
        ...nodeFileSystem,
        async: { ...async, rename: (from, to) => (isSave(to) ? renameLater(from, to) : async.rename(from, to)) },
      };
    }
    case 'torn': {
      const copyInSteps = async (from: string, to: string) => {
        truncateSync(to, Math.floor(statSync(to).size / 2));
        await setTimeout(15);
        copyFileSync(from, to);
        rmSync(from);
      };
      return {
        ...nodeFileSystem,
        async: { ...async, rename: (from, to) => (isSave(to) ? copyInSteps(from, to) : async.rename(from, to)) },
      };
    }
  }
}

/** Starts the installer of a new version once the app has saved all and its window is gone. */
import { spawn } from 'node:child_process';

export type InstallerStarter = {
  /** Remembers the installer; the window is to be closed then, and may stay open where something cannot be saved. */
  readonly order: (path: string) => void;
  /** Called when the app quits: starts what was ordered as a program of its own. */
  readonly run: () => void;
};

/** On macOS the disk image is opened, on Windows the installer itself. */
export function createInstallerStarter(platform: NodeJS.Platform): InstallerStarter {
  let ordered: string | null = null;
  return {
    order: (path) => {
      ordered = path;
    },
    run: () => {
      if (ordered === null) return;
      const [program, words] = platform === 'darwin' ? ['/usr/bin/open', [ordered]] : [ordered, []];
      spawn(program, words, { detached: true, stdio: 'ignore' }).unref();
    },
  };
}

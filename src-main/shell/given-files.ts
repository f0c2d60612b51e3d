/** The files that the system opens the app with: words of its start, of a second start, or events on macOS. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

const ours = /\.(?:asice|json)$/iu;

export type GivenFiles = {
  /** Takes the files among the words of a command line that was given in `folder`; true when there were any. */
  readonly add: (words: readonly string[], folder: string) => boolean;
  /** Those that were added since the last call. */
  readonly take: () => readonly string[];
};

export function gatherGivenFiles(): GivenFiles {
  let waiting: readonly string[] = [];
  return {
    add: (words, folder) => {
      const found = words.filter((word) => ours.test(word)).map((word) => resolve(folder, word));
      const files = found.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
      waiting = [...new Set([...waiting, ...files])];
      return files.length > 0;
    },
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

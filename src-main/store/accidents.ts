/** What was told at openings after accidents (`accidents.json`): kept until the user has read it, whatever is restored meanwhile. */
import { join } from 'node:path';
import type { OpeningReport } from '#core/ipc/views.ts';
import { decodeAccidents, sameAccident, type Accident } from '#core/workspace/accident.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { quietly } from '../files/quietly.ts';
import { readText } from '../files/read-file.ts';

export const accidentsName = 'accidents.json';
const limitBytes = 4 * 1024 * 1024;
/** Who never reads them is not told more at once. */
const mostAccidents = 10;

export type Accidents = {
  /** The newest first. */
  readonly list: () => readonly Accident[];
  readonly dismiss: () => void;
};

/**
 * Adds what this opening found to what is still to be read, and calls `onKept` once that is on disk: from then on what was opened
 * is the newest state. Where it cannot be kept it is told in this run, and found again at the next opening.
 */
export function openAccidents(fs: FileSystem, folder: string, opening: OpeningReport, at: Date, onKept: () => void): Accidents {
  const path = join(folder, accidentsName);
  const text = readText(fs, path, limitBytes);
  let unread = text.ok ? decodeAccidents(text.value) : [];
  if (opening.kind === 'recovered' || opening.kind === 'older') {
    const found: Accident = { at: at.toISOString(), report: opening };
    unread = [found, ...unread.filter((each) => !sameAccident(each, found))].slice(0, mostAccidents);
    if (writeAtomically(fs, path, new TextEncoder().encode(JSON.stringify(unread)), 'owner').ok) onKept();
  }
  return {
    list: () => unread,
    dismiss: () => {
      unread = [];
      quietly(() => {
        fs.remove(path);
      });
    },
  };
}

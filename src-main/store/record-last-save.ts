/** Keeps what was last saved in a small file of its own (`last-save.json`), to tell what is missing if the big one breaks. */
import { join } from 'node:path';
import {
  decodeLastSave,
  lastSaveFormat,
  mostEdited,
  type EditedFiling,
  type JournalHead,
  type LastSave,
} from '#core/workspace/last-save.ts';
import { checkTaken, temporaryName, writeAtomically } from '../files/atomic-write.ts';
import { errnoOf, type AsyncFileSystem, type FileSystem } from '../files/file-system.ts';
import { readText } from '../files/read-file.ts';
import { journalHead } from './database-state.ts';
import { integerIn, textIn } from './row.ts';
import type { Reader, Row } from './sql-engine.ts';

export const lastSaveName = 'last-save.json';
const limitBytes = 1024 * 1024;
/** How far back the journal is looked through for filings that were edited last. */
const recentEntries = 200;

export type LastSaveNoter = {
  /** Notes that the state with this journal was saved, after the edit has been answered; of several the last is enough. */
  readonly offer: (savedAt: Date, journal: JournalHead) => void;
  /** Resolves when nothing is to be noted any more. */
  readonly settle: () => Promise<void>;
};

export function lastSaveNoter(fs: AsyncFileSystem, folder: string, reader: Reader): LastSaveNoter {
  let next: { readonly savedAt: Date; readonly journal: JournalHead } | null = null;
  let noting: Promise<void> | null = null;

  const note = async (): Promise<void> => {
    try {
      await nextTurn();
      for (let offered = next; offered !== null; offered = next) {
        next = null;
        await recordLastSave(fs, folder, lastSaveOf(reader, offered.savedAt, offered.journal));
      }
    } finally {
      noting = null;
    }
  };
  return {
    offer: (savedAt, journal) => {
      next = { savedAt, journal };
      noting ??= note();
    },
    settle: () => noting ?? Promise.resolve(),
  };
}

/** The record of a state that is saved; edits that came since do not count. */
export function lastSaveOf(reader: Reader, savedAt: Date, journal: JournalHead): LastSave {
  const edited = recentlyEdited(reader, journal);
  const oldest = edited.length === mostEdited ? edited.at(-1) : undefined;
  const allAfter = oldest?.seq ?? Math.max(0, journal.entries - recentEntries);
  return { format: lastSaveFormat, savedAt: savedAt.toISOString(), journal, edited, allAfter };
}

/**
 * Writes the record without waiting for the disk: it is a help after an accident. A failure leaves the older record,
 * which is told by its time.
 */
async function recordLastSave(fs: AsyncFileSystem, folder: string, record: LastSave): Promise<void> {
  const temporary = join(folder, temporaryName());
  try {
    const descriptor = await fs.openNew(temporary, 'owner');
    try {
      let rest: Uint8Array = new TextEncoder().encode(JSON.stringify(record));
      while (rest.length > 0) rest = rest.subarray(checkTaken(await fs.write(descriptor, rest)));
    } finally {
      await fs.close(descriptor);
    }
    await fs.rename(temporary, join(folder, lastSaveName));
  } catch (error) {
    errnoOf(error);
    await fs.remove(temporary).catch(errnoOf);
  }
}

/** Notes the state that was opened in the place of a newer one, once that was told: it is what later states are compared with. */
export function noteOpened(fs: FileSystem, folder: string, reader: Reader, openedAt: Date): void {
  const record = lastSaveOf(reader, openedAt, journalHead(reader));
  // Where this fails the older record tells of the same loss again.
  writeAtomically(fs, join(folder, lastSaveName), new TextEncoder().encode(JSON.stringify(record)), 'owner');
}

/** The record in a workspace folder, null when there is none that can be read. */
export function readLastSave(fs: FileSystem, folder: string): LastSave | null {
  const text = readText(fs, join(folder, lastSaveName), limitBytes);
  return text.ok ? decodeLastSave(text.value) : null;
}

function recentlyEdited(reader: Reader, { entries }: JournalHead): readonly EditedFiling[] {
  const newest = new Map<string, number>();
  const sql = 'SELECT seq, filing_id FROM journal WHERE seq <= ? AND filing_id IS NOT NULL ORDER BY seq DESC LIMIT ?';
  for (const row of reader.rows(sql, [entries, recentEntries])) {
    const id = textIn(row, 'filing_id');
    if (!newest.has(id)) newest.set(id, integerIn(row, 'seq'));
  }
  return [...newest].slice(0, mostEdited).flatMap(([id, seq]) => {
    const rows = reader.rows('SELECT unit_code, unit_name, report_year, updated_at FROM filing WHERE id = ?', [id]);
    return rows.map((row) => toEdited(row, seq));
  });
}

function toEdited(row: Row, seq: number): EditedFiling {
  return {
    unitCode: textIn(row, 'unit_code'),
    unitName: textIn(row, 'unit_name'),
    reportYear: integerIn(row, 'report_year'),
    changedAt: textIn(row, 'updated_at'),
    seq,
  };
}

/** Lets answers that are ready go out first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

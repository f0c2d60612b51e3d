/** The workspace: all that the user has entered, in one file; every change is in the journal and on disk, or says so. */
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { FilingStatus, FilingSummary, OpeningReport, SaveState, Submission } from '#core/ipc/views.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { FileSystem } from '../files/file-system.ts';
import { changeFilings } from './change-filings.ts';
import { listFilings } from './filings.ts';
import { appendEntries, journalOf, verifyJournal, type Entry, type JournalCheck, type JournalEntry } from './journal.ts';
import { migrations, type Migration } from './migrations/all.ts';
import { openDatabase, type WorkspacePlace } from './open-database.ts';
import type { PendingTexts } from './pending-texts.ts';
import { createDocumentDecoder, readFilings } from './read-filings.ts';
import { createSaver } from './save.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { SqlEngine, Writer } from './sql-engine.ts';

export const workspaceFileName = 'nianbao.sqlite';
export const generationsFolderName = 'generations';

export type StoredFiling = {
  readonly id: string;
  readonly filing: Filing;
  readonly status: FilingStatus;
  readonly pending: PendingTexts;
  /** Oldest first. */
  readonly submissions: readonly Submission[];
  /** ISO 8601. */
  readonly updatedAt: string;
};

export type FilingContent = { readonly filing: Filing; readonly pending: PendingTexts };

/** One change may be several entries of the journal. */
export type Entries = readonly [Entry, ...Entry[]];

/**
 * Every change is one transaction in memory with its journal entries, then a save of the whole file. A change that
 * cannot be saved is kept in memory: `saveState` says so, and the next save, of whatever cause, writes everything.
 * A filing that could not be opened again (see `decodeFiling` for the problems) is refused before anything is changed.
 */
export type Workspace = {
  /** The workspace file. */
  readonly path: string;
  readonly opening: OpeningReport;
  readonly listFilings: () => readonly FilingSummary[];
  /** filing/not-found { id }, or why the stored document cannot be decoded (its edition is not installed, say). */
  readonly readFiling: (id: string) => Outcome<StoredFiling>;
  /** Adds a draft and returns its id; filing/exists { unit, name, year } when the unit has one for the year. */
  readonly addFiling: (filing: Filing, ...entries: Entries) => Outcome<string>;
  /** Replaces filing and pending texts; a filing that changes is a draft again. filing/not-found, filing/exists. */
  readonly updateFiling: (id: string, content: FilingContent, ...entries: Entries) => Outcome<SaveState>;
  /**
   * Adds a submission with the filing as it went out. That filing becomes the current one, and submitted, unless more
   * than the revision differs: then it was edited during the export, and the edits stay, as a draft. filing/not-found.
   */
  readonly recordSubmission: (id: string, submission: Omit<Submission, 'id'>, exported: Filing, ...entries: Entries) => Outcome<Submission>;
  /** The filing as it last went out, null when it never did. @throws Error when its edition is not installed any more. */
  readonly lastExported: (id: string) => Filing | null;
  /** Oldest first. */
  readonly journalOf: (id: string) => readonly JournalEntry[];
  readonly verifyJournal: () => JournalCheck;
  readonly readSetting: (key: string) => string | null;
  /** Settings of the app itself are no entry of the journal; those that concern trust give one. */
  readonly writeSetting: (key: string, value: string, ...entries: readonly Entry[]) => SaveState;
  /** `saved`: the file holds everything, and `at` is when that was last made sure of. `unsaved`: it does not, and why. */
  readonly saveState: () => SaveState;
  /** Tries again after a failed save; does nothing when all is saved. */
  readonly saveAgain: () => SaveState;
  /** Saves what is unsaved and frees the memory; when that fails the workspace stays open, for the user to decide. */
  readonly close: () => SaveState;
};

export type WorkspaceOptions = {
  readonly folder: string;
  readonly editions: readonly LoadedEdition[];
  readonly engine: SqlEngine;
  readonly fs: FileSystem;
  readonly now: () => Date;
  readonly randomUuid: () => string;
  /** Other migrations than the app's, for tests of upgrades. */
  readonly steps?: readonly Migration[];
};

/** Opens, makes or recovers the workspace in `folder`; see `openDatabase` for what may stand in the way. */
export function openWorkspace(options: WorkspaceOptions): Outcome<Workspace> {
  const { folder, editions, engine, fs, now, steps = migrations } = options;
  const path = join(folder, workspaceFileName);
  const place: WorkspacePlace = { fs, engine, path, folder, generations: join(folder, generationsFolderName), now, steps };
  const opened = openDatabase(place);
  if (!opened.ok) return opened;
  const { database, opening } = opened.value;
  const saver = createSaver(place, database);
  const decodeDocument = createDocumentDecoder(editions, path);

  const change = <T>(work: (writer: Writer, at: string) => Outcome<T>): Outcome<T> => {
    const outcome = database.transaction((writer) => work(writer, now().toISOString()));
    if (outcome.ok) saver.save();
    return outcome;
  };
  const saveAgain = () => (saver.state().state === 'saved' ? saver.state() : saver.save());

  return ok({
    path,
    opening,
    listFilings: () => listFilings(database),
    ...readFilings(database, decodeDocument),
    ...changeFilings({ change, saveState: saver.state, randomUuid: options.randomUuid, decodeDocument }),
    journalOf: (id) => journalOf(database, id),
    verifyJournal: () => verifyJournal(database),
    readSetting: (key) => readSetting(database, key),
    writeSetting: (key, value, ...entries) => {
      change((writer, at) => {
        writeSetting(writer, key, value);
        appendEntries(writer, null, at, entries);
        return ok(null);
      });
      return saver.state();
    },
    saveState: saver.state,
    saveAgain,
    close: () => {
      const state = saveAgain();
      if (state.state === 'saved') database.close();
      return state;
    },
  });
}

/** The workspace: all that the user has entered, in one file; every change is in the journal and on disk, or says so. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { FilingStatus, FilingSummary, OpeningReport, SaveState, Submission, UnsavedView } from '#core/ipc/views.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { openAccidents, type Accidents } from './accidents.ts';
import { backupsFolderName } from './backups/backup-folder.ts';
import { changeFilings, type Change } from './change-filings.ts';
import type { RoomTables } from './room-tables.ts';
import { stateOf, type DatabaseState } from './database-state.ts';
import { contentsExchange, type ContentsExchange, type Snapshot } from './exchange-contents.ts';
import { exchangeable } from './exchangeable.ts';
import { appendEntries, journalBackOf, journalOf, verifyJournal, type Entry, type JournalCheck, type JournalEntry } from './journal.ts';
import { migrations, type Migration } from './migrations/all.ts';
import { openDatabase, type WorkspacePlace } from './open-database.ts';
import type { PendingTexts } from './pending-texts.ts';
import { openReception, type Reception } from './reception.ts';
import { createDocumentDecoder, readFilings } from './read-filings.ts';
import { noteOpened } from './record-last-save.ts';
import { createSaver } from './save.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { SqlEngine } from './sql-engine.ts';

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
 * Every change is one transaction in memory with its journal entries, made before the call returns; its promise
 * resolves when a write of the whole file that contains it has ended. Changes during a write share the next one. A
 * change that cannot be saved is kept in memory: `settle` says so, and the next save, of whatever cause, writes
 * everything. A filing that could not be opened again (see `decodeFiling`) is refused before anything is changed.
 */
export type Workspace = {
  /** The workspace file. */
  readonly path: string;
  readonly opening: OpeningReport;
  /** What openings had to tell and nobody has read yet. */
  readonly accidents: Accidents;
  readonly listFilings: () => readonly FilingSummary[];
  /** The id of the unit's filing for the year, null when it has none. */
  readonly findFiling: (unitCode: string, reportYear: number) => string | null;
  /**
   * filing/not-found { id }; filing/damaged { id } when the document is not the one that was stored; or why it cannot
   * be decoded (its edition is not installed, say).
   */
  readonly readFiling: (id: string) => Outcome<StoredFiling>;
  /** Adds a draft and returns its id; filing/exists { unit, name, year } when the unit has one for the year. */
  readonly addFiling: (filing: Filing, ...entries: Entries) => Promise<Outcome<string>>;
  /** Replaces filing and pending texts; a filing that changes is a draft again. filing/not-found, filing/exists. */
  readonly updateFiling: (id: string, content: FilingContent, ...entries: Entries) => Promise<Outcome<SaveState>>;
  /**
   * Adds a submission with the filing as it went out. That filing becomes the current one, and submitted, unless more
   * than the revision differs: then it was edited during the export, and the edits stay, as a draft. filing/not-found.
   */
  readonly recordSubmission: (
    id: string,
    submission: Omit<Submission, 'id'>,
    exported: Filing,
    ...entries: Entries
  ) => Promise<Outcome<Submission>>;
  /** The filing as it last went out, null when it never did; filing/damaged, or why it cannot be decoded. */
  readonly lastExported: (id: string) => Outcome<Filing | null>;
  /** Oldest first. */
  readonly journalOf: (id: string) => readonly JournalEntry[];
  /** Newest first, read only as far as it is taken, which has to be before the next change. */
  readonly journalBack: (id: string) => Iterable<JournalEntry>;
  readonly verifyJournal: () => JournalCheck;
  /** Rosters and the files that subordinate units sent. */
  readonly reception: Reception;
  readonly state: () => DatabaseState;
  /** What a backup is made of. */
  readonly snapshot: () => Snapshot;
  /** Puts another state in the place of this one; meanwhile every change is refused with workspace/restoring. */
  readonly exchange: ContentsExchange['exchange'];
  /** For the rooms whose tables are no part of a filing. */
  readonly tables: RoomTables;
  /** The clock of the journal. */
  readonly now: () => Date;
  readonly readSetting: (key: string) => string | null;
  /** Settings of the app itself are no entry of the journal; those that concern trust give one. */
  readonly writeSetting: (key: string, value: string, ...entries: readonly Entry[]) => Promise<SaveState>;
  /**
   * Waits for the writes under way. `saved`: the file holds everything, and `at` is when that was last made sure of;
   * `unsaved`: it does not, and why.
   */
  readonly settle: () => Promise<SaveState>;
  /** Tries again after a failed save; does nothing when all is saved. */
  readonly saveAgain: () => Promise<SaveState>;
  /** Since when edits could not be written, and why; null while all are. */
  readonly unsaved: () => UnsavedView | null;
  /** Waits for what is kept as a generation. */
  readonly settleGenerations: () => Promise<void>;
  /** Saves what is unsaved and frees the memory; when that fails the workspace stays open, for the user to decide. */
  readonly close: () => Promise<SaveState>;
};

export type WorkspaceOptions = {
  readonly folder: string;
  readonly editions: readonly LoadedEdition[];
  readonly engine: SqlEngine;
  readonly fs: FileSystem;
  readonly now: () => Date;
  readonly randomUuid: () => string;
  readonly appVersion: string;
  /** Null while nobody else has the folder (`folder-lock.ts`); asked before each save. */
  readonly whoElse: () => Problem | null;
  /** Told when edits could not be written (`unsaved` says why), and when they are. */
  readonly onSaving?: () => void;
  /** A backup that the user has chosen, to be opened in the place of a broken file; else the newest good copy is. */
  readonly from?: string | null;
  /** Other migrations than the app's, for tests of upgrades. */
  readonly steps?: readonly Migration[];
};

/** Opens, makes or recovers the workspace in `folder`; see `openDatabase` for what may stand in the way. */
export function openWorkspace(options: WorkspaceOptions): Outcome<Workspace> {
  const { folder, editions, now, steps = migrations } = options;
  const file = join(folder, workspaceFileName);
  let path: string;
  try {
    // Who put a link there wants the file to stay where it is: it is replaced there, and the link left alone.
    path = options.fs.targetOf(file);
  } catch (error) {
    return fail(problem('workspace/not-writable', { path: folder, reason: errnoOf(error) }));
  }
  const [generations, backups] = [join(folder, generationsFolderName), join(folder, backupsFolderName)];
  const place: WorkspacePlace = { ...options, path, generations, backups, steps, from: options.from ?? null };
  const opened = openDatabase(place);
  if (!opened.ok) return opened;
  const { opening } = opened.value;
  const contents = exchangeable(opened.value.database);
  const { database } = contents;
  const accidents = openAccidents(options.fs, folder, opening, now(), () => {
    noteOpened(options.fs, folder, database, now());
  });
  const saver = createSaver(place, database);
  const { exchange, isUnderWay } = contentsExchange(place, contents, saver);
  const decodeDocument = createDocumentDecoder(editions, path);

  const change: Change = async (work) => {
    if (isUnderWay()) return fail(problem('workspace/restoring', { path }));
    const outcome = database.transaction((writer) => work(writer, now().toISOString()));
    return outcome.ok ? ok({ value: outcome.value, saved: await saver.save() }) : outcome;
  };
  const saveAgain = async () => {
    const state = await saver.settle();
    return state.state === 'saved' ? state : saver.save();
  };

  return ok({
    path,
    opening,
    accidents,
    ...readFilings(database, decodeDocument),
    ...changeFilings({ change, randomUuid: options.randomUuid, decodeDocument }),
    journalOf: (id) => journalOf(database, id),
    journalBack: (id) => journalBackOf(database, id),
    now,
    verifyJournal: () => verifyJournal(database),
    reception: openReception(database, change, editions),
    state: () => stateOf(database),
    snapshot: () => ({ image: database.unsealedImage(), state: stateOf(database) }),
    exchange,
    tables: {
      rows: (sql, values) => database.rows(sql, values),
      change: (work) => change((writer, at) => work(writer, at, (filingId, ...entries) => appendEntries(writer, filingId, at, entries))),
      newId: options.randomUuid,
    },
    readSetting: (key) => readSetting(database, key),
    writeSetting: async (key, value, ...entries) => {
      const changed = await change((writer, at) => {
        writeSetting(writer, key, value);
        appendEntries(writer, null, at, entries);
        return ok(null);
      });
      return changed.ok ? changed.value.saved : { state: 'unsaved', problem: changed.problem };
    },
    settle: saver.settle,
    settleGenerations: saver.settleGenerations,
    saveAgain,
    unsaved: saver.unsaved,
    close: async () => {
      for (;;) {
        await saver.tidy();
        const state = await saveAgain();
        if (state.state === 'unsaved') return state;
        await saver.settleGenerations();
        await saver.tidy();
        if (!saver.isSettled()) continue;
        database.close();
        return state;
      }
    },
  });
}

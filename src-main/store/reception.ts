/** Rosters and received files of a workspace: what is known of subordinate units, year by year. */
import { readKeptSource } from '#core/consolidation/kept-source.ts';
import type { ReceivedFile, Standing } from '#core/consolidation/received-file.ts';
import type { Roster, RosterUnit } from '#core/consolidation/roster.ts';
import type { Source } from '#core/consolidation/source.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { SaveState } from '#core/ipc/views.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { Change } from './change-filings.ts';
import { appendEntries, type Entry } from './journal.ts';
import {
  findReceived,
  keptSource,
  listReceived,
  readDigests,
  receivedYears,
  recordReceived,
  setStanding,
  type NewReceivedFile,
} from './received.ts';
import { replaceRoster, rosterOf, rosterYears } from './rosters.ts';
import type { Reader } from './sql-engine.ts';

/** A file with its figures. `source.file` is the file's name. */
export type ReceivedSource = { readonly file: ReceivedFile; readonly source: Source };

export type Reception = {
  /** Years with a roster or with files, the newest first. */
  readonly years: () => readonly number[];
  readonly rosterYears: () => readonly number[];
  readonly receivedYears: () => readonly number[];
  readonly roster: (year: number) => Roster;
  /** Puts the units in the place of all that the year's roster had. */
  readonly writeRoster: (year: number, units: readonly RosterUnit[], entry: Entry) => Promise<Outcome<SaveState>>;
  /** Every file on record for the year, in the order in which they came; those that were removed too. */
  readonly files: (year: number) => readonly ReceivedFile[];
  readonly file: (digest: string) => ReceivedFile | null;
  /** Digests of files that need not be read again. */
  readonly known: () => readonly string[];
  /** The figures of a file; received/no-figures { file } for a refused one, else those of `readKeptSource`. */
  readonly source: (digest: string) => Outcome<Source>;
  /** The figures of the year's files that are `taken`, or of other standings where asked for. `sourceOf` says of one why it is not among them. */
  readonly sources: (year: number, among?: readonly Standing[]) => readonly ReceivedSource[];
  /** As `source`, of a file that is at hand. */
  readonly sourceOf: (file: ReceivedFile) => Outcome<Source>;
  /** Records files whose bytes are kept; done in memory when it returns, saved when it resolves. */
  readonly record: (files: readonly NewReceivedFile[], entry: Entry) => Promise<Outcome<SaveState>>;
  readonly setStanding: (digest: string, standing: Standing, entry: Entry) => Promise<Outcome<SaveState>>;
};

/** `change` and `reader` are those of the workspace. */
export function openReception(reader: Reader, change: Change, editions: readonly LoadedEdition[]): Reception {
  /** Reading the figures of a thousand files takes a second; what is on record of a file tells whether they are the same. */
  const read = new Map<string, Outcome<Source>>();
  const sourceOf = (file: ReceivedFile): Outcome<Source> => {
    const name = [file.digest, file.receivedAt, file.verdict, file.errors].join(' ');
    const known = read.get(name);
    if (known !== undefined) return known;
    const text = keptSource(reader, file.digest);
    const source =
      text === null ? fail(problem('received/no-figures', { file: file.fileName })) : readKeptSource(text, editions, file.fileName);
    read.set(name, source);
    return source;
  };
  const saved = async (changed: ReturnType<typeof change<null>>): Promise<Outcome<SaveState>> => {
    const outcome = await changed;
    return outcome.ok ? ok(outcome.value.saved) : outcome;
  };

  return {
    years: () => [...new Set([...rosterYears(reader), ...receivedYears(reader)])].sort((one, other) => other - one),
    rosterYears: () => rosterYears(reader),
    receivedYears: () => receivedYears(reader),
    roster: (year) => rosterOf(reader, year),
    writeRoster: (year, units, entry) =>
      saved(
        change((writer, at) => {
          replaceRoster(writer, year, units);
          appendEntries(writer, null, at, [entry]);
          return ok(null);
        }),
      ),
    files: (year) => listReceived(reader, year),
    file: (digest) => findReceived(reader, digest),
    known: () => readDigests(reader),
    source: (digest) => {
      const file = findReceived(reader, digest);
      return file === null ? fail(problem('received/missing', { digest })) : sourceOf(file);
    },
    sourceOf,
    sources: (year, among = ['taken']) =>
      listReceived(reader, year).flatMap((file) => {
        if (file.verdict === 'refused' || !among.includes(file.standing)) return [];
        const source = sourceOf(file);
        return source.ok ? [{ file, source: source.value }] : [];
      }),
    record: (files, entry) =>
      saved(
        change((writer, at) => {
          for (const file of files) recordReceived(writer, file);
          appendEntries(writer, null, at, [entry]);
          return ok(null);
        }),
      ),
    setStanding: (digest, standing, entry) =>
      saved(
        change((writer, at) => {
          setStanding(writer, digest, standing);
          appendEntries(writer, null, at, [entry]);
          return ok(null);
        }),
      ),
  };
}

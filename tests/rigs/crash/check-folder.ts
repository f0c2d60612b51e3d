/** What must be true of a workspace folder after a kill; every breach is told in a sentence. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { applyChanges } from '#core/history/apply-changes.ts';
import { decodeChanges } from '#core/history/decode-changes.ts';
import type { WorkingFiling } from '#core/filing/edit-filing.ts';
import type { JournalHead } from '#core/workspace/last-save.ts';
import { openAttachmentFiles } from '#main/attachments/attachment-files.ts';
import { isTemporaryName } from '#main/files/atomic-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { backupsFolderName, listBackups } from '#main/store/backups/backup-folder.ts';
import { examineBackup } from '#main/store/backups/examine-backup.ts';
import type { JournalEntry } from '#main/store/journal.ts';
import { migrations } from '#main/store/migrations/all.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { countersOf, type Counted } from './acknowledgements.ts';
import { beginning, openRigWorkspace, units, valueOf, year, type Engine } from './rig-workspace.ts';

/** What the folder has to hold: the journal up to these entries, and at least these numbers. */
export type Promised = { readonly heads: readonly JournalHead[]; readonly counted: readonly Counted[] };

export type Checked = {
  readonly breaches: readonly string[];
  /** How many acknowledged edits are not there. */
  readonly lost: number;
  /** The journal that was found. */
  readonly head: JournalHead;
  /** True when the user would have been asked about the killed app's lock. */
  readonly isAsked: boolean;
};

const none: JournalHead = { entries: 0, last: '0'.repeat(64) };

/** Opens the folder as the app would, and leaves it closed. `seen` are backups found whole before: more are added. */
export async function checkFolder(folder: string, engine: Engine, promised: Promised, seen: Set<string>): Promise<Checked> {
  let isAsked = false;
  const opened = await openRigWorkspace({
    folder,
    engine,
    fs: nodeFileSystem,
    now: () => new Date(),
    onAsked: () => {
      isAsked = true;
    },
  });
  if (!opened.ok) {
    return { breaches: [`it does not open: ${JSON.stringify(opened.problem)}`], lost: promised.heads.length, head: none, isAsked };
  }
  const workspace = opened.value;
  const entries = entriesOf(workspace);
  const lost = [...lostHeads(promised.heads, entries), ...lostNumbers(promised.counted, workspace)];
  const breaches = [
    ...lost,
    ...howOpened(workspace, promised),
    ...brokenChain(workspace, entries),
    ...Object.values(units).flatMap((code) => breachesOfFiling(workspace, code)),
    ...attachmentsGone(workspace, folder),
    ...brokenBackups(folder, engine, seen),
    ...leftovers(folder),
  ];
  const { journal: head } = workspace.state();
  const closed = await workspace.close();
  return { breaches: closed.state === 'saved' ? breaches : [...breaches, 'it cannot be closed'], lost: lost.length, head, isAsked };
}

function entriesOf(workspace: Workspace): ReadonlyMap<number, JournalEntry> {
  const all = workspace.listFilings().flatMap(({ id }) => workspace.journalOf(id));
  return new Map(all.map((each) => [each.seq, each]));
}

/** A digest covers all entries before it: what the child had at that edit is here. */
function lostHeads(heads: readonly JournalHead[], entries: ReadonlyMap<number, JournalEntry>): readonly string[] {
  return heads
    .filter(({ entries: seq, last }) => seq > 0 && entries.get(seq)?.digest !== last)
    .map(({ entries: seq }) => `edit ${String(seq)} was acknowledged and is lost`);
}

function lostNumbers(counted: readonly Counted[], workspace: Workspace): readonly string[] {
  const id = workspace.findFiling(units.counted, year);
  const found = id === null ? new Map<string, number>() : countersOf(valueOf(workspace.readFiling(id)).filing);
  return counted
    .filter(({ place, number }) => !((found.get(place) ?? 0) >= number))
    .map(({ place, number }) => `${place} was acknowledged as ${String(number)} and is ${String(found.get(place))}`);
}

function howOpened({ opening }: Workspace, { heads }: Promised): readonly string[] {
  const isExpected = opening.kind === 'opened' || (opening.kind === 'created' && heads.length === 0);
  return isExpected ? [] : [`it was ${JSON.stringify(opening)}`];
}

function brokenChain(workspace: Workspace, entries: ReadonlyMap<number, JournalEntry>): readonly string[] {
  const check = workspace.verifyJournal();
  if (check.kind === 'broken') return [`the journal is broken at ${String(check.seq)}`];
  return check.entries === entries.size ? [] : ['the journal has entries about no filing'];
}

/** The filing is what its journal makes of the blank one, and has as many submissions as exports are told. */
function breachesOfFiling(workspace: Workspace, code: string): readonly string[] {
  const id = workspace.findFiling(code, year);
  if (id === null) return [];
  const { filing, pending, submissions } = valueOf(workspace.readFiling(id));
  const journal = workspace.journalOf(id);
  const exports = journal.filter((each) => each.action === 'bundle/export').length;
  return [
    ...(canonicalJson({ filing, pending }) === canonicalJson(replay(code, journal))
      ? []
      : [`the filing of ${code} is not what its journal says`]),
    ...(submissions.length === exports ? [] : [`${code} has ${String(submissions.length)} submissions, and ${String(exports)} were made`]),
  ];
}

function replay(code: string, journal: readonly JournalEntry[]): WorkingFiling {
  let working: WorkingFiling = { filing: beginning(code), pending: {} };
  for (const { detail, seq } of journal) {
    const changes = typeof detail === 'object' && detail !== null && 'changes' in detail ? detail.changes : [];
    working = valueOf(applyChanges(working, valueOf(decodeChanges(changes, seq))));
  }
  return working;
}

function attachmentsGone(workspace: Workspace, folder: string): readonly string[] {
  const files = openAttachmentFiles(nodeFileSystem, folder);
  const named = workspace.listFilings().flatMap(({ id }) => valueOf(workspace.readFiling(id)).filing.attachments);
  return named.filter(({ digest }) => !files.read(digest).ok).map(({ name, digest }) => `the file of ${name} (${digest}) is not there`);
}

function brokenBackups(folder: string, engine: Engine, seen: Set<string>): readonly string[] {
  const own = join(folder, backupsFolderName);
  const fresh = valueOf(listBackups({ fs: nodeFileSystem, folder: own })).filter(({ name }) => !seen.has(name));
  return fresh.flatMap(({ name, sha256 }) => {
    const examined = examineBackup({ fs: nodeFileSystem, engine, steps: migrations }, join(own, name), sha256);
    seen.add(name);
    return examined.ok ? [] : [`the backup ${name} is not whole: ${JSON.stringify(examined.problem)}`];
  });
}

/** What interrupted writes left, below `folder`. */
export function leftoversIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => isTemporaryName(path.split(/[\\/]/u).at(-1) ?? ''));
}

function leftovers(folder: string): readonly string[] {
  return leftoversIn(folder).map((path) => `${path} was left behind`);
}

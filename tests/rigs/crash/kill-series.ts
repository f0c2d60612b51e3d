/** Kills children one after the other, on several folders side by side, and checks the folder after each. */
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalHead } from '#core/workspace/last-save.ts';
import { makeRandom, type Random } from '../../bench/random.ts';
import type { Counted, Line } from './acknowledgements.ts';
import { checkFolder, leftoversIn } from './check-folder.ts';
import { runAndKill, type Kill } from './kill-child.ts';
import type { SaverKind } from './lying-savers.ts';
import { loadEngine, type Engine } from './rig-workspace.ts';

export type SeriesOrder = {
  readonly script: string;
  /** A folder for the workspaces. */
  readonly scratch: string;
  readonly kills: number;
  readonly seed: number;
  readonly saver: SaverKind;
  /** How many children run side by side. */
  readonly lanes: number;
  /** A series that is to show one breach needs no second. */
  readonly isEndedByBreach: boolean;
  readonly onKill?: (tally: Tally) => void;
};

export type Tally = {
  kills: number;
  folders: number;
  /** Kills before the workspace had opened. */
  duringOpening: number;
  /** Kills that left a file half written, after it had opened. */
  duringWrite: number;
  idle: number;
  acknowledged: number;
  lost: number;
  /** How often the user would have been asked about the lock of the killed app. */
  asked: number;
  breaches: string[];
};

const mostMilliseconds = 80;

export async function runSeries(order: SeriesOrder): Promise<Tally> {
  const tally: Tally = {
    kills: 0,
    folders: 0,
    duringOpening: 0,
    duringWrite: 0,
    idle: 0,
    acknowledged: 0,
    lost: 0,
    asked: 0,
    breaches: [],
  };
  const engine = await loadEngine();
  const lanes = Array.from({ length: order.lanes }, (_, lane) => runLane(order, engine, tally, makeRandom(order.seed + lane)));
  await Promise.all(lanes);
  return tally;
}

/** One line for people. */
export function describeTally({ breaches, ...tally }: Tally): string {
  const { kills, folders, duringOpening, duringWrite, idle, acknowledged, lost, asked } = tally;
  const when = `${String(duringOpening)} during opening, ${String(duringWrite)} during a write, ${String(idle)} between writes`;
  const then = `${String(acknowledged)} edits acknowledged, ${String(lost)} lost, ${String(breaches.length)} breaches, asked about a lock ${String(asked)} times`;
  return `${String(kills)} kills in ${String(folders)} folders (${when}): ${then}`;
}

async function runLane(order: SeriesOrder, engine: Engine, tally: Tally, random: Random): Promise<void> {
  const isOver = () => tally.kills >= order.kills || (order.isEndedByBreach && tally.breaches.length > 0);
  while (!isOver()) {
    const folder = join(mkdtempSync(join(order.scratch, '工作区-')), 'workspace');
    tally.folders += 1;
    const before = tally.breaches.length;
    // Damage would add up from kill to kill.
    for (let rounds = 1 + random.below(40); rounds > 0 && !isOver(); rounds -= 1) await killOnce(order, engine, tally, random, folder);
    if (tally.breaches.length === before) rmSync(join(folder, '..'), { recursive: true });
  }
}

type FolderMemory = { head: JournalHead | null; readonly counted: Map<string, number>; readonly backups: Set<string> };
const memories = new Map<string, FolderMemory>();

async function killOnce(order: SeriesOrder, engine: Engine, tally: Tally, random: Random, folder: string): Promise<void> {
  const { script, saver } = order;
  const memory: FolderMemory = memories.get(folder) ?? { head: null, counted: new Map(), backups: new Set() };
  memories.set(folder, memory);
  const seed = random.below(2 ** 31);
  const kill = momentOf(random);
  tally.kills += 1;
  const lines = await runAndKill({ script, folder, seed, saver, kill });
  const heads = [...(memory.head === null ? [] : [memory.head]), ...lines.flatMap(headOf)];
  for (const { place, number } of lines.flatMap(countedIn)) memory.counted.set(place, Math.max(number, memory.counted.get(place) ?? 0));
  note(tally, lines, folder);
  const counted = [...memory.counted].map(([place, number]) => ({ place, number }));
  const checked = await checkFolder(folder, engine, { heads, counted }, memory.backups);
  memory.head = checked.head;
  tally.lost += checked.lost;
  if (checked.isAsked) tally.asked += 1;
  const where = `seed ${String(seed)}, killed ${String(kill.milliseconds)} ms after ${kill.after}, ${folder}`;
  tally.breaches.push(...checked.breaches.map((each) => `${each} (${where})`));
  order.onKill?.(tally);
}

/** A quarter of the kills come while the workspace is opened or made. */
function momentOf(random: Random): Kill {
  const after = random.pick(['opening', 'saved', 'saved', 'saved'] as const);
  return { after, milliseconds: random.below((after === 'opening' ? 60 : mostMilliseconds) + 1) };
}

function note(tally: Tally, lines: readonly Line[], folder: string): void {
  tally.acknowledged += lines.flatMap(headOf).length;
  if (!lines.some((each) => each.kind === 'opened')) tally.duringOpening += 1;
  else if (existsSync(folder) && leftoversIn(folder).length > 0) tally.duringWrite += 1;
  else tally.idle += 1;
}

function headOf(line: Line): readonly JournalHead[] {
  return line.kind === 'saved' ? [line.head] : [];
}

function countedIn(line: Line): readonly Counted[] {
  return line.kind === 'saved' && line.counted !== null ? [line.counted] : [];
}

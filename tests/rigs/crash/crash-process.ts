/** The child of the crash rig: `FOLDER SEED SAVER` opens the workspace and edits at full speed until it is killed. */
import { migrations } from '#main/store/migrations/all.ts';
import { hostHere } from '#main/store/backups/backup-host.ts';
import { backupWork } from '#main/store/backups/backup-work.ts';
import { openBackups, type Backups } from '#main/store/backups/backups.ts';
import type { Desk } from '#main/filings/change-filing.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { makeRandom, type Random } from '../../bench/random.ts';
import { countersOf, sayLine } from './acknowledgements.ts';
import { countedPlaces, isSaved, makeCounted, makeVaried, type Made } from './edits.ts';
import { fileSystemOf, savers } from './lying-savers.ts';
import { appVersion, beginning, editions, loadEngine, openRigWorkspace, units, valueOf, year } from './rig-workspace.ts';

/** Ten thousand times as fast as the clock on the wall, so that generations are kept all the time. */
function fastClock(): () => Date {
  const start = Date.now();
  return () => new Date(start + (Date.now() - start) * 10_000);
}

/** Makes an edit, and says so once it has been answered with `saved`. */
async function acknowledge(workspace: Workspace, make: () => Made): Promise<void> {
  const { counted, answer } = make();
  const head = workspace.state().journal;
  const outcome = await answer;
  if (!isSaved(outcome)) throw new Error(JSON.stringify(outcome));
  sayLine({ kind: 'saved', head, counted });
}

async function filingOf(workspace: Workspace, code: string): Promise<string> {
  const found = workspace.findFiling(code, year);
  if (found !== null) return found;
  let id = '';
  await acknowledge(workspace, () => {
    const entry = { actor: '填报人', action: 'filing/create', detail: {} };
    const answer = workspace.addFiling(beginning(code), entry).then((added) => {
      id = valueOf(added);
      return added;
    });
    return { counted: null, answer };
  });
  return id;
}

/** Numbers grow over all starts, place by place. */
async function count(desk: Desk, id: string, sources: string, random: Random): Promise<never> {
  const counters = new Map(countersOf(valueOf(desk.workspace.readFiling(id)).filing));
  for (;;) {
    const place = random.pick(countedPlaces);
    const number = (counters.get(place) ?? 0) + 1;
    counters.set(place, number);
    await acknowledge(desk.workspace, () => makeCounted(desk, id, sources, { place, number }));
  }
}

async function vary(desk: Desk, id: string, sources: string, random: Random): Promise<never> {
  for (;;) await acknowledge(desk.workspace, () => makeVaried(desk, id, sources, random));
}

/** Now and then, since nothing else is done meanwhile. */
async function backUp(backups: Backups, random: Random): Promise<never> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 20 + random.below(60)));
    valueOf(await backups.make('hourly'));
  }
}

async function main(): Promise<void> {
  const [folder = '', seed = '', saver = ''] = process.argv.slice(2);
  const kind = savers.find((each) => each === saver);
  if (kind === undefined) throw new Error(`no saver is called ${saver}`);
  const fs = fileSystemOf(kind);
  const random = makeRandom(Number(seed));
  const engine = await loadEngine();
  const now = fastClock();
  sayLine({ kind: 'opening' });
  const workspace = valueOf(await openRigWorkspace({ folder, engine, fs, now }));
  sayLine({ kind: 'opened' });
  const desk: Desk = { editions, workspace };
  const host = hostHere(backupWork({ fs, engine, steps: migrations }));
  const onFailure = (failure: unknown) => {
    throw new Error(JSON.stringify(failure));
  };
  const backups = openBackups({ workspace, folder, fs, host, appVersion, now, onFailure });
  const [counted, varied] = [await filingOf(workspace, units.counted), await filingOf(workspace, units.varied)];
  // Two who count, so that edits come while a save is under way; each place has one series all the same.
  const half = (start: number) => ({
    ...random,
    pick: <T>(values: readonly T[]) => random.pick(values.filter((_, at) => at % 2 === start)),
  });
  await Promise.all([
    count(desk, counted, `${folder}-sources-0`, half(0)),
    count(desk, counted, `${folder}-sources-1`, half(1)),
    vary(desk, varied, `${folder}-sources-2`, random),
    backUp(backups, random),
  ]);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
  process.exit(1);
});

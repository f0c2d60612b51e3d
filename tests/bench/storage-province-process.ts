/** What the benchmark runs apart: `fill COUNT FOLDER` makes a province's workspace, `use FOLDER` measures its use as JSON. */
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Channel } from '#core/ipc/channels.ts';
import type { StartView } from '#core/ipc/views.ts';
import { startDesk } from '#main/shell/desk-thread.ts';
import { fill, makeFilings, openIn, paths } from './storage-corpus.ts';
import { appFacts } from '#main/updates/running-app.ts';
import { noSecretBox } from '../main/signing/no-secret-box.ts';

export type ProvinceFigures = {
  /** Milliseconds from the start of the desk to the list of all filings. */
  readonly open: number;
  /** Milliseconds of each acknowledged save. */
  readonly saves: readonly number[];
  /** For each save the longest that this process's main thread was blocked meanwhile, in milliseconds. */
  readonly blocked: readonly number[];
  /** The same for as many pauses of half a second in which nothing was done: what the machine itself lets a thread wait. */
  readonly idle: readonly number[];
  /** Bytes. */
  readonly memory: number;
};

const edits = 20;

async function makeProvince(count: number, folder: string): Promise<void> {
  const { edition, filings } = makeFilings(count);
  const workspace = await openIn(folder, edition);
  await fill(workspace, filings);
  await workspace.close();
}

async function useProvince(folder: string): Promise<ProvinceFigures> {
  const nobody = () => {
    throw new Error('nobody is asked anything here');
  };
  const start = performance.now();
  const desk = await startDesk({
    script: paths.desk,
    data: {
      version: '',
      app: appFacts('', ''),
      platform: process.platform,
      data: folder,
      workspace: folder,
      identities: join(folder, 'identity'),
      editions: paths.editions,
      installedEditions: join(folder, 'editions'),
      samples: paths.samples,
      sqlWasm: paths.sqlWasm,
      backupScript: paths.backupScript,
    },
    dialogs: {
      chooseFolder: nobody,
      chooseBundles: nobody,
      chooseAttachments: () => Promise.resolve([]),
      takeGiven: () => Promise.resolve([]),
      chooseBackup: nobody,
      chooseReport: nobody,
      chooseUnitFiles: () => Promise.resolve([]),
      showInFolder: nobody,
      openDataFolder: nobody,
      chooseIdentityFile: nobody,
      chooseUpdate: nobody,
      chooseChannel: nobody,
      startInstaller: nobody,
    },
    onLanguage: nobody,
    onSettings: () => undefined,
    print: nobody,
    secrets: noSecretBox,
    onReadyToClose: nobody,
    onNotice: () => undefined,
    agrees: nobody,
    onBackupFailure: nobody,
    onBug: (error) => {
      throw error;
    },
  });
  const call = async <T>(channel: Channel, input: unknown): Promise<T> => {
    const outcome = await desk.call(channel, input);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    return outcome.value as T;
  };
  const { filings } = await call<StartView>('app/start', undefined);
  const open = performance.now() - start;

  const saves: number[] = [];
  const blocked: number[] = [];
  const idle: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const id = filings[(edit * 479) % filings.length]?.id;
    await call('filing/open', { id });
    const begin = performance.now();
    const texts = [{ cell: 'applications.receivedThisYear.naturalPerson', text: String(edit) }];
    const save = async () => {
      const saved = await call<{ readonly state: string }>('filing/enter-cells', { id, texts, goesOn: false });
      if (saved.state !== 'saved') throw new Error('not saved');
    };
    blocked.push(await longestBlock(save()));
    saves.push(performance.now() - begin);
    idle.push(await longestBlock(setTimeout(500)));
  }
  await desk.close();
  // Kilobytes on every system.
  return { open, saves, blocked, idle, memory: process.resourceUsage().maxRSS * 1024 };
}

async function longestBlock(work: Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work;
  delay.disable();
  return delay.max / 1e6;
}

async function main(): Promise<void> {
  const [word, ...rest] = process.argv.slice(2);
  if (word === 'fill') await makeProvince(Number(rest[0]), String(rest[1]));
  else process.stdout.write(JSON.stringify(await useProvince(String(rest[0]))));
  // The desk's thread would wait for more calls.
  process.exit(0);
}

void main();

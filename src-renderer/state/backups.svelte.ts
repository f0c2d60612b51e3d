/** The backups: which there are, what was found inside, and what restoring one would change. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { BackupListView, BackupSource, MadeBackupView, RestorePreviewView, RestoredView } from '#core/ipc/backup-views.ts';
import type { InspectedBackup } from '#core/workspace/inspected-backup.ts';
import { bridge } from '../bridge.ts';

/** A backup with the name that people know it by. */
export type NamedBackup = { readonly source: BackupSource; readonly label: string };

export type BackupWork = 'listing' | 'making' | 'checking' | 'previewing' | 'restoring';

/** What was found when a backup was read as a whole. */
export type Rehearsal = { readonly of: NamedBackup } & (
  { readonly found: InspectedBackup; readonly problem: null } | { readonly found: null; readonly problem: Problem }
);

/** What this run of the app found and did, whatever screens are shown in between. */
class Sitting {
  /** By the backup's name: whether it was found whole. */
  checked = $state.raw<Readonly<Record<string, boolean>>>({});
  restored = $state.raw<RestoredView | null>(null);
}
const sitting = new Sitting();

export class BackupsState {
  readonly #onrestored: (restored: RestoredView) => void;
  #list = $state.raw<BackupListView | null>(null);
  #work = $state<BackupWork | null>('listing');
  #problem = $state.raw<Problem | null>(null);
  #made = $state.raw<(MadeBackupView & { readonly isBeside: boolean }) | null>(null);
  #rehearsal = $state.raw<Rehearsal | null>(null);
  #preview = $state.raw<{ readonly of: NamedBackup; readonly view: RestorePreviewView } | null>(null);

  constructor(onrestored: (restored: RestoredView) => void) {
    this.#onrestored = onrestored;
    void this.refresh();
  }

  get list(): BackupListView | null {
    return this.#list;
  }
  get work(): BackupWork | null {
    return this.#work;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** The backup made last in this sitting; `isBeside`: among the app's own, whose names mean nothing to people. */
  get made(): (MadeBackupView & { readonly isBeside: boolean }) | null {
    return this.#made;
  }
  get rehearsal(): Rehearsal | null {
    return this.#rehearsal;
  }
  get preview(): { readonly of: NamedBackup; readonly view: RestorePreviewView } | null {
    return this.#preview;
  }
  /** The restore of this sitting that could be undone. */
  get restored(): RestoredView | null {
    return sitting.restored;
  }
  /** Null when it has not been read in this sitting. */
  wasWhole(name: string): boolean | null {
    return sitting.checked[name] ?? null;
  }

  refresh(): Promise<void> {
    return this.#while('listing', async () => {
      const listed = await bridge['backup/list'](undefined);
      if (listed.ok) this.#list = listed.value;
      return listed;
    });
  }

  /** `chosen`: in a folder or on a stick that the user is asked for. */
  async make(where: 'beside' | 'chosen'): Promise<void> {
    this.#made = null;
    await this.#while('making', async () => {
      const made = await bridge['backup/create']({ where });
      if (made.ok) this.#made = { ...made.value, isBeside: where === 'beside' };
      return made;
    });
    await this.#relist();
  }

  /** Reads a backup as a restore would, and changes nothing. */
  check(of: NamedBackup): Promise<void> {
    return this.#while('checking', async () => {
      const found = await bridge['backup/inspect']({ source: of.source });
      this.#rehearsal = found.ok ? { of, found: found.value, problem: null } : { of, found: null, problem: found.problem };
      if (of.source.kind !== 'chosen') sitting.checked = { ...sitting.checked, [of.source.name]: found.ok };
      return { ok: true, value: null };
    });
  }
  closeRehearsal(): void {
    this.#rehearsal = null;
  }

  /** Asks for a backup file, and shows what is in it. */
  async openFile(): Promise<void> {
    const chosen = await bridge['backup/choose'](undefined);
    if (chosen.ok) await this.check({ source: { kind: 'chosen', token: chosen.value.token }, label: chosen.value.fileName });
    else this.#fail(chosen.problem);
  }

  look(of: NamedBackup): Promise<void> {
    this.#rehearsal = null;
    return this.#while('previewing', async () => {
      const view = await bridge['backup/preview-restore']({ source: of.source });
      if (view.ok) this.#preview = { of, view: view.value };
      return view;
    });
  }
  closePreview(): void {
    this.#preview = null;
  }

  /** Restores the backup as it was shown. */
  async restore(): Promise<void> {
    const preview = this.#preview;
    if (preview === null) return;
    await this.#while('restoring', async () => {
      const restored = await bridge['backup/restore']({ source: preview.of.source, sha256: preview.view.backup.sha256 });
      if (restored.ok) {
        sitting.restored = restored.value;
        this.#made = null;
        this.#onrestored(restored.value);
      }
      this.#preview = null;
      return restored;
    });
    await this.#relist();
  }

  dismiss(): void {
    this.#problem = null;
    this.#made = null;
  }

  /** Without clearing what is said about the action before. */
  async #relist(): Promise<void> {
    const listed = await bridge['backup/list'](undefined);
    if (listed.ok) this.#list = listed.value;
    else this.#fail(listed.problem);
  }

  async #while(work: BackupWork, act: () => Promise<Outcome<unknown>>): Promise<void> {
    this.#work = work;
    this.#problem = null;
    const outcome = await act();
    this.#work = null;
    if (!outcome.ok) this.#fail(outcome.problem);
  }

  #fail(problem: Problem): void {
    // Thinking better of it is no failure.
    if (problem.code !== 'backup/cancelled') this.#problem = problem;
  }
}

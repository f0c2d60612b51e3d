/** The settings, the page about the app, and the diagnostics file. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { AboutView, BackupPlaceView } from '#core/ipc/app-views.ts';
import { firstSettings, readDayOfYear, type Settings } from '#core/workspace/settings.ts';
import { bridge } from '../bridge.ts';

export class SettingsState {
  #settings = $state.raw<Settings>(firstSettings);
  #about = $state.raw<AboutView | null>(null);
  #place = $state.raw<BackupPlaceView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #isSaved = $state(false);
  #diagnostics = $state<string | null>(null);

  constructor() {
    void this.#read();
  }

  get settings(): Settings {
    return this.#settings;
  }
  /** Null until it has been read. */
  get about(): AboutView | null {
    return this.#about;
  }
  /** Where further backups go; null until it has been read. */
  get place(): BackupPlaceView | null {
    return this.#place;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** Whether the last change is on disk. */
  get isSaved(): boolean {
    return this.#isSaved;
  }
  /** The name of the diagnostics file that was saved. */
  get diagnostics(): string | null {
    return this.#diagnostics;
  }

  async change(part: Partial<Settings>): Promise<void> {
    this.#isSaved = false;
    const settings = { ...this.#settings, ...part };
    const written = this.#take(await bridge['settings/write'](settings));
    if (written === null) return;
    this.#settings = settings;
    if (written.state === 'saved') this.#isSaved = true;
    else this.#problem = written.problem;
  }

  /** A blank text means the law's date; false when it is no day of the year. */
  async changeDueDay(text: string): Promise<boolean> {
    const dueDay = text.trim() === '' ? null : readDayOfYear(text);
    if (text.trim() !== '' && dueDay === null) return false;
    await this.change({ dueDay });
    return true;
  }

  async choosePlace(): Promise<void> {
    this.#place = this.#take(await bridge['settings/choose-backup-place'](undefined)) ?? this.#place;
  }
  async forgetPlace(): Promise<void> {
    this.#place = this.#take(await bridge['settings/forget-backup-place'](undefined)) ?? this.#place;
  }
  async revealLog(): Promise<void> {
    this.#take(await bridge['log/reveal'](undefined));
  }

  async saveDiagnostics(): Promise<void> {
    const saved = this.#take(await bridge['diagnostics/save'](undefined));
    if (saved !== null) this.#diagnostics = saved.fileName;
  }

  async #read(): Promise<void> {
    this.#settings = this.#take(await bridge['settings/read'](undefined)) ?? firstSettings;
    this.#place = this.#take(await bridge['settings/backup-place'](undefined));
    this.#about = this.#take(await bridge['app/about'](undefined));
  }

  #take<T>(outcome: Outcome<T>): T | null {
    this.#problem = outcome.ok ? null : outcome.problem;
    return outcome.ok ? outcome.value : null;
  }
}

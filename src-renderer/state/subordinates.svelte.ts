/** Subordinate units of a year: where each stands, one of them in full, the batch under way, and the roster. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { TypedUnit } from '#core/consolidation/edit-roster.ts';
import type { Standing } from '#core/consolidation/received-file.ts';
import type { SubordinateState as UnitState } from '#core/consolidation/subordinates.ts';
import type {
  ReceptionProgress,
  ReceptionSummary,
  RosterPreviewView,
  SubordinateRow,
  SubordinatesView,
  SubordinateView,
} from '#core/ipc/reception-views.ts';
import { remindChain, remindUnit } from '#core/text/remind-unit.ts';
import { bridge } from '../bridge.ts';
import { keepNews, newsOf, watchReception } from './watch-reception.ts';
import { words } from './words.svelte.ts';

export class SubordinatesState {
  #year = $state.raw(0);
  #view = $state.raw<SubordinatesView | null>(null);
  #code = $state.raw<string | null>(null);
  #unit = $state.raw<SubordinateView | null>(null);
  #progress = $state.raw<ReceptionProgress | null>(null);
  #summary = $state.raw<ReceptionSummary | null>(null);
  #preview = $state.raw<RosterPreviewView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #savedAs = $state.raw<string | null>(null);
  #isBusy = $state(false);
  #asked = 0;
  filter = $state<UnitState | null>(null);
  query = $state('');

  readonly rows = $derived.by((): readonly SubordinateRow[] => {
    const query = this.query.trim().toLowerCase();
    return (this.#view?.rows ?? []).filter(
      ({ state, name, code }) =>
        (this.filter === null || state === this.filter) && (name.toLowerCase().includes(query) || code.toLowerCase().includes(query)),
    );
  });

  constructor(year: number) {
    this.#year = year;
    this.#summary = newsOf(year);
    // A batch goes on when the user leaves the screen and comes back.
    watchReception((progress) => {
      const isOver = this.#progress !== null && progress === null;
      this.#progress = progress;
      if (isOver && !this.#isBusy) void this.refresh().then(() => (this.#summary = newsOf(this.#year)));
    });
    void this.refresh();
  }

  get year(): number {
    return this.#year;
  }
  get view(): SubordinatesView | null {
    return this.#view;
  }
  /** The code of the unit that is shown in full; null for the overview. */
  get code(): string | null {
    return this.#code;
  }
  get unit(): SubordinateView | null {
    return this.#unit;
  }
  get progress(): ReceptionProgress | null {
    return this.#progress;
  }
  get summary(): ReceptionSummary | null {
    return this.#summary;
  }
  get preview(): RosterPreviewView | null {
    return this.#preview;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** The name of the file that was saved last. */
  get savedAs(): string | null {
    return this.#savedAs;
  }
  get isBusy(): boolean {
    return this.#isBusy || this.#progress !== null;
  }

  async chooseYear(year: number): Promise<void> {
    this.#year = year;
    this.#summary = newsOf(year);
    this.filter = null;
    await this.choose(null);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const view = await bridge['reception/overlook']({ year: this.#year });
    // A later question has a newer answer, whichever comes first.
    if (asked !== this.#asked) return;
    if (!view.ok) this.#problem = view.problem;
    else if (view.value.year === this.#year) this.#view = view.value;
    if (this.#code !== null) await this.choose(this.#code);
  }

  async choose(code: string | null): Promise<void> {
    this.#code = code;
    if (code === null) {
      this.#unit = null;
      return;
    }
    const unit = await bridge['reception/unit']({ year: this.#year, code });
    if (this.#code !== code) return;
    if (!unit.ok) this.#problem = unit.problem;
    this.#unit = unit.ok ? unit.value : null;
    if (this.#unit === null) this.#code = null;
  }

  receive(from: 'files' | 'folder'): Promise<void> {
    return this.#batch(() => bridge['reception/receive']({ year: this.#year, from }));
  }
  receiveDropped(): Promise<void> {
    return this.#batch(() => bridge['reception/receive-dropped']({ year: this.#year }));
  }
  async cancel(): Promise<void> {
    await bridge['reception/cancel'](undefined);
  }
  checkAgain(): Promise<void> {
    return this.#act(() => bridge['reception/check-again']({ year: this.#year }));
  }
  setStanding(digest: string, standing: Standing): Promise<void> {
    return this.#act(() => bridge['reception/set-standing']({ digest, standing }));
  }
  /** Sets files aside, so that the one they contradict counts. */
  hold(digests: readonly string[]): Promise<void> {
    return this.#act(async () => {
      for (const digest of digests) {
        const held = await bridge['reception/set-standing']({ digest, standing: 'held' });
        if (!held.ok) return held;
      }
      return ok(null);
    });
  }
  async saveFile(digest: string): Promise<void> {
    await this.#act(async () => {
      const saved = await bridge['reception/save-file']({ digest });
      this.#savedAs = saved.ok ? (saved.value?.fileName ?? null) : null;
      return saved;
    });
  }

  /** All messages to send, as one text to copy; null when it could not be made. */
  async reminders(): Promise<string | null> {
    const open = await bridge['reception/reminders']({ year: this.#year });
    if (!open.ok) {
      this.#problem = open.problem;
      return null;
    }
    const messages = open.value.flatMap(({ unit, faults, remarks }) => [
      ...faults.map((fault) => remindUnit(unit.name, this.#year, fault, words.language)),
      ...remarks.flatMap((each) => (each.kind === 'chain' ? [remindChain(unit.name, each, words.language)] : [])),
    ]);
    return messages.join('\n\n');
  }

  async previewRoster(from: 'file' | number): Promise<void> {
    const year = this.#year;
    const preview = await (from === 'file' ? bridge['roster/preview']({ year }) : bridge['roster/preview-copy']({ year, from }));
    this.#problem = preview.ok ? null : preview.problem;
    this.#preview = preview.ok ? preview.value : null;
  }
  closePreview(): void {
    this.#preview = null;
  }
  async applyRoster(): Promise<void> {
    const preview = this.#preview;
    this.#preview = null;
    if (preview !== null) await this.#act(() => bridge['roster/apply']({ token: preview.token }));
  }
  /** The problem that keeps the unit from being put on the roster, null when it is. */
  async putUnit(before: string | null, typed: TypedUnit): Promise<Problem | null> {
    const put = await bridge['roster/put-unit']({ year: this.#year, before, typed });
    if (!put.ok) return put.problem;
    if (before !== null && this.#code === before) this.#code = typed.code?.trim() ?? before;
    await this.refresh();
    return null;
  }
  async removeUnit(code: string): Promise<void> {
    await this.choose(null);
    await this.#act(() => bridge['roster/remove-unit']({ year: this.#year, code }));
  }

  dismiss(): void {
    keepNews(null);
    this.#problem = null;
    this.#summary = null;
  }

  async #batch(receive: () => Promise<Outcome<ReceptionSummary | null>>): Promise<void> {
    const year = this.#year;
    keepNews(null);
    this.#summary = null;
    await this.#act(async () => {
      const done = await receive();
      this.#progress = null;
      if (done.ok && done.value !== null) keepNews({ year, summary: done.value });
      this.#summary = newsOf(year);
      return done;
    });
  }

  async #act(work: () => Promise<Outcome<unknown>>): Promise<void> {
    this.#isBusy = true;
    this.#problem = null;
    const outcome = await work();
    await this.refresh();
    this.#isBusy = false;
    if (!outcome.ok) this.#problem = outcome.problem;
  }
}

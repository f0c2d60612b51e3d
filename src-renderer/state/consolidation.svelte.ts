/** The sum of a year on the screen: its figures, the cell that is looked into, what has moved, and the own report to be. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Form } from '#core/form/form.ts';
import type { Lineage, LineageOrder } from '#core/consolidation/lineage.ts';
import type { MovementsView, OwnPreviewView, SumView } from '#core/ipc/consolidation-views.ts';
import type { ReceptionProgress } from '#core/ipc/reception-views.ts';
import { bridge } from '../bridge.ts';
import { app } from './app.svelte.ts';
import { gravestByCell } from './gravest-by-cell.ts';
import { watchReception } from './watch-reception.ts';

export type SavedAs = { readonly what: 'original' | 'figures'; readonly fileName: string };

export class ConsolidationState {
  readonly year: number;
  #view = $state.raw<SumView | null>(null);
  #cell = $state.raw<CellKey | null>(null);
  #lineage = $state.raw<Lineage | null>(null);
  #movements = $state.raw<MovementsView | null>(null);
  #preview = $state.raw<OwnPreviewView | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #saved = $state.raw<SavedAs | null>(null);
  #isBusy = $state(false);
  #progress = $state.raw<ReceptionProgress | null>(null);
  order = $state<LineageOrder>('share');

  readonly form = $derived.by((): Form | null => {
    const id = this.#view?.filing.edition.id;
    return id === undefined ? null : app.formOf(id);
  });
  readonly marked = $derived(gravestByCell(this.#view?.findings ?? []));

  constructor(year: number) {
    this.year = year;
    watchReception((progress) => {
      const isOver = this.#progress !== null && progress === null;
      this.#progress = progress;
      // What came is in the sum now, wherever on the screen the user is.
      if (isOver) void this.#again();
    });
    void this.refresh();
  }

  get view(): SumView | null {
    return this.#view;
  }
  /** The cell that is looked into. */
  get cell(): CellKey | null {
    return this.#cell;
  }
  get lineage(): Lineage | null {
    return this.#lineage;
  }
  get movements(): MovementsView | null {
    return this.#movements;
  }
  /** What taking the sum into the own report would change, while it is looked at. */
  get preview(): OwnPreviewView | null {
    return this.#preview;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** The file that was saved last. */
  get saved(): SavedAs | null {
    return this.#saved;
  }
  /** Where the batch under way is: the sum does not know of it yet. */
  get progress(): ReceptionProgress | null {
    return this.#progress;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async refresh(): Promise<void> {
    const view = await bridge['consolidation/overlook']({ year: this.year });
    if (!view.ok) {
      this.#view = null;
      this.#problem = view.problem;
      return;
    }
    this.#problem = null;
    this.#view = view.value;
    if (this.#cell !== null) await this.choose(this.#cell);
  }

  async choose(cell: CellKey): Promise<void> {
    this.#cell = cell;
    const lineage = await bridge['consolidation/lineage']({ year: this.year, cell });
    if (this.#cell !== cell) return;
    this.#lineage = lineage.ok ? lineage.value : null;
    if (!lineage.ok) this.#problem = lineage.problem;
  }

  async showMovements(): Promise<void> {
    const movements = await bridge['consolidation/movements']({ year: this.year });
    if (movements.ok) this.#movements = movements.value;
    else this.#problem = movements.problem;
  }
  /** Null accepts the whole sum as it is. */
  accept(units: readonly string[] | null): Promise<void> {
    return this.#act(() => bridge['consolidation/accept']({ year: this.year, units: units === null ? null : [...units] }));
  }
  setHeld(digest: string, isHeld: boolean): Promise<void> {
    return this.#act(() => bridge['reception/set-standing']({ digest, standing: isHeld ? 'held' : 'taken' }));
  }

  async previewOwn(): Promise<void> {
    const preview = await bridge['consolidation/preview-own']({ year: this.year });
    this.#preview = preview.ok ? preview.value : null;
    this.#problem = preview.ok ? null : preview.problem;
  }
  leavePreview(): void {
    this.#preview = null;
  }
  /** Leads on into the report. */
  async takeOwn(): Promise<void> {
    const preview = this.#preview;
    if (preview === null) return;
    this.#isBusy = true;
    const taken = await bridge['consolidation/take-own']({ year: this.year, token: preview.token });
    this.#isBusy = false;
    this.#preview = null;
    if (taken.ok) await app.openFiling(taken.value.id);
    else this.#problem = taken.problem;
  }

  saveFile(digest: string): Promise<void> {
    return this.#save('original', () => bridge['reception/save-file']({ digest }));
  }
  saveTidy(format: 'csv' | 'parquet'): Promise<void> {
    return this.#save('figures', () => bridge['consolidation/save-tidy']({ year: this.year, format }));
  }
  dismiss(): void {
    this.#problem = null;
    this.#saved = null;
  }

  async #again(): Promise<void> {
    await this.refresh();
    if (this.#movements !== null) await this.showMovements();
  }
  async #save(what: SavedAs['what'], save: () => Promise<Outcome<{ readonly fileName: string } | null>>): Promise<void> {
    this.#isBusy = true;
    const saved = await save();
    this.#isBusy = false;
    this.#problem = saved.ok ? null : saved.problem;
    this.#saved = saved.ok && saved.value !== null ? { what, fileName: saved.value.fileName } : null;
  }
  async #act(work: () => Promise<Outcome<unknown>>): Promise<void> {
    this.#isBusy = true;
    const outcome = await work();
    await this.refresh();
    await this.showMovements();
    this.#isBusy = false;
    if (!outcome.ok) this.#problem = outcome.problem;
  }
}

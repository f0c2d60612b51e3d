/** Units side by side: the table that is compared, the page of units, and prose that is alike. */
import type { Problem } from '#core/lib/problem.ts';
import type { AlikePair, AlikeView, ComparisonView, PassageView } from '#core/ipc/consolidation-views.ts';
import { bridge } from '../bridge.ts';

/** So many lines of a heat map can be read, and are drawn at once. */
export const unitsOnPage = 25;

export class UnitComparisonState {
  readonly year: number;
  #view = $state.raw<ComparisonView | null>(null);
  #alike = $state.raw<AlikeView | null>(null);
  #pair = $state.raw<AlikePair | null>(null);
  #passages = $state.raw<readonly PassageView[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #isBusy = $state(false);
  /** The table and its column, as `table.column`. */
  place = $state('applications.total');
  page = $state(0);

  readonly pages = $derived(Math.max(1, Math.ceil((this.#view?.comparison?.units.length ?? 0) / unitsOnPage)));

  constructor(year: number) {
    this.year = year;
  }

  get view(): ComparisonView | null {
    return this.#view;
  }
  get alike(): AlikeView | null {
    return this.#alike;
  }
  /** The two units whose passages are shown. */
  get pair(): AlikePair | null {
    return this.#pair;
  }
  get passages(): readonly PassageView[] {
    return this.#passages;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async compare(place: string): Promise<void> {
    this.place = place;
    this.page = 0;
    const [table = '', column = ''] = place.split('.');
    const view = await bridge['consolidation/compare']({ year: this.year, table, column });
    if (this.place !== place) return;
    if (view.ok) this.#view = view.value;
    else this.#problem = view.problem;
  }

  /** The name of the file; null where the user thought better of it. */
  async save(): Promise<string | null> {
    const [table = '', column = ''] = this.place.split('.');
    const saved = await bridge['consolidation/save-comparison']({ year: this.year, table, column });
    this.#problem = saved.ok ? null : saved.problem;
    return saved.ok ? (saved.value?.fileName ?? null) : null;
  }

  async findAlike(): Promise<void> {
    this.#isBusy = true;
    this.#pair = null;
    const alike = await bridge['consolidation/alike']({ year: this.year });
    this.#isBusy = false;
    this.#problem = alike.ok ? null : alike.problem;
    if (alike.ok) this.#alike = alike.value;
  }
  async showPassages(pair: AlikePair): Promise<void> {
    this.#isBusy = true;
    const found = await bridge['consolidation/passages']({ year: this.year, one: pair.one.digest, other: pair.other.digest });
    this.#isBusy = false;
    this.#problem = found.ok ? null : found.problem;
    if (!found.ok) return;
    this.#pair = pair;
    this.#passages = found.value;
  }
  dismiss(): void {
    this.#problem = null;
  }
}

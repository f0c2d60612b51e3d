/** The sum behind the superior's own report: asked for when the report opens, is reviewed and goes out. */
import { sameValue, type CellValue } from '#core/lib/exact.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import type { OwnSumView } from '#core/ipc/consolidation-views.ts';
import type { Problem } from '#core/lib/problem.ts';
import { bridge } from '../bridge.ts';
import { app } from './app.svelte.ts';
import { sumPlace } from './sum-place.ts';

export class OwnSum {
  readonly #id: string;
  #view = $state.raw<OwnSumView | null>(null);
  #problem = $state.raw<Problem | null>(null);

  constructor(id: string) {
    this.#id = id;
    void this.refresh();
  }

  /** Null for a report that took nothing from a sum, and until it is known. */
  get view(): OwnSumView | null {
    return this.#view;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** Whether there is anything that a reviewer has to know of. */
  get isDoubtful(): boolean {
    const { view } = this;
    return view !== null && view.gaps.length + view.differences + view.findings.length > 0;
  }

  async refresh(): Promise<void> {
    const answer = await bridge['consolidation/own-state']({ id: this.#id });
    if (answer.ok) this.#view = answer.value;
    this.#problem = answer.ok ? null : answer.problem;
  }
  /** Whether a figure came from the units: then it is repaired there, not here. */
  isSummed(cell: CellKey, value: CellValue): boolean {
    const values = this.#view?.values ?? {};
    return Object.hasOwn(values, cell) && sameValue(values[cell] ?? null, value);
  }
  /** Leads to the sum, and to where a figure of it comes from. */
  async show(cell: CellKey | null): Promise<void> {
    sumPlace.ask(cell);
    await app.showSubordinates();
  }
}

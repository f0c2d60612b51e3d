/** The history that is shown: of a report, or of one of its cells. */
import type { Problem } from '#core/lib/problem.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import type { History } from '#core/text/tell-history.ts';
import { bridge } from '../bridge.ts';
import type { ReportState } from './report.svelte.ts';

export class HistoryState {
  readonly report: ReportState;
  readonly cell: CellKey | null;
  #history = $state.raw<History | null>(null);
  #problem = $state.raw<Problem | null>(null);

  /** `cell` is null for the history of the whole report. */
  constructor(report: ReportState, cell: CellKey | null) {
    this.report = report;
    this.cell = cell;
    void this.#read();
  }

  /** Null until it has been read. */
  get history(): History | null {
    return this.#history;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  async #read(): Promise<void> {
    await this.report.settle();
    const outcome = await bridge['filing/history']({ id: this.report.id, cell: this.cell });
    if (outcome.ok) this.#history = outcome.value;
    else this.#problem = outcome.problem;
  }
}

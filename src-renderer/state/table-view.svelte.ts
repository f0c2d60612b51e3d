/** How tables are looked at: their size, which is kept with the workspace, and whether last year's values stand beside. */
import { tableZooms, type TableZoom } from '#core/ipc/views.ts';
import { bridge } from '../bridge.ts';

class TableView {
  #zoom = $state<TableZoom>(100);
  isComparing = $state(false);

  /** In per cent. */
  get zoom(): TableZoom {
    return this.#zoom;
  }
  start(zoom: TableZoom): void {
    this.#zoom = zoom;
  }
  canStep(by: 1 | -1): boolean {
    return this.#next(by) !== undefined;
  }
  async step(by: 1 | -1): Promise<void> {
    await this.#keep(this.#next(by) ?? this.#zoom);
  }
  async reset(): Promise<void> {
    await this.#keep(100);
  }
  #next(by: 1 | -1): TableZoom | undefined {
    return tableZooms[tableZooms.indexOf(this.#zoom) + by];
  }
  async #keep(zoom: TableZoom): Promise<void> {
    this.#zoom = zoom;
    // A size that could not be kept is the usual one at the next start: nothing that was entered hangs on it.
    await bridge['app/set-table-zoom'](zoom);
  }
}

export const tableView = new TableView();

/** Where the user is: the list of reports, one report, or the verification of bundles. */
import type { Problem } from '#core/lib/problem.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import { openForm } from '#core/form/form.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import type { FilingSummary, FilingView, StartView } from '#core/ipc/views.ts';
import { bridge, onNotice } from '../bridge.ts';
import { ReportState } from './report.svelte.ts';
import { words } from './words.svelte.ts';

export type Place =
  | { readonly screen: 'opening' }
  | { readonly screen: 'failed'; readonly problem: Problem }
  | { readonly screen: 'start' }
  | { readonly screen: 'report'; readonly report: ReportState }
  | { readonly screen: 'verify' };

export class AppState {
  #place = $state.raw<Place>({ screen: 'opening' });
  #start = $state.raw<StartView | null>(null);
  #filings = $state.raw<readonly FilingSummary[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #editions: readonly LoadedEdition[] = [];

  constructor() {
    onNotice('window/closing', () => void this.#prepareToClose());
  }

  get place(): Place {
    return this.#place;
  }
  get start(): StartView | null {
    return this.#start;
  }
  get filings(): readonly FilingSummary[] {
    return this.#filings;
  }
  /** The last action's failure, shown until it is dismissed or the next action works. */
  get problem(): Problem | null {
    return this.#problem;
  }

  async open(): Promise<void> {
    const outcome = await bridge['app/start'](undefined);
    if (!outcome.ok) {
      this.#place = { screen: 'failed', problem: outcome.problem };
      return;
    }
    this.#start = outcome.value;
    this.#filings = outcome.value.filings;
    this.#editions = outcome.value.editions.map((each) => ({
      id: each.id,
      digest: each.digest,
      book: each.book,
      form: openForm(each.edition),
    }));
    words.start(outcome.value.language);
    this.#place = { screen: 'start' };
  }

  async showStart(): Promise<void> {
    if (this.#place.screen === 'report') await this.#place.report.settle();
    const list = await bridge['filing/list'](undefined);
    if (list.ok) this.#filings = list.value;
    else this.#problem = list.problem;
    this.#place = { screen: 'start' };
  }

  showVerify(): void {
    this.#place = { screen: 'verify' };
  }

  dismiss(): void {
    this.#problem = null;
  }

  openFiling(id: string): Promise<boolean> {
    return this.#show(bridge['filing/open']({ id }));
  }
  openSample(): Promise<boolean> {
    return this.#show(bridge['filing/open-sample'](undefined));
  }
  create(unit: ReportingUnit, reportYear: number): Promise<boolean> {
    return this.#show(bridge['filing/create']({ unit, reportYear }));
  }

  async #show(call: Promise<Outcome<FilingView>>): Promise<boolean> {
    const outcome = await call;
    if (!outcome.ok) {
      this.#problem = outcome.problem;
      return false;
    }
    const { filing, prior } = outcome.value;
    const lastYear = prior === null ? null : { ...prior, form: this.#edition(prior.editionId).form };
    this.#problem = null;
    this.#place = { screen: 'report', report: new ReportState(outcome.value, this.#edition(filing.edition.id), lastYear) };
    return true;
  }

  #edition(id: string): LoadedEdition {
    const edition = this.#editions.find((each) => each.id === id);
    if (edition === undefined) throw new Error('the main process opened a filing of an edition it did not show');
    return edition;
  }

  async #prepareToClose(): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (this.#place.screen === 'report') await this.#place.report.settle();
    await bridge['app/ready-to-close'](undefined);
  }
}

export const app = new AppState();

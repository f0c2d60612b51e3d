/** Where the user is: the list of reports, one report, or the verification of bundles. */
import type { Problem } from '#core/lib/problem.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import { openForm, type Form } from '#core/form/form.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import type { FilingSummary, FilingView, StartView, VerifiedFile } from '#core/ipc/views.ts';
import type { InputOf } from '#core/ipc/contract.ts';
import { currentReportYear, type DayOfYear } from '#core/workflow/due-dates.ts';
import { bridge, onNotice } from '../bridge.ts';
import { IntakeState } from './intake.svelte.ts';
import { ReportState } from './report.svelte.ts';
import { tableView } from './table-view.svelte.ts';
import { words } from './words.svelte.ts';

export type Place =
  | { readonly screen: 'opening' }
  | { readonly screen: 'failed'; readonly problem: Problem }
  | { readonly screen: 'start' }
  | { readonly screen: 'report'; readonly report: ReportState }
  | { readonly screen: 'verify'; readonly files: readonly VerifiedFile[] }
  | { readonly screen: 'intake'; readonly intake: IntakeState }
  | { readonly screen: 'backups' }
  | { readonly screen: 'identity' }
  | { readonly screen: 'subordinates'; readonly year: number }
  | { readonly screen: 'settings' }
  | { readonly screen: 'help' };

export class AppState {
  #place = $state.raw<Place>({ screen: 'opening' });
  #start = $state.raw<StartView | null>(null);
  #filings = $state.raw<readonly FilingSummary[]>([]);
  #dueDay = $state.raw<DayOfYear | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #editions: readonly LoadedEdition[] = [];

  constructor() {
    onNotice('window/closing', () => void this.#prepareToClose());
    onNotice('window/given', () => void this.#takeGiven());
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
  /** The date that the superior's notice names, where the user has entered one. */
  get dueDay(): DayOfYear | null {
    return this.#dueDay;
  }
  get reportYear(): number {
    return currentReportYear(this.#start?.today ?? '', this.#dueDay, this.#start?.ownUnit?.level ?? null);
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
    await this.#readDueDay();
    tableView.start(outcome.value.tableZoom);
    this.#place = { screen: 'start' };
    await this.#takeGiven();
  }

  async showStart(): Promise<void> {
    if (this.#start === null) return this.open();
    const from = this.#place;
    if (this.#place.screen === 'report') await this.#place.report.settle();
    await this.#readDueDay();
    const list = await bridge['filing/list'](undefined);
    if (list.ok) this.#filings = list.value;
    else this.#problem = list.problem;
    // Who went somewhere else meanwhile, by the keyboard say, stays there.
    if (this.#place === from) this.#place = { screen: 'start' };
  }

  showVerify(files: readonly VerifiedFile[] = []): void {
    this.#place = { screen: 'verify', files };
  }

  /** From wherever the user is; what was typed is on its way to the disk first. */
  async showBackups(): Promise<void> {
    if (this.#place.screen === 'report') await this.#place.report.settle();
    if (this.#place.screen !== 'failed') this.#place = { screen: 'backups' };
  }
  /** Of the report's year, from a report; else of the one that is being reported on. */
  async showSubordinates(): Promise<void> {
    const place = this.#place;
    if (place.screen === 'failed' || place.screen === 'subordinates') return;
    if (place.screen === 'report') await place.report.settle();
    this.#place = { screen: 'subordinates', year: place.screen === 'report' ? place.report.view.filing.reportYear : this.reportYear };
  }
  async showIdentity(): Promise<void> {
    if (this.#place.screen === 'report') await this.#place.report.settle();
    if (this.#place.screen !== 'failed') this.#place = { screen: 'identity' };
  }
  async showSettings(): Promise<void> {
    if (this.#place.screen === 'report') await this.#place.report.settle();
    if (this.#place.screen !== 'failed') this.#place = { screen: 'settings' };
  }
  /** Also where the data cannot be opened: the help says what to do then. */
  async showHelp(): Promise<void> {
    if (this.#place.screen === 'report') await this.#place.report.settle();
    this.#place = { screen: 'help' };
  }
  async nameOwnUnit(unit: ReportingUnit): Promise<void> {
    const outcome = await bridge['app/name-own-unit'](unit);
    if (outcome.ok && this.#start !== null) this.#start = { ...this.#start, ownUnit: unit };
    if (!outcome.ok) this.#problem = outcome.problem;
  }
  /** Whether the unit has a key on this computer. */
  async hasKey(unitCode: string): Promise<boolean> {
    const outcome = await bridge['identity/status']({ unitCode });
    return outcome.ok && outcome.value !== null;
  }
  /** Makes a key of the unit; returns the problem when that did not work. */
  async makeKey(unit: ReportingUnit, passphrase: string): Promise<Problem | null> {
    const outcome = await bridge['identity/create']({ unitCode: unit.code, unitName: unit.name, passphrase, algorithm: 'p256' });
    return outcome.ok ? null : outcome.problem;
  }

  /** Saves the workbook that units fill in; its name, or null when it was not saved. */
  async saveTemplate(id: string): Promise<string | null> {
    const outcome = await bridge['template/save']({ id });
    this.#problem = outcome.ok ? null : outcome.problem;
    return outcome.ok ? (outcome.value?.fileName ?? null) : null;
  }

  /** Shows what a file, or last year's report, would change in a report; nothing changes yet. */
  async showIntake(report: ReportState, from: 'file' | 'last-year'): Promise<void> {
    await report.settle();
    await this.#preview({ id: report.id, from });
  }
  /** Shows what a file holds before it becomes a report of its own. */
  showNewIntake(unit: ReportingUnit, reportYear: number): Promise<void> {
    return this.#preview({ unit, reportYear });
  }
  async #preview(order: InputOf<'intake/preview'>): Promise<void> {
    const outcome = await bridge['intake/preview'](order);
    this.#problem = outcome.ok ? null : outcome.problem;
    if (!outcome.ok || outcome.value === null) return;
    const { form } = this.#edition(outcome.value.editionId);
    this.#place = { screen: 'intake', intake: new IntakeState('id' in order ? order.id : null, form, outcome.value) };
  }
  async leaveIntake({ id }: IntakeState): Promise<void> {
    if (id === null) await this.showStart();
    else await this.openFiling(id);
  }
  /** What made a new report leads back to the list, where the next step stands. */
  async applyIntake({ id, choice }: IntakeState): Promise<void> {
    const applying = bridge['intake/apply']({ id, tables: choice.tables, sections: [...choice.sections] });
    if (id !== null) {
      await this.#show(applying);
      return;
    }
    const applied = await applying;
    if (applied.ok) await this.showStart();
    else this.#problem = applied.problem;
  }

  /** The form of an edition that is installed, for bundles of others; null for one that is not. */
  formOf(editionId: string): Form | null {
    return this.#editions.find((each) => each.id === editionId)?.form ?? null;
  }

  /** The reports as they are after a restore. */
  takeFilings(filings: readonly FilingSummary[]): void {
    this.#filings = filings;
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

  async #readDueDay(): Promise<void> {
    const settings = await bridge['settings/read'](undefined);
    const [month, day] = settings.ok ? (settings.value.dueDay ?? '').split('-').map(Number) : [];
    this.#dueDay = month === undefined || day === undefined ? null : { month, day };
  }

  /** Shows the files that the system opened the app with, if there are any. */
  async #takeGiven(): Promise<void> {
    if (this.#place.screen === 'report') await this.#place.report.settle();
    const given = await bridge['app/take-given'](undefined);
    if (!given.ok) {
      this.#problem = given.problem;
      return;
    }
    const { verified, opened, problem } = given.value;
    if (verified.length > 0) this.showVerify(verified);
    if (opened !== null) await this.#show(Promise.resolve({ ok: true, value: opened }));
    if (problem !== null) this.#problem = problem;
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

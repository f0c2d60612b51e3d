/** A preview that the user chooses from. */
import type { Form } from '#core/form/form.ts';
import { carefulChoice, chosenCells, type PreviewChoice, type Taking } from '#core/intake/preview/apply-preview.ts';
import type { IntakePreviewView } from '#core/ipc/views.ts';

export class IntakeState {
  /** Of the filing; null when taking makes a new one. */
  readonly id: string | null;
  readonly form: Form;
  readonly view: IntakePreviewView;
  #choice = $state.raw() as PreviewChoice;
  #cells = $derived.by(() => chosenCells(this.form, this.view.preview, this.#choice));

  constructor(id: string | null, form: Form, view: IntakePreviewView) {
    this.id = id;
    this.form = form;
    this.view = view;
    this.#choice = carefulChoice(view.preview);
  }

  get choice(): PreviewChoice {
    return this.#choice;
  }
  /** How many cells would change. */
  get count(): number {
    return this.#cells.length;
  }
  get isNothing(): boolean {
    return this.#cells.length === 0 && this.#choice.sections.length === 0;
  }

  takingOf(table: string): Taking {
    return this.#choice.tables[table] ?? 'none';
  }
  takes(section: string): boolean {
    return this.#choice.sections.includes(section);
  }
  choose(table: string, taking: Taking): void {
    this.#choice = { ...this.#choice, tables: { ...this.#choice.tables, [table]: taking } };
  }
  chooseSection(section: string, isTaken: boolean): void {
    const others = this.#choice.sections.filter((each) => each !== section);
    this.#choice = { ...this.#choice, sections: isTaken ? [...others, section] : others };
  }
}

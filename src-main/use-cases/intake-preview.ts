/** What a file, or last year's report, would change in a stored filing; and taking what was chosen of it, as one step. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { problem } from '#core/lib/problem.ts';
import type { Filing } from '#core/filing/filing.ts';
import { applyPreview, chosenCells, type PreviewChoice } from '#core/intake/preview/apply-preview.ts';
import { carryOver, previewCarryOver, type NotCarried } from '#core/intake/preview/carry-over.ts';
import { previewIntake, type IntakePreview } from '#core/intake/preview/preview.ts';
import { editionById, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { changeFiling, type Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';
import { intakeReportFile, readReportFile } from '../filings/read-report-file.ts';
import { sha256Hex } from '../signing/digest.ts';

export type IntakePreviewed = { readonly preview: IntakePreview; readonly notCarried: readonly NotCarried[] };

/** What was read, so that it can be looked at again against the filing as it is when the user has chosen. */
export type HeldIntake = {
  readonly id: string;
  readonly previewed: IntakePreviewed;
  readonly previewOf: (filing: Filing, edition: LoadedEdition) => IntakePreviewed;
};

/** Nothing changes. Problems: why the file cannot be read, or intake/other-year when it is another year's. */
export async function previewFile(desk: Desk, id: string, path: string): Promise<Outcome<HeldIntake>> {
  const file = await readReportFile(path);
  if (!file.ok) return file;
  return hold(desk, id, (filing, edition) => {
    const order = { edition, editions: desk.editions, unit: filing.unit, reportYear: filing.reportYear };
    const read = intakeReportFile(file.value, order);
    if (!read.ok) return read;
    const source = { file: file.value.fileName, sha256: file.value.sha256 };
    return ok((present: Filing) => ({ preview: previewIntake(edition.form, present, read.value, source), notCarried: [] }));
  });
}

/** Nothing changes. Problem: intake/no-last-year where the workspace has no report of the unit for the year before. */
export async function previewLastYear(desk: Desk, id: string): Promise<Outcome<HeldIntake>> {
  await desk.workspace.settle();
  return hold(desk, id, (filing) => {
    const prior = findPriorYear(desk, filing);
    const [unit, year] = [filing.unit.name, filing.reportYear - 1];
    if (prior === null) return fail(problem('intake/no-last-year', { unit, year }));
    const source = { file: `${unit} ${String(year)}`, sha256: sha256Hex(new TextEncoder().encode(canonicalJson(prior.cells))) };
    return ok((present: Filing, by: LoadedEdition) => {
      const carried = carryOver(by, present, prior);
      return { preview: previewCarryOver(by.form, present, carried, source), notCarried: carried.notCarried };
    });
  });
}

/** Takes what was chosen as one step of undo; intake/preview-outdated when the filing has changed since it was shown. */
export async function applyHeld(desk: Desk, held: HeldIntake, choice: PreviewChoice): Promise<Outcome<SaveState>> {
  const { source } = held.previewed.preview;
  return changeFiling(desk, {
    id: held.id,
    action: 'filing/take-in',
    detail: { source: `${source.file} · SHA-256 ${source.sha256}`, file: source.file, sha256: source.sha256 },
    work: (stored, edition) => {
      const now = held.previewOf(stored.filing, edition);
      const isAsShown = canonicalJson(now.preview) === canonicalJson(held.previewed.preview);
      if (!isAsShown) return fail(problem('intake/preview-outdated', { fileName: source.file }));
      const { form } = edition;
      if (chosenCells(form, now.preview, choice).length === 0 && choice.sections.length === 0)
        return fail(problem('intake/nothing-chosen', { fileName: source.file }));
      return ok(applyPreview(form, stored, now.preview, choice));
    },
  });
}

type Maker = (filing: Filing, edition: LoadedEdition) => Outcome<HeldIntake['previewOf']>;

function hold({ workspace, editions }: Desk, id: string, makerOf: Maker): Outcome<HeldIntake> {
  const stored = workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing } = stored.value;
  const edition = editionById(editions, filing.edition.id);
  if (!edition.ok) return edition;
  const previewOf = makerOf(filing, edition.value);
  if (!previewOf.ok) return previewOf;
  return ok({ id, previewed: previewOf.value(filing, edition.value), previewOf: previewOf.value });
}

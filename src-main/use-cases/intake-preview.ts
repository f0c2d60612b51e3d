/** What a file, or last year's report, would change in a filing; and taking what was chosen of it, as one step. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { problem } from '#core/lib/problem.ts';
import type { WorkingFiling } from '#core/filing/edit-filing.ts';
import type { Filing, ReportingUnit } from '#core/filing/filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { applyPreview, chosenCells, type PreviewChoice } from '#core/intake/preview/apply-preview.ts';
import { previewCarryOver } from '#core/intake/preview/preview-carry-over.ts';
import { previewIntake, type IntakePreview } from '#core/intake/preview/preview.ts';
import { carryOver, type NotCarried } from '#core/rules/carry-over.ts';
import { editionById, editionForYear, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { actorOf, changeFiling, type Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';
import { intakeReportFile, readReportFile } from '../filings/read-report-file.ts';
import { sha256Hex } from '../signing/digest.ts';

export type IntakePreviewed = { readonly preview: IntakePreview; readonly notCarried: readonly NotCarried[] };

/** Where it goes: into a stored filing, or into one that comes into being with what is taken. */
export type IntakeTarget =
  { readonly kind: 'stored'; readonly id: string } | { readonly kind: 'new'; readonly unit: ReportingUnit; readonly reportYear: number };

/** What was read, so that it can be looked at again against the filing as it is when the user has chosen. */
export type HeldIntake = {
  readonly target: IntakeTarget;
  /** As it is before; of a new one, blank, with the title of what was read. */
  readonly filing: Filing;
  readonly previewed: IntakePreviewed;
  readonly previewOf: (filing: Filing, edition: LoadedEdition) => IntakePreviewed;
};

/**
 * Nothing changes. Problems: why the file cannot be read, intake/other-year when it is another year's, and filing/exists when
 * a new filing is asked for that is there.
 */
export async function previewFile(desk: Desk, target: IntakeTarget, path: string): Promise<Outcome<HeldIntake>> {
  const file = await readReportFile(path);
  if (!file.ok) return file;
  return hold(desk, target, (filing, edition) => {
    const order = { edition, editions: desk.editions, unit: filing.unit, reportYear: filing.reportYear };
    const read = intakeReportFile(file.value, order);
    if (!read.ok) return read;
    const source = { file: file.value.fileName, sha256: file.value.sha256 };
    const previewOf = (present: Filing) => ({ preview: previewIntake(edition.form, present, read.value, source), notCarried: [] });
    return ok({ title: read.value.filing.title, previewOf });
  });
}

/** Nothing changes. Problem: intake/no-last-year where the workspace has no report of the unit for the year before. */
export async function previewLastYear(desk: Desk, id: string): Promise<Outcome<HeldIntake>> {
  await desk.workspace.settle();
  return hold(desk, { kind: 'stored', id }, (filing) => {
    const prior = findPriorYear(desk, filing);
    const [unit, year] = [filing.unit.name, filing.reportYear - 1];
    if (prior === null) return fail(problem('intake/no-last-year', { unit, year }));
    const source = { file: `${unit} ${String(year)}`, sha256: sha256Hex(new TextEncoder().encode(canonicalJson(prior.cells))) };
    const previewOf = (present: Filing, by: LoadedEdition) => {
      const carried = carryOver(by, subjectOf(present, prior));
      return { preview: previewCarryOver(by.form, present, carried, source), notCarried: carried.notCarried };
    };
    return ok({ title: filing.title, previewOf });
  });
}

/**
 * The id of the filing with what was chosen. In a stored one it is one step of undo; intake/preview-outdated when that has
 * changed since it was shown, intake/nothing-chosen.
 */
export async function applyHeld(desk: Desk, held: HeldIntake, choice: PreviewChoice): Promise<Outcome<string>> {
  const { source } = held.previewed.preview;
  const detail = { source: `${source.file} · SHA-256 ${source.sha256}`, file: source.file, sha256: source.sha256 };
  const take = (working: WorkingFiling, { form }: LoadedEdition, preview: IntakePreview): Outcome<WorkingFiling> =>
    chosenCells(form, preview, choice).length === 0 && choice.sections.length === 0
      ? fail(problem('intake/nothing-chosen', { fileName: source.file }))
      : ok(applyPreview(form, working, preview, choice));
  if (held.target.kind === 'new') {
    const edition = editionById(desk.editions, held.filing.edition.id);
    if (!edition.ok) return edition;
    const taken = take({ filing: held.filing, pending: {} }, edition.value, held.previewed.preview);
    if (!taken.ok) return taken;
    return desk.workspace.addFiling(taken.value.filing, { actor: actorOf(held.filing), action: 'filing/import', detail });
  }
  const { id } = held.target;
  const changed = await changeFiling(desk, {
    id,
    action: 'filing/take-in',
    detail,
    work: (stored, edition) => {
      const now = held.previewOf(stored.filing, edition);
      const isAsShown = canonicalJson(now.preview) === canonicalJson(held.previewed.preview);
      return isAsShown ? take(stored, edition, now.preview) : fail(problem('intake/preview-outdated', { fileName: source.file }));
    },
  });
  return changed.ok ? ok(id) : changed;
}

type Read = { readonly title: string; readonly previewOf: HeldIntake['previewOf'] };

function hold(desk: Desk, target: IntakeTarget, read: (filing: Filing, edition: LoadedEdition) => Outcome<Read>): Outcome<HeldIntake> {
  const before = filingAt(desk, target);
  if (!before.ok) return before;
  const edition = editionById(desk.editions, before.value.edition.id);
  if (!edition.ok) return edition;
  const found = read(before.value, edition.value);
  if (!found.ok) return found;
  const { title, previewOf } = found.value;
  const filing = target.kind === 'new' ? { ...before.value, title } : before.value;
  return ok({ target, filing, previewed: previewOf(filing, edition.value), previewOf });
}

function filingAt({ workspace, editions }: Desk, target: IntakeTarget): Outcome<Filing> {
  if (target.kind === 'stored') {
    const stored = workspace.readFiling(target.id);
    return stored.ok ? ok(stored.value.filing) : stored;
  }
  const { unit, reportYear } = target;
  if (workspace.findFiling(unit.code, reportYear) !== null)
    return fail(problem('filing/exists', { unit: unit.code, name: unit.name, year: reportYear }));
  const edition = editionForYear(editions, reportYear);
  return edition.ok ? ok(newFiling(unit, reportYear, edition.value)) : edition;
}

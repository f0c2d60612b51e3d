/** The sum of a year as the workspace has it: the reports that count, last year's, and the superior's own. */
import type { Answers } from '#core/consolidation/answer.ts';
import type { Consolidation } from '#core/consolidation/consolidate.ts';
import { gatherReports } from '#core/consolidation/consolidate.ts';
import { priorSums } from '#core/consolidation/prior-sums.ts';
import { underEachName, type ReceivedFile } from '#core/consolidation/received-file.ts';
import type { Refusal } from '#core/consolidation/refusal.ts';
import { sourceOf, type Source } from '#core/consolidation/source.ts';
import type { UnitPrior } from '#core/consolidation/unit-priors.ts';
import type { Filing, ReportingUnit } from '#core/filing/filing.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { editionById, editionForYear } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';
import { answersGiven } from '../reception/answers-given.ts';
import { sumReceived, type Sum } from '../reception/consolidate-files.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { StoredFiling } from '../store/workspace.ts';

export type YearSum = Sum & {
  readonly year: number;
  readonly superior: ReportingUnit;
  /** Last year's reports of units, by code. */
  readonly priors: ReadonlyMap<string, UnitPrior>;
  /** The superior's own report of the year, null while there is none. */
  readonly own: StoredFiling | null;
};

/**
 * `superior` is null while the app does not know its unit: consolidation/no-own-unit. Otherwise the problems of
 * `sumReceived`, and why the superior's own report cannot be read.
 */
export function sumYear(desk: Desk, year: number, superior: ReportingUnit | null): Outcome<YearSum> {
  if (superior === null) return fail(problem('consolidation/no-own-unit'));
  const { workspace, editions } = desk;
  const own = storedOf(desk, superior.code, year);
  if (!own.ok) return own;
  const priors = priorSourcesOf(desk, year - 1, superior);
  const roster = workspace.reception.roster(year);
  const sources = workspace.reception.sources(year);
  const refusals = openRefusals(workspace.reception.files(year).flatMap(underEachName));
  const sum = sumReceived({
    unit: superior,
    reportYear: year,
    editions,
    roster: roster.units.length === 0 ? null : roster,
    answers: answersGiven(workspace),
    held: workspace.reception.sources(year, ['held']).map(({ source }) => source),
    received: [...sources.map(({ source }) => ({ kind: 'source', source }) as const), ...refusals],
    own: null,
    priors,
    stated: own.value?.filing ?? null,
  });
  if (!sum.ok) return sum;
  return ok({ ...sum.value, year, superior, own: own.value, priors: priorSums(sum.value.consolidation, priors, editions).ofUnits });
}

/** The sum of other files than those that are taken, by the same roster; what was returned counts where `answers` are none. */
export function sumOf(
  desk: Desk,
  { year, superior, consolidation }: YearSum,
  sources: readonly Source[],
  answers: Answers,
): Consolidation['contributors'] {
  const { units } = desk.workspace.reception.roster(year);
  const roster = units.length === 0 ? null : { units, ignoredColumns: [] };
  return gatherReports({ unit: superior, reportYear: year, edition: consolidation.edition, sources, roster, answers }).contributors;
}

/** What came of a unit after its file was refused has mended that. */
function openRefusals(files: readonly ReceivedFile[]): readonly Refusal[] {
  const newest = new Map<string, string>();
  for (const { verdict, standing, unitCode, receivedAt } of files) {
    if (verdict === 'refused' || standing !== 'taken' || unitCode === null) continue;
    if (receivedAt > (newest.get(unitCode) ?? '')) newest.set(unitCode, receivedAt);
  }
  return files.flatMap(({ refusal, standing, unitCode, receivedAt }) => {
    if (refusal === null || standing !== 'taken') return [];
    const since = unitCode === null ? undefined : newest.get(unitCode);
    return since === undefined || since < receivedAt ? [refusal] : [];
  });
}

/** Of the year before: the units' reports that counted then, and the superior's own. */
function priorSourcesOf(desk: Desk, year: number, superior: ReportingUnit): readonly Source[] {
  const { workspace, editions } = desk;
  const edition = editionForYear(editions, year);
  if (!edition.ok) return [];
  const roster = workspace.reception.roster(year);
  const { contributors } = gatherReports({
    unit: superior,
    reportYear: year,
    edition: edition.value,
    sources: workspace.reception.sources(year).map(({ source }) => source),
    roster: roster.units.length === 0 ? null : roster,
    answers: answersGiven(workspace),
  });
  const units = contributors.map(({ code, source }) => ({ ...source, unit: { ...source.unit, code } }));
  const stored = storedOf(desk, superior.code, year);
  const own = stored.ok && stored.value !== null ? ownSource(desk, stored.value.filing) : null;
  return own === null ? units : [own, ...units];
}

function storedOf({ workspace }: Desk, code: string, year: number): Outcome<StoredFiling | null> {
  const id = workspace.findFiling(code, year);
  return id === null ? ok(null) : workspace.readFiling(id);
}

function ownSource({ editions }: Desk, filing: Filing): Source | null {
  const edition = editionById(editions, filing.edition.id);
  if (!edition.ok) return null;
  const digest = sha256Hex(canonicalJson(filing));
  return sourceOf(filing, edition.value.form, {
    file: filing.title,
    kind: 'filing',
    sourceDigest: digest,
    contentDigest: digest,
    bundleDigest: null,
    signature: 'unsigned',
    signerFingerprint: null,
    wrong: [],
    notUnderstood: [],
  });
}

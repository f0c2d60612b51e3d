/** From files to the sum: receives them all, consolidates, and checks the result by the same rules as any report. */
import { noAnswers, type Answers } from '#core/consolidation/answer.ts';
import { checkSummation } from '#core/consolidation/check-summation.ts';
import { gapsOf, type Gap } from '#core/consolidation/completeness.ts';
import { consolidate, type Consolidation } from '#core/consolidation/consolidate.ts';
import { consolidatedFiling } from '#core/consolidation/consolidated-filing.ts';
import { figureFindings } from '#core/consolidation/figure-findings.ts';
import { openUnits } from '#core/consolidation/open-units.ts';
import { priorSums } from '#core/consolidation/prior-sums.ts';
import type { Refusal } from '#core/consolidation/refusal.ts';
import type { Roster } from '#core/consolidation/roster.ts';
import type { Source } from '#core/consolidation/source.ts';
import { cellPlace } from '#core/intake/cell-label.ts';
import type { Filing, ReportingUnit } from '#core/filing/filing.ts';
import { integerDigits, isDecimalText, totalDigits } from '#core/lib/exact.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Finding } from '#core/rules/finding.ts';
import { editionForYear, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { incompleteNote } from '#core/text/consolidation.ts';
import { describeRefusal } from '#core/text/describe-refusal.ts';
import type { Ignored, Received } from './received.ts';
import { isTrustFailure } from './trust-failures.ts';
import { withUnitOfName } from '#core/consolidation/unit-of-name.ts';

export type SumOrder = {
  readonly unit: ReportingUnit;
  /** Null for the year that most of the sources are of. */
  readonly reportYear: number | null;
  readonly editions: readonly LoadedEdition[];
  readonly roster: Roster | null;
  /** What was returned does not count. */
  readonly answers?: Answers;
  /** Reports that were set aside. */
  readonly held?: readonly Source[];
  readonly received: readonly Received[];
  readonly own: Source | null;
  /** Reports of the year before: the superior's, or those of its units. */
  readonly priors: readonly Source[];
  /** What the superior has stated, to be compared with the sum. */
  readonly stated: Filing | null;
};

export type Sum = {
  readonly consolidation: Consolidation;
  readonly filing: Filing;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly refusals: readonly Refusal[];
  readonly ignored: readonly Ignored[];
};

/** @returns consolidation/nothing-to-sum, edition/none-for-year, filing/not-prior, consolidation/too-large */
export function sumReceived(order: SumOrder): Outcome<Sum> {
  const { unit, editions, roster, received, own } = order;
  const sources = received.flatMap((each) => (each.kind === 'source' ? [each.source] : []));
  const refusals = received.filter((each) => each.kind === 'refused').map((each) => withUnitOfName(each, roster));
  const ignored = received.filter((each) => each.kind === 'ignored');
  const all = own === null ? sources : [own, ...sources];
  const year = order.reportYear ?? mostCommonYear(all);
  if (year === null) return fail(nothing(received.length, refusals));
  const edition = editionForYear(editions, year);
  if (!edition.ok) return edition;
  const refusedUnits = refusals.flatMap(({ claimedUnit }) => claimedUnit ?? []);
  const consolidation = consolidate({
    unit,
    reportYear: year,
    edition: edition.value,
    sources,
    own,
    roster,
    refusedUnits,
    held: order.held ?? [],
    answers: order.answers ?? noAnswers,
  });
  const stranger = order.priors.find((each) => each.reportYear !== year - 1);
  if (stranger !== undefined) {
    const details = {
      file: stranger.file,
      year: stranger.reportYear,
      expected: year - 1,
      unit: stranger.unit.name,
      expectedUnit: unit.name,
    };
    return fail(problem('filing/not-prior', details));
  }
  const counted = new Set(consolidation.contributors.map(({ of, code }) => of?.code ?? code));
  const isOpen = ({ claimedUnit }: Refusal) => claimedUnit === null || !counted.has(claimedUnit);
  const gaps = gapsOf(consolidation, refusals.filter(isOpen).length);
  const filing = consolidatedFiling(consolidation, incompleteNote(gaps, openUnits(consolidation)));
  const { ofSum, ofUnits } = priorSums(consolidation, order.priors, editions);
  const long = consolidation.sums.find(
    ({ value, plan }) => value !== null && !isDecimalText(String(value), plan.cell.computed ? totalDigits : integerDigits),
  );
  if (long !== undefined) return fail(problem('consolidation/too-large', { cell: cellPlace(long.plan.cell), value: String(long.value) }));
  const findings = [
    ...figureFindings(filing, edition.value, ofSum),
    ...checkSummation(consolidation, { stated: order.stated, priors: ofUnits }),
  ];
  return ok({ consolidation, filing, findings, gaps, refusals, ignored });
}

/** The later one of two that are equally common. */
function mostCommonYear(sources: readonly Source[]): number | null {
  const counts = new Map<number, number>();
  for (const { reportYear } of sources) counts.set(reportYear, (counts.get(reportYear) ?? 0) + 1);
  const years = [...counts].sort(([year, count], [otherYear, otherCount]) => otherCount - count || otherYear - year);
  return years[0]?.[0] ?? null;
}

const reasonsShown = 10;

function nothing(files: number, refusals: readonly Refusal[]) {
  const reasons = (language: 'zh' | 'en') =>
    refusals
      .slice(0, reasonsShown)
      .map((each) => `  ${each.file}: ${describeRefusal(each, language).message}`)
      .join('\n');
  const code = refusals.some(isTrustFailure) ? 'consolidation/nothing-trusted' : 'consolidation/nothing-to-sum';
  return problem(code, { files, refused: refusals.length, zh: reasons('zh'), en: reasons('en') });
}

/** Reports of several units that repeat each other (内容雷同, Y-6 against other units). */
import type { Filing } from '../filing/filing.ts';
import type { Finding } from '../rules/finding.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import type { UnitSimilarityRule } from '../rules/similarity-rule.ts';
import { findSimilar, type Alike } from '../similarity/find-similar.ts';
import { lettersOf } from '../similarity/letters.ts';
import { indexPieces } from '../similarity/piece-index.ts';
import { percentOf } from '../similarity/share.ts';
import { proseFinding } from './prose-finding.ts';
import { ownProseOf } from './own-prose.ts';
import { describeRepeated, type ComparedProse } from './repeated-prose.ts';
import { sharedProse, type SharedPassage } from './shared-prose.ts';

export type ComparedFiling = {
  readonly edition: LoadedEdition;
  readonly filing: Pick<Filing, 'unit' | 'reportYear' | 'narrative' | 'cells'>;
};

/** Another of the filings, by its index, and how many percent of this one's letters stand in it. */
export type AlikeFiling = { readonly other: number; readonly percent: number };

export type SimilarFiling = {
  /** One for each filing, about the one it is most alike; null where there is none. */
  readonly finding: Finding | null;
  /** All that it is alike, most alike first. */
  readonly alike: readonly AlikeFiling[];
  /** Why it was not compared: nothing was written, or too little for the rule to go by; null where it was. */
  readonly skipped: 'no-prose' | 'too-short' | null;
};

/**
 * Compares the filings of each year with those of other units, by the rule of their own edition; the answers are in the
 * order of the filings. What `findSimilar` says of small and large collections holds; `passagesBetween` shows the passages.
 */
export function findSimilarFilings(filings: readonly ComparedFiling[]): readonly SimilarFiling[] {
  const compared = filings.map((each): Compared => {
    const prose = ownProseOf({ form: each.edition.form, ...each.filing });
    return { ...each, rule: ruleOf(each), prose, letters: lettersOf(prose.paragraphs) };
  });
  const texts = compared.map(({ letters, rule }) => ({
    letters,
    percent: rule?.threshold ?? 100,
    minimum: rule?.minimum ?? Infinity,
  }));
  const found = findSimilar(texts, (one, other) => areCompared(filings[one], filings[other]));
  return compared.map((each, at) => {
    const alike = found[at] ?? [];
    const others = alike.map(({ other, share }) => ({ other, percent: percentOf(share) }));
    return { finding: findingOf(each, alike, compared), alike: others, skipped: skippedFor(each) };
  });
}

/** The passages that a filing has in common with another one, as long as its rule asks for, for the reader who has to judge. */
export function passagesBetween(one: ComparedFiling, other: ComparedFiling): readonly SharedPassage[] {
  const rule = ruleOf(one);
  const report = ({ edition, filing }: ComparedFiling) => ({ form: edition.form, ...filing });
  return rule === null ? [] : sharedProse(report(one), report(other), rule.passage).passages;
}

type Compared = ComparedFiling & ComparedProse & { readonly rule: UnitSimilarityRule | null };

/** The rule of the filing's own edition, where it has one for units of this level. */
function ruleOf({ edition, filing }: ComparedFiling): UnitSimilarityRule | null {
  const isForIt = (rule: UnitSimilarityRule) => rule.levels?.includes(filing.unit.level) !== false;
  for (const rule of edition.book.acrossUnits ?? []) if (rule.kind === 'similarity' && isForIt(rule)) return rule;
  return null;
}

function skippedFor({ letters, rule }: Compared): SimilarFiling['skipped'] {
  if (letters.total === 0) return 'no-prose';
  return letters.total < (rule?.minimum ?? Infinity) ? 'too-short' : null;
}

/** Revisions of one filing are alike by their nature. */
function areCompared(one: ComparedFiling | undefined, other: ComparedFiling | undefined): boolean {
  return one?.filing.reportYear === other?.filing.reportYear && one?.filing.unit.code !== other?.filing.unit.code;
}

function findingOf(each: Compared, alike: readonly Alike[], compared: readonly Compared[]): Finding | null {
  const { rule } = each;
  const [most] = alike;
  const other = most === undefined ? undefined : compared[most.other];
  if (rule === null || most === undefined || other === undefined) return null;
  const { section, quotation, places } = describeRepeated(rule, each, indexPieces(other.letters), most.share);
  // A unit may have filed several revisions.
  const units = new Set(alike.map((found) => compared[found.other]?.filing.unit.code)).size;
  const filled = { ...places, unit: other.filing.unit.name, units };
  return proseFinding(rule, { section, quotation }, { zh: filled, en: filled });
}

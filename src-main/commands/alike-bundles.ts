/** Bundles whose prose repeats that of other units' bundles given at the same time (内容雷同): a hint, not a verdict. */
import type { Language } from '#core/lib/bilingual.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { findSimilarFilings, passagesBetween, type ComparedFiling, type SimilarFiling } from '#core/validation/similar-filings.ts';

export type NamedFiling = { readonly file: string; readonly filing: Filing | null };

type Compared = ComparedFiling & { readonly file: string; readonly filing: Filing };

/** What is to be said of a bundle: of the unit that it is most alike, and the passages for a few of them. */
export type AlikeBundles = { readonly self: Compared; readonly found: SimilarFiling; readonly others: readonly Compared[] };

/** Passages are listed for so many of the units that are alike. */
const mostShown = 5;

/** By the file's place in the list; bundles without a readable filing are not compared. */
export function findAlikeBundles(files: readonly NamedFiling[], editions: readonly LoadedEdition[]): ReadonlyMap<number, AlikeBundles> {
  const places: number[] = [];
  const compared = files.flatMap(({ file, filing }, place): Compared[] => {
    const edition = editions.find(({ id }) => id === filing?.edition.id);
    if (filing === null || edition === undefined) return [];
    places.push(place);
    return [{ file, filing, edition }];
  });
  const alike = new Map<number, AlikeBundles>();
  for (const [at, found] of findSimilarFilings(compared).entries()) {
    const [self, place] = [compared[at], places[at]];
    if (found.finding === null || self === undefined || place === undefined) continue;
    const others = found.alike.slice(0, mostShown).flatMap(({ other }) => compared[other] ?? []);
    alike.set(place, { self, found, others });
  }
  return alike;
}

/** The lines for people: what the rule says, and the longest passage. */
export function describeAlike(alike: AlikeBundles | undefined, language: Language): readonly string[] {
  const finding = alike?.found.finding;
  if (finding === null || finding === undefined) return [];
  const quotation = finding.quotation === null ? [] : [`    “${finding.quotation.sentence}”`];
  return [`  ${finding.code} ${finding.message[language]}`, ...quotation];
}

/** For `--json`: null where nothing is alike. Positions are in the plain text of the block of the section. */
export function alikeForMachines(alike: AlikeBundles | undefined, language: Language) {
  const finding = alike?.found.finding;
  if (alike === undefined || finding === null || finding === undefined) return null;
  const { self, found, others } = alike;
  return {
    code: finding.code,
    severity: finding.severity,
    clause: finding.clause,
    message: finding.message[language],
    alike: others.map((other, at) => ({
      file: other.file,
      unit: other.filing.unit,
      percent: found.alike[at]?.percent ?? 0,
      passages: passagesBetween(self, other),
    })),
  };
}

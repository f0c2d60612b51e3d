/** What edition commands say of a verified edition file, for people and for machines. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { compareEditions, type EditionDifference } from '#core/rules/compare-editions.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { editionWords } from '#core/text/editions.ts';
import type { EditionReport } from '../editions/verify-edition.ts';
import { localTime } from './local-time.ts';
import { verdictWords } from './verdict-words.ts';

export type DescribedEdition = { readonly file: string; readonly report: EditionReport; readonly present: LoadedEdition | null };

/** The edition that a new one would stand before: of the same id, or else the one that came last. */
export function presentEdition(id: string, editions: readonly LoadedEdition[]): LoadedEdition | null {
  return editions.find((each) => each.id === id) ?? editions.at(-1) ?? null;
}

export function describeEdition({ file, report, present }: DescribedEdition, language: Language): string {
  const { verdict, reasons, signer, signed } = report;
  const lines = [fillPlaces(editionWords.verdict[language], { file, verdict: verdictWords[verdict][language] })];
  lines.push(...reasons.map((each) => `  ${each.code} ${describeReason(each, language)}`));
  if (signed === null || signer === null) return lines.join('\n');
  const { id, digest } = signed.loaded;
  const time = signer.claimedSigningTime === null ? '—' : localTime(signer.claimedSigningTime);
  lines.push(fillPlaces(editionWords.describes[language], { id, years: yearsOf(signed.loaded), digest, signer: signer.unitName, time }));
  const difference = differenceOf(signed.loaded, present);
  if (difference === null || present === null) return lines.join('\n');
  const counts = Object.fromEntries(Object.entries(difference).map(([key, codes]) => [key, codes.length]));
  lines.push(fillPlaces(editionWords.difference[language], { id: present.id, digest: present.digest.slice(0, 12), ...counts }));
  const codes = [...difference.addedRules, ...difference.removedRules, ...difference.changedRules].join(' ');
  if (codes !== '') lines.push(fillPlaces(editionWords.ruleCodes[language], { codes }));
  return lines.join('\n');
}

export function editionForMachines({ file, report, present }: DescribedEdition, language: Language) {
  const { verdict, reasons, signer, signed } = report;
  return {
    file,
    verdict,
    reasons: reasons.map((each) => ({ ...each, message: describeReason(each, language) })),
    signer,
    edition: signed === null ? null : { id: signed.loaded.id, digest: signed.loaded.digest },
    difference: signed === null ? null : differenceOf(signed.loaded, present),
  };
}

/** `2019–2020`, or `2021–` for one without an end. */
export function yearsOf({ form }: LoadedEdition): string {
  const { from, to } = form.edition.reportYears;
  return `${String(from)}–${to === null ? '' : String(to)}`;
}

function differenceOf(loaded: LoadedEdition, present: LoadedEdition | null): EditionDifference | null {
  return present === null || present.digest === loaded.digest ? null : compareEditions(present, loaded);
}

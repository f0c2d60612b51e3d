/** Finds the words that a finding quotes, also while the text has moved on since it was made. */
import type { Finding, Quotation } from '#core/rules/finding.ts';
import type { MarkedWords } from './marked-words.ts';
import { rangeOf, type BlockPlaces, type DocRange } from './places.ts';

/** Where the quoted words stand; their sentence, if only that is left; their block, if it still is there. */
export function rangeOfQuotation(places: readonly BlockPlaces[], quotation: Quotation): DocRange | null {
  const exact = rangeOfWords(places, quotation);
  if (exact !== null) return exact;
  for (const wanted of [quotation.sentence, quotation.words]) {
    for (const block of places) {
      const at = wanted === '' ? -1 : block.text.indexOf(wanted);
      if (at >= 0) return rangeOf(block, at, at + wanted.length);
    }
  }
  const block = places[Math.min(quotation.block, places.length - 1)];
  return block === undefined ? null : rangeOf(block, 0, block.text.length);
}

/** Marks for the findings with a quotation; one whose words have just changed waits for the next validation. */
export function marksOfFindings(
  places: readonly BlockPlaces[],
  findings: readonly Finding[],
  message: (finding: Finding) => string,
): readonly MarkedWords[] {
  return findings.flatMap((finding) => {
    const range = finding.quotation === null ? null : rangeOfWords(places, finding.quotation);
    return range === null ? [] : [{ ...range, look: `quoted ${finding.severity}`, title: message(finding) }];
  });
}

function rangeOfWords(places: readonly BlockPlaces[], { block, start, end, words }: Quotation): DocRange | null {
  const own = places[block];
  return own?.text.slice(start, end) === words ? rangeOf(own, start, end) : null;
}

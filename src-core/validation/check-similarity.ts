/** Prose that repeats the unit's own report of last year (内容雷同, Y-6). */
import type { Form } from '../form/form.ts';
import type { Finding } from '../rules/finding.ts';
import { makeUnchecked } from '../rules/make-finding.ts';
import type { PriorSimilarityRule } from '../rules/similarity-rule.ts';
import type { FilingSubject, PriorFiling } from '../rules/subject.ts';
import { lettersOf } from '../similarity/letters.ts';
import { indexPieces, type PieceIndex } from '../similarity/piece-index.ts';
import { shareOf } from '../similarity/share.ts';
import { proseFinding } from './prose-finding.ts';
import { ownProseOf } from './own-prose.ts';
import { describeRepeated } from './repeated-prose.ts';

/**
 * One finding with the longest repeated passage, or a hint where there is no prose of last year. It runs at every
 * keystroke: passages are looked for only where the share speaks, and last year's prose is prepared once.
 */
export function checkSimilarity(form: Form, rule: PriorSimilarityRule, subject: FilingSubject): readonly Finding[] {
  const prose = ownProseOf({ form, narrative: subject.narrative, cells: subject.cells });
  const letters = lettersOf(prose.paragraphs);
  if (letters.total < rule.minimum) return [];
  const before = subject.prior === null ? null : piecesOf(subject.prior);
  if (before === null) return [makeUnchecked(rule, rule.unchecked)];
  const share = shareOf(letters, before, rule.threshold);
  if (share === null) return [];
  const { section, quotation, places } = describeRepeated(rule, { prose, letters }, before, share);
  return [proseFinding(rule, { section, quotation }, { zh: places, en: places })];
}

/** Of the filing that was asked for last: it is the same as long as a report is at work, and of a batch's each is met once. */
let prepared: { readonly prior: PriorFiling; readonly pieces: PieceIndex | null } | null = null;

/** Null where the filing has no prose. */
function piecesOf(prior: PriorFiling): PieceIndex | null {
  if (prepared?.prior === prior) return prepared.pieces;
  const letters = lettersOf(ownProseOf(prior).paragraphs);
  const pieces = letters.total === 0 ? null : indexPieces(letters);
  prepared = { prior, pieces };
  return pieces;
}

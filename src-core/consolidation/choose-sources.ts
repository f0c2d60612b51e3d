/** Of all reports of one unit, the one that counts: the newest revision; what it replaces and repeats is kept by name. */
import { sameValue, type CellValue } from '../lib/exact.ts';
import { noAnswers, type Answers } from './answer.ts';
import type { Source } from './source.ts';

/**
 * How a revision hangs together with the one before it: `first` has none; `linked` names the bundle that is here;
 * `absent`: that bundle is not among the files; `broken`: the bundle before it is here, and it names another or none.
 */
export type Chain = 'first' | 'linked' | 'absent' | 'broken';

export type Duplicate = { readonly source: Source; readonly sameAs: Source };
export type Superseded = { readonly source: Source; readonly by: Source };

/** `same-revision`: contents differ under one number; `unsigned-over-signed`: a plain file would replace a bundle it does not name. */
export type Conflict = { readonly why: 'same-revision' | 'unsigned-over-signed'; readonly sources: readonly Source[] };

export type Choice = {
  readonly chosen: { readonly source: Source; readonly chain: Chain } | null;
  readonly conflict: Conflict | null;
  /** The newest report where it was returned; the newest before it that was accepted is then chosen, if there is one. */
  readonly returned: Source | null;
  readonly duplicates: readonly Duplicate[];
  readonly superseded: readonly Superseded[];
};

/** The order in which the sources come does not matter. */
export function chooseSource(sources: readonly Source[], answers: Answers = noAnswers): Choice {
  const { different, duplicates } = withoutDuplicates(sources);
  const isAnswered = (source: Source, answer: 'accepted' | 'returned') => lastAnswer(source, duplicates, answers) === answer;
  const highest = Math.max(...different.map(numberOf));
  const newest = different.filter((each) => numberOf(each) === highest);
  const older = different.filter((each) => numberOf(each) < highest);
  const open = newest.filter((each) => !isAnswered(each, 'returned'));
  const [first, ...others] = open.length > 0 ? open : newest;
  const rest = { conflict: null, returned: null, duplicates };
  if (first === undefined) return { ...rest, chosen: null, superseded: [] };
  const replaced = [...newest.filter((each) => !open.includes(each) && each !== first), ...older];
  if (open.length === 0) {
    const accepted = older.filter((each) => isAnswered(each, 'accepted')).sort(bestFirst)[0] ?? null;
    const chosen = accepted === null ? null : { source: accepted, chain: chainOf(accepted, sources) };
    return { ...rest, chosen, returned: first, superseded: replaced.flatMap((each) => replacement(each, first, accepted)) };
  }
  if (others.length > 0)
    return { ...rest, chosen: null, conflict: { why: 'same-revision', sources: open }, superseded: superseding(replaced, first) };
  const signed = older.filter(({ signature }) => signature !== 'unsigned');
  const chain = chainOf(first, sources);
  if (first.signature === 'unsigned' && signed.length > 0 && chain !== 'linked') {
    return { ...rest, chosen: null, conflict: { why: 'unsigned-over-signed', sources: [first, ...signed] }, superseded: [] };
  }
  return { ...rest, chosen: { source: first, chain }, superseded: superseding(replaced, first) };
}

/** Whether a person has to be told how the report hangs together with the one before it. Plain files name no bundle before them. */
export function isUnchained(chain: Chain, { kind, revision }: Source): chain is 'broken' | 'absent' {
  return chain === 'broken' || (chain === 'absent' && (kind === 'bundle' || revision.previousBundleDigest !== null));
}

function numberOf({ revision }: Source): number {
  return revision.number;
}

function superseding(older: readonly Source[], by: Source): readonly Superseded[] {
  return older.map((source) => ({ source, by }));
}

/** The accepted report that stands in for a returned one is replaced by nothing, and replaces those before it. */
function replacement(source: Source, returned: Source, accepted: Source | null): readonly Superseded[] {
  if (source === accepted) return [];
  const isBefore = accepted !== null && numberOf(source) <= numberOf(accepted);
  return [{ source, by: isBefore ? accepted : returned }];
}

/** The same content may have been sealed twice: an answer to either is one to both, and acceptance is the stronger. */
function lastAnswer(source: Source, duplicates: readonly Duplicate[], answers: Answers): 'accepted' | 'returned' | null {
  const same = [source, ...duplicates.filter(({ sameAs }) => sameAs === source).map((each) => each.source)];
  const given = same.flatMap(({ bundleDigest }) => (bundleDigest === null ? [] : (answers.get(bundleDigest) ?? [])));
  return given.includes('accepted') ? 'accepted' : (given[0] ?? null);
}

/**
 * The same content counts once, from its best file. A workbook or published text has no revision and no prose of its own
 * to compare: with the figures of another file it is that file's print.
 */
function withoutDuplicates(sources: readonly Source[]): {
  readonly different: readonly Source[];
  readonly duplicates: readonly Duplicate[];
} {
  const different: Source[] = [];
  const duplicates: Duplicate[] = [];
  for (const source of sources.toSorted(bestFirst)) {
    const sameAs = different.find((each) => each.contentDigest === source.contentDigest || isPrintOf(source, each));
    if (sameAs === undefined) different.push(source);
    else duplicates.push({ source, sameAs });
  }
  return { different, duplicates };
}

function isPrintOf(source: Source, other: Source): boolean {
  if (source.kind !== 'report') return false;
  const isSame = (value: CellValue, index: number) => sameValue(value, other.values[index] ?? null);
  return source.values.every(isSame);
}

const signatureOrder = { valid: 0, untrusted: 1, unsigned: 2 };
const kindOrder = { bundle: 0, filing: 1, report: 2 };

function bestFirst(one: Source, other: Source): number {
  return (
    numberOf(other) - numberOf(one) ||
    signatureOrder[one.signature] - signatureOrder[other.signature] ||
    kindOrder[one.kind] - kindOrder[other.kind] ||
    (one.sourceDigest < other.sourceDigest ? -1 : one.sourceDigest > other.sourceDigest ? 1 : one.file < other.file ? -1 : 1)
  );
}

/** `all` with what repeats others: the revision before may have been sealed twice. */
function chainOf(source: Source, all: readonly Source[]): Chain {
  const { number, previousBundleDigest } = source.revision;
  if (number === 1) return 'first';
  const bundles = all.filter((each) => each.bundleDigest !== null && numberOf(each) < number);
  if (bundles.some(({ bundleDigest }) => bundleDigest === previousBundleDigest)) return 'linked';
  return bundles.some((each) => numberOf(each) === number - 1) ? 'broken' : 'absent';
}

/** Of all reports of one unit, the one that counts: the newest revision; what it replaces and repeats is kept by name. */
import { sameValue, type CellValue } from '../lib/exact.ts';
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
  readonly duplicates: readonly Duplicate[];
  readonly superseded: readonly Superseded[];
};

/** The order in which the sources come does not matter. */
export function chooseSource(sources: readonly Source[]): Choice {
  const { different, duplicates } = withoutDuplicates(sources);
  const highest = Math.max(...different.map(numberOf));
  const newest = different.filter((each) => numberOf(each) === highest);
  const older = different.filter((each) => numberOf(each) < highest);
  const [first, ...others] = newest;
  if (first === undefined) return { chosen: null, conflict: null, duplicates, superseded: [] };
  if (others.length > 0)
    return { chosen: null, conflict: { why: 'same-revision', sources: newest }, duplicates, superseded: superseding(older, first) };
  const signed = older.filter(({ signature }) => signature !== 'unsigned');
  const chain = chainOf(first, different);
  if (first.signature === 'unsigned' && signed.length > 0 && chain !== 'linked') {
    return { chosen: null, conflict: { why: 'unsigned-over-signed', sources: [first, ...signed] }, duplicates, superseded: [] };
  }
  return { chosen: { source: first, chain }, conflict: null, duplicates, superseded: superseding(older, first) };
}

function numberOf({ revision }: Source): number {
  return revision.number;
}

function superseding(older: readonly Source[], by: Source): readonly Superseded[] {
  return older.map((source) => ({ source, by }));
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

function chainOf(source: Source, all: readonly Source[]): Chain {
  const { number, previousBundleDigest } = source.revision;
  if (number === 1) return 'first';
  const bundles = all.filter((each) => each.bundleDigest !== null && numberOf(each) < number);
  if (bundles.some(({ bundleDigest }) => bundleDigest === previousBundleDigest)) return 'linked';
  return bundles.some((each) => numberOf(each) === number - 1) ? 'broken' : 'absent';
}

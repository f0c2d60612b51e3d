/** 核对纸质件: what is typed or scanned from a paper copy, held against bundles; see `paperMark`. */
import { findPaperFault, type PaperFault } from './paper-fault.ts';
import { spacedDigest } from './paper-copy.ts';

/** The bundle's digest as a paper says it; whose report it is, where more was read than the digest alone. */
export type PaperMark = {
  readonly digest: string;
  readonly report: { readonly unitCode: string; readonly reportYear: number; readonly revision: number } | null;
};

/** A bundle, or a report as it went out, that a paper may be the copy of. */
export type PaperSource = { readonly unitCode: string; readonly reportYear: number; readonly revision: number; readonly digest: string };

export type PaperCheck =
  /** `newer`: the revision that replaced it, null where it is the newest that is known here. */
  | { readonly kind: 'same'; readonly revision: number; readonly newer: number | null }
  /** The digest is of this revision, but unit, year or revision on the paper are not. */
  | { readonly kind: 'altered'; readonly revision: number }
  | { readonly kind: 'other-revision'; readonly revision: number; readonly known: readonly number[] }
  /** `groups`: which groups of four digits differ, from 1, where few do: a slip of who typed them is likely. */
  | { readonly kind: 'other-content'; readonly groups: readonly number[] }
  | { readonly kind: 'other-report'; readonly unitCode: string; readonly reportYear: number }
  | { readonly kind: 'malformed'; readonly fault: PaperFault };

const digestLength = 64;
const fewGroups = 3;

/** Line breaks, spaces, letter case and full-width signs do not matter. Null for what is neither the code nor a digest. */
export function readPaperMark(text: string): PaperMark | null {
  const plain = squeeze(text);
  const [, unitCode = '', year = '', revision = '', digest = ''] =
    /^NIANBAO:1:([0-9A-Z-]{1,32}):(\d{4}):(\d{1,6}):([0-9A-F]+)$/u.exec(plain) ?? [];
  if (unitCode !== '' && digest.length === digestLength) {
    return { digest: digest.toLowerCase(), report: { unitCode, reportYear: Number(year), revision: Number(revision) } };
  }
  return /^[0-9A-F]{64}$/u.test(plain) ? { digest: plain.toLowerCase(), report: null } : null;
}

/** @param sources of one report or of several, in any order. Null where there is nothing to hold it against */
export function checkPaper(text: string, sources: readonly PaperSource[]): PaperCheck | null {
  const mark = readPaperMark(text);
  if (mark === null) return { kind: 'malformed', fault: findPaperFault(squeeze(text), sources) };
  const same = sources.find(({ digest }) => digest === mark.digest);
  if (same !== undefined) return sameDigest(mark, same, sources);
  const own = mark.report === null ? sources : sources.filter((source) => isOf(mark.report, source));
  if (sources.length === 0) return null;
  if (mark.report !== null && own.length === 0) return { kind: 'other-report', ...mark.report };
  const revision = mark.report?.revision ?? null;
  if (revision !== null && !own.some((source) => source.revision === revision)) {
    return { kind: 'other-revision', revision, known: own.map((source) => source.revision) };
  }
  const meant = own.filter((source) => revision === null || source.revision === revision);
  const differing = meant.map(({ digest }) => groupsThatDiffer(digest, mark.digest)).sort((one, other) => one.length - other.length);
  const fewest = differing[0] ?? [];
  return { kind: 'other-content', groups: fewest.length <= fewGroups ? fewest : [] };
}

function sameDigest({ report }: PaperMark, same: PaperSource, sources: readonly PaperSource[]): PaperCheck {
  const { revision } = same;
  if (report !== null && !(isOf(report, same) && report.revision === revision)) return { kind: 'altered', revision };
  const newest = Math.max(...sources.filter((source) => isOf(same, source)).map((source) => source.revision));
  return { kind: 'same', revision, newer: newest > revision ? newest : null };
}

type OfReport = Pick<PaperSource, 'unitCode' | 'reportYear'>;

function isOf(report: OfReport | null, { unitCode, reportYear }: OfReport): boolean {
  return report?.unitCode.toUpperCase() === unitCode.toUpperCase() && report.reportYear === reportYear;
}

/** Full-width signs become plain ones; what people, scanners and line ends put between the signs goes. */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/gu, '')
    .toUpperCase();
}

function groupsThatDiffer(one: string, other: string): readonly number[] {
  const others = spacedDigest(other).split(' ');
  return spacedDigest(one)
    .split(' ')
    .flatMap((group, at) => (group === others[at] ? [] : [at + 1]));
}

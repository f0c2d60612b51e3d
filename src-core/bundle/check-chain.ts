/** Revisions given together: each has to follow the one that it says it replaces, and there is one of each number. */
import type { Filing } from '../filing/filing.ts';
import { reason } from './checked.ts';
import type { Reason } from './verdict.ts';

/** A bundle whose signature holds, or nulls where there is nothing to compare. */
export type ChainLink = { readonly bundleDigest: string | null; readonly filing: Filing | null };

/** Reasons against each of the bundles, in their order. The same bundle given twice is no fork. */
export function checkChain(links: readonly ChainLink[]): readonly (readonly Reason[])[] {
  return links.map(({ bundleDigest, filing }) => {
    if (filing === null || bundleDigest === null) return [];
    const ofUnit = links.flatMap((each) =>
      each.filing !== null && each.bundleDigest !== null && isSame(filing, each.filing) ? [each] : [],
    );
    const { number: revision, previousBundleDigest: previous } = filing.revision;
    const twin = ofUnit.find((each) => each.filing?.revision.number === revision && each.bundleDigest !== bundleDigest);
    if (twin?.bundleDigest !== null && twin?.bundleDigest !== undefined) {
      return [reason('chain/fork', { revision, digest: short(bundleDigest), other: short(twin.bundleDigest) })];
    }
    const before = ofUnit.find((each) => each.filing?.revision.number === revision - 1)?.bundleDigest ?? null;
    if (before === null || before === previous) return [];
    const places = { revision, before: revision - 1, previous: previous === null ? '—' : short(previous), found: short(before) };
    return [reason('chain/broken', places)];
  });
}

function isSame(one: Filing, other: Filing): boolean {
  return one.unit.code === other.unit.code && one.reportYear === other.reportYear;
}

function short(digest: string): string {
  return digest.slice(0, 12);
}

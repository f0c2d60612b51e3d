/** Pairs of units that are alike, gathered: five units that copied one text are one group and not ten lines. */

export type AlikeGroup<P> = { readonly units: readonly string[]; readonly pairs: readonly P[] };

type Pair = { readonly one: { readonly code: string }; readonly other: { readonly code: string } };

/** Units that hang together by pairs, however many steps; groups and pairs in the order in which the pairs come. */
export function groupAlike<P extends Pair>(pairs: readonly P[]): readonly AlikeGroup<P>[] {
  const leader = new Map<string, string>();
  const leaderOf = (code: string): string => {
    let top = code;
    for (let next = leader.get(top); next !== undefined; next = leader.get(top)) top = next;
    return top;
  };
  for (const { one, other } of pairs) {
    const [a, b] = [leaderOf(one.code), leaderOf(other.code)];
    if (a !== b) leader.set(b, a);
  }
  const groups = new Map<string, { units: Set<string>; pairs: P[] }>();
  for (const pair of pairs) {
    const top = leaderOf(pair.one.code);
    const group = groups.get(top) ?? { units: new Set(), pairs: [] };
    groups.set(top, group);
    group.units.add(pair.one.code).add(pair.other.code);
    group.pairs.push(pair);
  }
  return [...groups.values()].map((group) => ({ units: [...group.units], pairs: group.pairs }));
}

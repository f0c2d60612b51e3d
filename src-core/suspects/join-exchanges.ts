/** Joins two causes of one cell each where a single slip explains both: values that changed places. */
import { makeDraft, type Draft } from './draft.ts';
import { combine, sortRepairs, type RankedRepair } from './rank.ts';
import { weighExchange, type Context } from './weigh.ts';

/** So many combinations of the two causes' best repairs stand behind the exchange. */
const otherCombinations = 4;

/** Each cause is joined at most once, with the first in order that fits. */
export function joinExchanges(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const joined = new Set<Draft>();
  return drafts.flatMap((one, place) => {
    if (joined.has(one)) return [];
    for (const other of drafts.slice(place + 1)) {
      const pair = joined.has(other) ? null : join(one, other, context);
      if (pair === null) continue;
      joined.add(other);
      return [pair];
    }
    return [one];
  });
}

function join(one: Draft, other: Draft, context: Context): Draft | null {
  if (one.size !== 1 || other.size !== 1) return null;
  const exchanges = one.ranked.flatMap((first) =>
    other.ranked.flatMap((second) => (isExchange(first, second, context) ? [combine(first, second, context)] : [])),
  );
  if (exchanges.length === 0) return null;
  const others = one.ranked
    .slice(0, otherCombinations)
    .flatMap((first) => other.ranked.slice(0, otherCombinations).map((second) => combine(first, second, context)));
  const all = sortRepairs([...exchanges, ...others.filter((each) => !exchanges.some((exchange) => isSame(exchange, each)))], context);
  const footing = one.footing === 'stated' && other.footing === 'stated' ? 'stated' : 'computed';
  const draft = makeDraft(all, { footing, size: 2, isSmallest: one.isSmallest && other.isSmallest });
  return draft === null ? null : { ...draft, count: one.count * other.count };
}

function isExchange(one: RankedRepair, other: RankedRepair, context: Context): boolean {
  return weighExchange([...one.proposals, ...other.proposals], context.neighbours) !== null;
}

function isSame(one: RankedRepair, other: RankedRepair): boolean {
  return one.changes.every((change, place) => change.cell === other.changes[place]?.cell);
}

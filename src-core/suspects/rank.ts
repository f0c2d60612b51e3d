/** Ranks repairs: the fewer and the less surprising the slips that explain all its changes, the better a repair. */
import { fromMillionths } from '../lib/exact.ts';
import type { Cover } from './covers.ts';
import type { PatchChange } from './patches.ts';
import type { Change, Certainty, Footing, Repair } from './repair.ts';
import { liftRecent } from './recent.ts';
import type { System } from './system.ts';
import { weighChange, weighExchange, type Context, type Proposal } from './weigh.ts';

export type RankedRepair = { readonly proposals: readonly Proposal[]; readonly changes: readonly Change[]; readonly bits: number };

/** So much better than the next one is an explanation that it may be called likely: one in eight. */
const clearLead = 3;

/** Repairs of a system's covers, best first; equally good ones in the order of the form. */
export function rankRepairs(system: System, covers: readonly Cover[], context: Context): readonly RankedRepair[] {
  const inOrder = covers.map(changesInOrder).sort(compareChanges);
  return sortRepairs(
    inOrder.map((changes) => weighProposals(proposalsOf(system, changes), context)),
    context,
  );
}

/** One repair of two, with its changes explained together where they can be. */
export function combine(one: RankedRepair, other: RankedRepair, context: Context): RankedRepair {
  return weighProposals([...one.proposals, ...other.proposals], context);
}

/** Best first; what changes a cell that was edited just now stands before all that is not clearly better explained. */
export function sortRepairs(repairs: readonly RankedRepair[], { recent }: Pick<Context, 'recent'>): readonly RankedRepair[] {
  const sorted = [...repairs].sort((one, other) => one.bits - other.bits);
  return recent.length === 0 ? sorted : liftRecent(sorted, recent, clearLead);
}

/** The first of several repairs is likely only on stated figures, and when no other is nearly as well explained. */
export function toRepairs(ranked: readonly RankedRepair[], footing: Footing, isCertain: boolean): readonly Repair[] {
  return ranked.map(({ changes, bits }, place): Repair => {
    const next = ranked[1];
    const leads = place === 0 && (next === undefined || next.bits - bits >= clearLead);
    const certainty: Certainty = footing === 'stated' && isCertain && leads ? 'likely' : 'possible';
    return { changes, certainty };
  });
}

function weighProposals(proposals: readonly Proposal[], context: Context): RankedRepair {
  const exchange = weighExchange(proposals, context.neighbours);
  const slips = proposals.map((each) => exchange ?? weighChange(each, context));
  const bits = exchange === null ? slips.reduce((sum, slip) => sum + slip.bits, 0) : exchange.bits;
  const changes = proposals.map(({ cell, to }, place) => ({
    cell: cell.key,
    value: fromMillionths(to),
    pattern: slips[place]?.pattern ?? 'none',
  }));
  return { proposals, changes, bits };
}

/** In the order of the form, so that equal repairs are told in equal words. */
function changesInOrder(cover: Cover): readonly PatchChange[] {
  return cover.flatMap((patch) => patch.changes).sort((one, other) => one.unknown - other.unknown);
}

function compareChanges(one: readonly PatchChange[], other: readonly PatchChange[]): number {
  const place = one.findIndex((change, index) => change.unknown !== other[index]?.unknown);
  return place < 0 ? 0 : (one[place]?.unknown ?? 0) - (other[place]?.unknown ?? 0);
}

function proposalsOf(system: System, changes: readonly PatchChange[]): readonly Proposal[] {
  return changes.flatMap(({ unknown, value }): Proposal[] => {
    const found = system.unknowns[unknown];
    return found === undefined ? [] : [{ cell: found.cell, from: found.value, to: value }];
  });
}

/** The alignment behind intake: which places in a text are which labels, when both come in a known order. */

/** `target` (a label's number in printed order) may stand at the places from `start` up to but not including `end`. */
export type Candidate = { readonly start: number; readonly end: number; readonly target: number; readonly weight: number };

type Link<C> = { readonly candidate: C; readonly score: number; readonly before: Link<C> | null };

/** The heaviest choice of candidates that do not overlap and whose targets ascend with their places; earlier places win ties. */
export function heaviestChain<C extends Candidate>(candidates: readonly C[]): readonly C[] {
  const byStart = candidates.toSorted((one, other) => one.start - other.start);
  const finished: (Link<C> | undefined)[] = [];
  let waiting: readonly Link<C>[] = [];
  let best: Link<C> | null = null;
  for (const candidate of byStart) {
    for (const link of waiting.filter((each) => each.candidate.end <= candidate.start)) {
      if (link.score > (finished[link.candidate.target]?.score ?? 0)) finished[link.candidate.target] = link;
    }
    waiting = waiting.filter((each) => each.candidate.end > candidate.start);
    let before: Link<C> | null = null;
    for (let target = 0; target < candidate.target; target += 1) {
      const link = finished[target];
      if (link !== undefined && link.score > (before?.score ?? 0)) before = link;
    }
    const link: Link<C> = { candidate, score: candidate.weight + (before?.score ?? 0), before };
    waiting = [...waiting, link];
    if (link.score > (best?.score ?? 0)) best = link;
  }
  const chain: C[] = [];
  for (let link = best; link !== null; link = link.before) chain.unshift(link.candidate);
  return chain;
}

/** What a benchmark found out: a figure with its unit, what stands beside it, its goal, and how far its repeats lay apart. */
import { median, percentile } from './figures.ts';

/** Milliseconds, so many in a second, bytes, a share from 0 to 1, a number of times, or plain numbers. */
export type Unit = 'milliseconds' | 'a second' | 'bytes' | 'share' | 'times' | 'count';

/** `value` tells of all repeats; half of them lie between `from` and `to`. */
export type Figures = { readonly value: number; readonly from: number; readonly to: number; readonly repeats: number };

export type Goal = { readonly limit: number; readonly sense: 'at most' | 'at least'; readonly of: 'value' | 'ratio' };

/** The same work done by other means, in turns with ours; `ratio` is ours divided by theirs. */
export type Peer = { readonly what: string; readonly figures: Figures; readonly ratio: number };

export type Measurement = {
  /** `bench/subject`, by which README's tables choose their rows; unique. */
  readonly id: string;
  readonly what: string;
  readonly unit: Unit;
  readonly figures: Figures;
  readonly peer: Peer | null;
  readonly goal: Goal | null;
};

export type Verdict = 'met' | 'missed' | 'none';

export type Measuring = {
  readonly id: string;
  readonly what: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  /** What tells of all values; the median where it is not said. */
  readonly by?: (values: readonly number[]) => number;
  readonly peer?: { readonly what: string; readonly values: readonly number[] };
  readonly goal?: Goal;
};

/** A benchmark: where, how and on what it measures, in a sentence or two, and the measuring. */
export type Bench = {
  readonly about: string;
  readonly needsElectron?: boolean;
  readonly run: () => Promise<readonly Measurement[]>;
};

export const longest = (values: readonly number[]): number => percentile(values, 1);
export const ninetyFifth = (values: readonly number[]): number => percentile(values, 0.95);

/** @throws Error when there are no values. */
export function measured({ id, what, unit, values, by = median, peer, goal }: Measuring): Measurement {
  const figures = gather(values, by);
  const other = peer === undefined ? null : gather(peer.values, by);
  const beside = peer === undefined || other === null ? null : { what: peer.what, figures: other, ratio: figures.value / other.value };
  return { id, what, unit, figures, peer: beside, goal: goal ?? null };
}

export function atMost(limit: number, of: Goal['of'] = 'value'): Goal {
  return { limit, sense: 'at most', of };
}

export function atLeast(limit: number, of: Goal['of'] = 'value'): Goal {
  return { limit, sense: 'at least', of };
}

/** @throws Error when the goal is of a ratio, and there is none. */
export function verdictOf({ figures, peer, goal }: Measurement): Verdict {
  if (goal === null) return 'none';
  const found = goal.of === 'ratio' ? peer?.ratio : figures.value;
  if (found === undefined) throw new Error('a goal of a ratio needs a peer');
  return (goal.sense === 'at most' ? found <= goal.limit : found >= goal.limit) ? 'met' : 'missed';
}

function gather(values: readonly number[], by: (values: readonly number[]) => number): Figures {
  return { value: by(values), from: percentile(values, 0.25), to: percentile(values, 0.75), repeats: values.length };
}

/** Milliseconds by the clock, and those of the processor in all threads: there, what else runs on the machine does not count. */
export type Took<T> = { readonly clock: number; readonly processor: number; readonly value: T };

export async function timed<T>(work: () => T | Promise<T>): Promise<Took<T>> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1000, value };
}

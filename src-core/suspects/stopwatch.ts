/** The time that a search may take; the clock arrives from outside. */
export type Stopwatch = {
  /** Asked before each step. */
  readonly isOver: () => boolean;
  /** True when a step was refused. */
  readonly hasStopped: () => boolean;
};

/** Enough to look at every single cell: a machine that is busy for a moment shall not cost that. */
const grantedSteps = 2000;

/** Once over, it stays over. The first steps, a few milliseconds, are granted in any case, except by a budget of nothing. */
export function startStopwatch(now: () => number, budgetMs: number): Stopwatch {
  const start = now();
  let steps = 0;
  let over = false;
  return {
    isOver: () => {
      steps += 1;
      over ||= budgetMs <= 0 || (steps > grantedSteps && now() - start >= budgetMs);
      return over;
    },
    hasStopped: () => over,
  };
}

/** Times as the benchmarks show them. */

/** @throws Error when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('no values');
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A figure beside its goal. */
export function against(figure: string, goal: string, isMet: boolean): string {
  return `${figure} (goal ${goal}: ${isMet ? 'met' : 'MISSED'})`;
}

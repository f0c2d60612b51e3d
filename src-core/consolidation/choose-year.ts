/** Which years there are to choose from, and which one to begin with. */

export type YearsOrder = {
  /** The first year that there is a form for; infinite where there is none. */
  readonly first: number;
  /** ISO 8601 day; empty where it is not known. */
  readonly today: string;
  /** Years that have anything, and the one that is shown. */
  readonly known: readonly number[];
};

/** Every year from the first form to the present one, and all that are known; the newest first. */
export function offeredYears({ first, today, known }: YearsOrder): readonly number[] {
  const last = Number(today.slice(0, 4));
  const ofForms = Number.isFinite(first) && last > 0 ? Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at) : [];
  return [...new Set([...ofForms, ...known])].sort((one, other) => other - one);
}

/**
 * The year that is wanted where it has anything; else the newest that files were received for, else the newest that has
 * anything. Where nothing is anywhere, the year that is wanted.
 */
export function openingYear(
  wanted: number,
  found: { readonly years: readonly number[]; readonly receivedYears: readonly number[] },
): number {
  if (found.years.includes(wanted)) return wanted;
  const newest = (years: readonly number[]) => (years.length === 0 ? null : Math.max(...years));
  return newest(found.receivedYears) ?? newest(found.years) ?? wanted;
}

/** What is wrong with an edition, and where. */
export type EditionFault = { readonly place: string; readonly reason: string };

export function firstRepeated(ids: readonly string[]): string | null {
  return ids.find((each, index) => ids.indexOf(each) !== index) ?? null;
}

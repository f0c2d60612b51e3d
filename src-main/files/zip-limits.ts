/** How much a container may hold; checked on what its directory says before inflating, and again while inflating. */

export const mostEntries = 2_000;
/** Bytes of the container itself. */
export const largestContainer = 64 * 1024 * 1024;
/** Bytes of all entries together, and of one, when inflated. */
export const largestSum = 64 * 1024 * 1024;
export const largestEntry = 32 * 1024 * 1024;
/** Inflated bytes for each compressed byte. Deflate reaches 1,032; documents stay below 50. */
export const largestRatio = 200;

export function ratioOf(inflated: number, compressed: number): number {
  return inflated / Math.max(1, compressed);
}

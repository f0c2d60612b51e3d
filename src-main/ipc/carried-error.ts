/** An error on its way between threads. */

/**
 * With message and stack whatever kind it is: those of the browser's interfaces (`DOMException`, which WebCrypto throws)
 * lose both when they are cloned, and the log would say nothing of them.
 */
export function carriedError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const carried = new Error(`${error.name}: ${error.message}`);
  if (error.stack !== undefined) carried.stack = error.stack;
  return carried;
}

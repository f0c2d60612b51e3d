/** The exhaustive end of a `switch` over a closed set: reaching it is a bug in this program, never bad input. */
export function assertNever(value: never): never {
  throw new Error(`a case is missing for ${JSON.stringify(value)}`);
}

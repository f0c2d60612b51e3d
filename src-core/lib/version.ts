/** Versions of the app: three numbers, and nothing else is ever released. */

const three = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/u;

/** Whether `text` is written like `1.20.3`. */
export function isVersion(text: string): boolean {
  return three.test(text);
}

/** Above zero where `one` is newer than `other`, zero where they are the same. What is no version is older than any. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  const differences = left.map((number, index) => number - (right[index] ?? -1));
  return differences.find((each) => each !== 0) ?? 0;
}

function numbersOf(text: string): readonly number[] {
  const [, ...numbers] = three.exec(text) ?? [];
  return numbers.length === 3 ? numbers.map(Number) : [-1, -1, -1];
}

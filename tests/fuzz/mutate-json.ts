/** Mutations of JSON: values of other kinds and sizes, keys that go, come or are doubled, depth. */
import type { Random } from '../bench/random.ts';

const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53 + 2,
  '',
  '0',
  '-0',
  '1e999',
  '9'.repeat(400),
  '\ud800',
  '\u0000',
  '__proto__',
  [],
  {},
  [[]],
  'x'.repeat(5000),
  '年'.repeat(2000),
  { constructor: null },
  '2026-13-45T99:99:99Z',
];

/** Text, because some mutations (a key written twice) are none of a value. */
export function mutateJson(text: string, random: Random): string {
  switch (random.below(8)) {
    case 0:
      return text.replace(/"([^"]{1,40})":/u, (whole) => `${whole}null,${whole}`);
    case 1:
      return '['.repeat(20_000) + text;
    case 2:
      return text.replaceAll(/:/gu, (colon) => (random.below(200) === 0 ? `${colon} ` : colon));
    default:
      return JSON.stringify(mutateValue(JSON.parse(text) as unknown, random));
  }
}

function mutateValue(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.below(5) === 0) return random.pick(values);
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as unknown[])];
    if (list.length === 0 || random.below(6) === 0) return Array.from({ length: random.pick([1, 100, 3000]) }, () => random.pick(values));
    const at = random.below(list.length);
    if (random.below(4) === 0) list.splice(at, 1);
    else list[at] = mutateValue(list[at], random);
    return list;
  }
  const entries = Object.entries(value);
  const at = random.below(Math.max(1, entries.length));
  const [key, inner] = entries[at] ?? ['', null];
  switch (random.below(5)) {
    case 0:
      return Object.fromEntries(entries.filter((_, index) => index !== at));
    case 1:
      return { ...value, [random.pick(['__proto__', 'constructor', 'x', '', key.toUpperCase()])]: random.pick(values) };
    default:
      return { ...value, [key]: mutateValue(inner, random) };
  }
}

/** Names of units as people write them: 县发改局 for 某某县发展和改革局, with or without 人民政府. */
import { toHalfWidth } from '../../lib/half-width.ts';

/** Without white space, brackets and what stands in them. */
export function bareName(name: string): string {
  return toHalfWidth(name)
    .replace(/\([^()]*\)/gu, '')
    .replace(/[\s\p{P}]/gu, '');
}

/** False only where neither name can be short for the other: each has a letter that the other lacks in that order. */
export function mayBeSameUnit(one: string, other: string): boolean {
  const [a, b] = [bareName(one), bareName(other)];
  return isWithin(a, b) || isWithin(b, a);
}

/** True when the letters of `short` stand in `long` in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

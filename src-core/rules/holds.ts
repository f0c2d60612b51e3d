/** Whether a relation between two sums holds. */
import { assertNever } from '../lib/assert-never.ts';
import { compareExact } from '../lib/exact.ts';
import type { Relation } from './rule.ts';

export function holds(relation: Relation, left: number | string, right: number | string): boolean {
  const order = compareExact(left, right);
  switch (relation) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return assertNever(relation);
  }
}

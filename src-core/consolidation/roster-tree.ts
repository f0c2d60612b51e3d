/** The units of a roster as a tree: each below the one that sums it, in the order of the roster. */

export type Branch<U> = { readonly unit: U; readonly depth: number };

/** Units whose parent is not among them stand at the top. */
export function arrangeTree<U extends { readonly code: string; readonly parent: string | null }>(
  units: readonly U[],
): readonly Branch<U>[] {
  const codes = new Set(units.map(({ code }) => code));
  const below = new Map<string | null, U[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && codes.has(unit.parent) ? unit.parent : null;
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [unit]);
    else siblings.push(unit);
  }
  const branches: Branch<U>[] = [];
  const grow = (parent: string | null, depth: number): void => {
    for (const unit of below.get(parent) ?? []) {
      branches.push({ unit, depth });
      grow(unit.code, depth + 1);
    }
  };
  grow(null, 0);
  return branches;
}

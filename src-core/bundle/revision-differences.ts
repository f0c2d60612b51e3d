/** What an amendment changed: against the bundle before, or, where that is not at hand, as the unit itself states it. */
import { canonicalJson } from '../lib/canonical-json.ts';
import { sameValue, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { Filing } from '../filing/filing.ts';

/** A cell that this revision changed. */
export type CellDifference = {
  readonly cell: CellKey;
  readonly from: CellValue;
  readonly to: CellValue;
  /** As the unit states it; null where it says nothing of this cell. */
  readonly reason: string | null;
};

/**
 * `first`: nothing came before; `compared`: with the earlier bundle, which is here; `stated`: the earlier one is not here,
 * and this is what the unit itself says that it changed.
 */
export type Differences = {
  readonly basis: 'first' | 'compared' | 'stated';
  readonly cells: readonly CellDifference[];
  /** Sections whose words differ; none are known where only the unit's own word is at hand. */
  readonly sections: readonly string[];
  /** Cells that the unit says it changed and that are the same as before. */
  readonly unfounded: readonly CellKey[];
};

/** `before` is the revision that this one replaces, null where it is not at hand. */
export function revisionDifferences(filing: Filing, before: Filing | null): Differences {
  const { previousBundleDigest, changes } = filing.revision;
  if (previousBundleDigest === null) return { basis: 'first', cells: [], sections: [], unfounded: [] };
  if (before === null) return { basis: 'stated', cells: changes, sections: [], unfounded: [] };
  const keys = [...new Set([...Object.keys(before.cells), ...Object.keys(filing.cells)] as CellKey[])];
  const cells = keys.flatMap((cell): readonly CellDifference[] => {
    const [from, to] = [valueAt(before.cells, cell), valueAt(filing.cells, cell)];
    if (sameValue(from, to)) return [];
    return [{ cell, from, to, reason: changes.find((each) => each.cell === cell)?.reason ?? null }];
  });
  const sections = [...new Set([...Object.keys(before.narrative), ...Object.keys(filing.narrative)])];
  return {
    basis: 'compared',
    cells,
    sections: sections.filter((each) => canonicalJson(before.narrative[each] ?? []) !== canonicalJson(filing.narrative[each] ?? [])),
    unfounded: changes.flatMap(({ cell }) => (cells.some((each) => each.cell === cell) ? [] : [cell])),
  };
}

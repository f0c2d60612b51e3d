/** What an amendment changed, in words: each cell by its labels, as it was and as it is. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Form } from '../form/form.ts';
import { formatCell } from '../form/format-cell.ts';
import type { Differences } from '../bundle/revision-differences.ts';
import { receiptScreenWords } from './screens/receipts.ts';
import { cellLabel } from '../rules/labels.ts';

export type DifferenceLine = {
  readonly cell: CellKey;
  readonly label: Bilingual;
  /** Empty for blank. */
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
};

/** Totals that only follow their parts are left out, unless nothing else is left. */
export function describeDifferences(form: Form, { cells }: Differences): readonly DifferenceLine[] {
  const entered = cells.filter(({ cell }) => form.cellByKey.get(cell)?.computed !== true);
  return (entered.length > 0 ? entered : cells).map(({ cell, from, to, reason }) => {
    const kind = form.cellByKey.get(cell)?.value ?? 'count';
    return { cell, label: cellName(form, cell), from: formatCell(kind, from), to: formatCell(kind, to), reason };
  });
}

/** What stands where no cell is known to differ: without the version before, and without the unit's word, nothing is known. */
export function describeNoDifference(basis: Differences['basis']): Bilingual {
  return basis === 'stated' ? receiptScreenWords.nothingStated : receiptScreenWords.nothingChanged;
}

/** Its key where the form has no such cell. */
export function cellName(form: Form, key: CellKey): Bilingual {
  const cell = form.cellByKey.get(key);
  return cell === undefined ? { zh: key, en: key } : cellLabel(cell);
}

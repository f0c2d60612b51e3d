/** Changes against last year that are too large to be left unread: ten times as much, or a tenth. */
import { compareExact, formatExact, sumExact, type CellValue } from '../lib/exact.ts';
import { cellKey, type CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { cellLabel } from './labels.ts';
import { makeFinding, makeUnchecked } from './make-finding.ts';
import type { ChangeRule } from './rule.ts';
import { priorValueAt, type Subject } from './subject.ts';

/**
 * One finding for each cell; zero is no basis for a factor. Where last year's values are missing the rule says so once. A
 * rule for the change of editions has nothing to say where last year's report is of another edition or missing.
 */
export function checkChange(form: Form, rule: ChangeRule, subject: Subject): readonly Finding[] {
  if (rule.priorEdition !== undefined && subject.prior?.form.edition.id !== rule.priorEdition) return [];
  const compared = keysOf(rule).map(({ key, priorKey }) => ({ key, before: priorValueAt(subject, priorKey) }));
  const findings = compared.flatMap(({ key, before }) => {
    const now = valueAt(subject.cells, key);
    if (!isJump(rule, now, before)) return [];
    const label = cellLabel(cellOf(form, key));
    const places = { value: formatExact(now), prior: formatExact(before), factor: rule.factor };
    const finding = makeFinding(rule, [key], { zh: { cell: label.zh, ...places }, en: { cell: label.en, ...places } });
    const difference = sumExact([
      { coefficient: 1, value: now },
      { coefficient: -1, value: before },
    ]);
    return [{ ...finding, left: now, right: before, difference }];
  });
  const isKnown = compared.every(({ before }) => before !== null);
  return isKnown ? findings : [...findings, makeUnchecked(rule, rule.unchecked)];
}

type ComparedKeys = { readonly key: CellKey; readonly priorKey: CellKey };

const known = new WeakMap<ChangeRule, readonly ComparedKeys[]>();

/** Rules are never changed, so it is done once. */
function keysOf(rule: ChangeRule): readonly ComparedKeys[] {
  const before = known.get(rule);
  if (before !== undefined) return before;
  const keys = rule.cells.map(({ row, column, priorColumn = column }) => ({
    key: cellKey(rule.table, row, column),
    priorKey: cellKey(rule.table, row, priorColumn),
  }));
  known.set(rule, keys);
  return keys;
}

function isJump({ factor, minimum }: ChangeRule, now: CellValue, before: CellValue): boolean {
  if (now === null || before === null || compareExact(now, 0) <= 0 || compareExact(before, 0) <= 0) return false;
  if (compareExact(now, minimum) < 0 && compareExact(before, minimum) < 0) return false;
  const times = (value: CellValue) => sumExact([{ coefficient: factor, value }]) ?? 0;
  return compareExact(now, times(before)) >= 0 || compareExact(before, times(now)) >= 0;
}

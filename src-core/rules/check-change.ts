/** Changes against last year that are too large to be left unread: ten times as much, or a tenth. */
import { compareExact, formatExact, sumExact, type CellValue } from '../lib/exact.ts';
import { cellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { cellLabel } from './labels.ts';
import { makeFinding, makeUnchecked } from './make-finding.ts';
import type { ChangeRule } from './rule.ts';
import { priorValueAt, type Subject } from './subject.ts';

/** One finding for each cell; zero is no basis for a factor. Where last year's values are missing the rule says so once. */
export function checkChange(form: Form, rule: ChangeRule, subject: Subject): readonly Finding[] {
  const keys = rule.cells.map(({ row, column }) => cellKey(rule.table, row, column));
  const findings = keys.flatMap((key) => {
    const [now, before] = [valueAt(subject.cells, key), priorValueAt(subject, key)];
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
  const isKnown = keys.every((key) => priorValueAt(subject, key) !== null);
  return isKnown ? findings : [...findings, makeUnchecked(rule, rule.unchecked)];
}

function isJump({ factor, minimum }: ChangeRule, now: CellValue, before: CellValue): boolean {
  if (now === null || before === null || compareExact(now, 0) <= 0 || compareExact(before, 0) <= 0) return false;
  if (compareExact(now, minimum) < 0 && compareExact(before, minimum) < 0) return false;
  const times = (value: CellValue) => sumExact([{ coefficient: factor, value }]) ?? 0;
  return compareExact(now, times(before)) >= 0 || compareExact(before, times(now)) >= 0;
}

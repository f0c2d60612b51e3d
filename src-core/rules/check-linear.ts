/** The consistency rule: Σ left against Σ right, with the operands that show the arithmetic. */
import { assertNever } from '../lib/assert-never.ts';
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import { compareExact, formatExact, sumExact, type CellValue } from '../lib/exact.ts';
import { cellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Finding, Operand } from './finding.ts';
import { columnLabel, rowLabel } from './labels.ts';
import type { LinearRule, Relation, Term } from './rule.ts';

/**
 * One finding for each row or column where the relation does not hold. Where a side is blank altogether there is
 * nothing to compare yet (the `required` rule names those cells); single blanks add nothing to their side.
 */
export function checkLinear(form: Form, rule: LinearRule, cells: Cells): readonly Finding[] {
  return rule.of.flatMap((each) => {
    const left = sideOf(form, rule, rule.left, each, cells);
    const right = sideOf(form, rule, rule.right, each, cells);
    if (left.sum === null || right.sum === null || holds(rule.relation, left.sum, right.sum)) return [];
    return [linearFinding(form, rule, left, right)];
  });
}

type Side = { readonly operands: readonly Operand[]; readonly sum: CellValue };

function sideOf(form: Form, rule: LinearRule, terms: readonly Term[], each: string, cells: Cells): Side {
  const operands = terms.map((term): Operand => {
    const key = cellKey(rule.table, term.row ?? each, term.column ?? each);
    const cell = cellOf(form, key);
    const label = rule.over === 'columns' ? rowLabel(cell) : columnLabel(cell);
    return { cell: key, label, coefficient: term.coefficient ?? 1, value: valueAt(cells, key) };
  });
  return { operands, sum: sumExact(operands) };
}

function holds(relation: Relation, left: number | string, right: number | string): boolean {
  const order = compareExact(left, right);
  switch (relation) {
    case '=':
      return order === 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return assertNever(relation);
  }
}

function linearFinding(form: Form, rule: LinearRule, left: Side, right: Side): Finding {
  const difference = sumExact([
    { coefficient: 1, value: left.sum },
    { coefficient: -1, value: right.sum },
  ]);
  const first = cellOf(form, left.operands[0]?.cell ?? '');
  const words = (language: Language): string =>
    fillPlaces(rule.message[language], {
      row: rowLabel(first)[language],
      column: columnLabel(first)[language],
      left: showSum(left, language),
      right: showSum(right, language),
      leftValue: formatExact(left.sum),
      rightValue: formatExact(right.sum),
      difference: formatExact(difference),
    });
  const message: Bilingual = { zh: words('zh'), en: words('en') };
  return {
    code: rule.code,
    kind: rule.kind,
    severity: rule.severity,
    clause: rule.clause,
    table: rule.table,
    cells: [...left.operands, ...right.operands].map((operand) => operand.cell),
    relation: rule.relation,
    leftOperands: left.operands,
    rightOperands: right.operands,
    left: left.sum,
    right: right.sum,
    difference,
    message,
    suspects: [],
  };
}

/** `本年新收 1,432 + 上年结转 38 = 1,470`; terms that are zero or blank are left out of long sums. */
function showSum(side: Side, language: Language): string {
  const telling = side.operands.filter((operand) => operand.value !== null && compareExact(operand.value, 0) !== 0);
  const shown = side.operands.length <= 2 || telling.length === 0 ? side.operands : telling;
  const terms = shown.map((operand, index) => {
    const sign = operand.coefficient < 0 ? '− ' : index === 0 ? '' : '+ ';
    return `${sign}${operand.label[language]} ${formatExact(operand.value, language === 'zh' ? '空白' : 'blank')}`;
  });
  return side.operands.length === 1 ? terms.join('') : `${terms.join(' ')} = ${formatExact(side.sum)}`;
}

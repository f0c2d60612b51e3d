/** The consistency rule: Σ left against Σ right, with the operands that show the arithmetic. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import { compareExact, formatExact, sumExact, type CellValue } from '../lib/exact.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Finding, Operand } from './finding.ts';
import { holds } from './holds.ts';
import { columnLabel, rowLabel } from './labels.ts';
import { makeUnchecked } from './make-finding.ts';
import type { PlacedValues } from './placed-values.ts';
import { holdsPlainly } from './plain-sums.ts';
import type { LinearRule } from './rule.ts';
import { priorValueAt, type Subject } from './subject.ts';
import { sumOf, unroll, valueOf, type Summand, type Unrolled, type UnrolledComparison } from './unrolled-linear.ts';

/**
 * One finding for each row or column where the relation does not hold. Where a side is blank altogether there is
 * nothing to compare yet (the `required` rule names those cells); single blanks add nothing to their side. A comparison
 * with last year's figures is made only where all of them are known: the rule says once that it could not check others,
 * unless this year's figures alone show that there is nothing to check.
 */
export function checkLinear(form: Form, rule: LinearRule, subject: Subject, values: PlacedValues): readonly Finding[] {
  const findings: Finding[] = [];
  let isChecked = true;
  for (const [index, comparison] of unroll(rule).entries()) {
    if (holdsPlainly(form, rule, index, values)) continue;
    const judged = judge(form, rule, comparison, subject);
    if (judged === 'unknown') isChecked = false;
    else if (judged !== 'fine') findings.push(judged);
  }
  return isChecked || rule.unchecked === undefined ? findings : [...findings, makeUnchecked(rule, rule.unchecked)];
}

function judge(form: Form, rule: LinearRule, comparison: Unrolled, subject: Subject): Finding | 'fine' | 'unknown' {
  const { guards, priorCells, allPriorCells } = comparison;
  if (guards.some((guard) => guard.priorCells.length === 0 && !compares(guard, subject))) return 'fine';
  const isKnown = allPriorCells.every((cell) => priorValueAt(subject, cell) !== null);
  if (!isKnown && priorCells.length > 0) return 'unknown';
  const [left, right] = [sumOf(comparison.left, subject), sumOf(comparison.right, subject)];
  const isBroken =
    left === null || right === null ? isStatedAlone(form, rule, comparison, left, right) : !holds(rule.relation, left, right);
  if (!isBroken) return 'fine';
  if (!isKnown) return 'unknown';
  if (!guards.every((guard) => compares(guard, subject))) return 'fine';
  const side = (summands: readonly Summand[], sum: CellValue): Side => ({ operands: operandsOf(form, rule, summands, subject), sum });
  return linearFinding(form, rule, side(comparison.left, left), side(comparison.right, right));
}

/**
 * A total that is stated, and not 0, contradicts parts that were all left blank. Blank totals are no such parts (a
 * report that leaves its 总计 column blank has nothing wrong in it), and other blank sides await their figures.
 */
function isStatedAlone(form: Form, rule: LinearRule, { left, right }: Unrolled, leftSum: CellValue, rightSum: CellValue): boolean {
  const [stated, sum, blank] = leftSum === null ? [right, rightSum, left] : [left, leftSum, right];
  if (rule.relation !== '=' || sum === null || compareExact(sum, 0) === 0) return false;
  const isTotal = ({ cell, isPrior }: Summand) => cell !== null && !isPrior && cellOf(form, cell).computed;
  return stated.every(isTotal) && !blank.some(isTotal);
}

type Side = { readonly operands: readonly Operand[]; readonly sum: CellValue };

function operandsOf(form: Form, rule: LinearRule, summands: readonly Summand[], subject: Subject): readonly Operand[] {
  return summands.flatMap((summand): Operand[] => {
    if (summand.cell === null) return [];
    const cell = cellOf(form, summand.cell);
    const label = rule.over === 'columns' ? rowLabel(cell) : columnLabel(cell);
    const { coefficient, isPrior } = summand;
    return [{ cell: summand.cell, label, coefficient, value: valueOf(summand, subject), isPrior }];
  });
}

/** A guard with a blank does not hold. */
function compares({ left, relation, right }: UnrolledComparison, subject: Subject): boolean {
  if ([left, right].some((side) => side.some((summand) => valueOf(summand, subject) === null))) return false;
  const [one, other] = [sumOf(left, subject), sumOf(right, subject)];
  return one !== null && other !== null && holds(relation, one, other);
}

function linearFinding(form: Form, rule: LinearRule, left: Side, right: Side): Finding {
  const difference = sumExact([
    { coefficient: 1, value: left.sum },
    { coefficient: -1, value: right.sum },
  ]);
  const operands = [...left.operands, ...right.operands];
  const first = cellOf(form, operands[0]?.cell ?? '');
  const words = (language: Language): string =>
    fillPlaces(rule.message[language], {
      row: rowLabel(first)[language],
      column: columnLabel(first)[language],
      left: showSum(left, language),
      right: showSum(right, language),
      leftValue: formatExact(left.sum, blankWord[language]),
      rightValue: formatExact(right.sum, blankWord[language]),
      difference: formatExact(difference),
    });
  const message: Bilingual = { zh: words('zh'), en: words('en') };
  return {
    code: rule.code,
    kind: rule.kind,
    severity: rule.severity,
    clause: rule.clause,
    table: rule.table,
    section: null,
    quotation: null,
    cells: operands.filter((operand) => !operand.isPrior).map((operand) => operand.cell),
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

const blankWord: Bilingual = { zh: '空白', en: 'blank' };
const lastYear: Bilingual = { zh: '上年报告的', en: 'last report’s ' };

/** `本年新收 1,432 + 上年结转 38 = 1,470`; terms that are zero or blank are left out of long sums, blank sides are `空白`. */
function showSum(side: Side, language: Language): string {
  if (side.sum === null) return blankWord[language];
  const telling = side.operands.filter((operand) => operand.value !== null && compareExact(operand.value, 0) !== 0);
  const shown = side.operands.length <= 2 || telling.length === 0 ? side.operands : telling;
  const terms = shown.map((operand, index) => {
    const sign = operand.coefficient < 0 ? '− ' : index === 0 ? '' : '+ ';
    const whose = operand.isPrior ? lastYear[language] : '';
    return `${sign}${whose}${operand.label[language]} ${formatExact(operand.value, blankWord[language])}`;
  });
  return side.operands.length === 1 ? terms.join('') : `${terms.join(' ')} = ${formatExact(side.sum)}`;
}

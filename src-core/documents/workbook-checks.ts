/** The checks of a table that a workbook can make itself: errors and warnings of the rule book, as differences. */
import { sumExact, type CellValue } from '../lib/exact.ts';
import { cellKey, type CellKey } from '../form/cell-key.ts';
import type { FormTable } from '../form/edition.ts';
import { cellOf, type Form } from '../form/form.ts';
import { holds } from '../rules/holds.ts';
import type { Severity } from '../rules/rule-base.ts';
import type { AppliesRule, LinearRule, Relation, Rule, RuleBook } from '../rules/rule.ts';
import { priorValueAt, type Subject } from '../rules/subject.ts';
import { sumOf, unroll, valueOf, type Summand, type Unrolled, type UnrolledComparison } from '../rules/unrolled-linear.ts';

/** One comparison, and the column of the table that it is about (null when it is about a row). */
export type TableCheck = { readonly column: string | null; readonly comparison: Unrolled };

export type RuleChecks = { readonly code: string; readonly severity: Severity; readonly checks: readonly TableCheck[] };

/**
 * What is to be checked in a table, rule by rule. Left out are hints, rules for other unit levels, comparisons with
 * figures of last year that are not known, and what cannot fail because the total is a formula.
 */
export function checksOfTable(form: Form, book: RuleBook, table: FormTable, subject: Subject): readonly RuleChecks[] {
  return book.rules.flatMap((rule): RuleChecks[] => {
    if (!isForTable(rule, table, subject)) return [];
    const checks = rule.kind === 'linear' ? linearChecks(form, rule, subject) : appliesChecks(form, rule);
    return checks.length === 0 ? [] : [{ code: rule.code, severity: rule.severity, checks }];
  });
}

function isForTable(rule: Rule, table: FormTable, { level }: Subject): rule is LinearRule | AppliesRule {
  if (rule.kind !== 'linear' && rule.kind !== 'applies') return false;
  return rule.table === table.id && rule.severity !== 'hint' && (rule.levels?.includes(level) ?? true);
}

function linearChecks(form: Form, rule: LinearRule, subject: Subject): readonly TableCheck[] {
  return unroll(rule).flatMap((comparison, index): TableCheck[] => {
    const isKnown = comparison.allPriorCells.every((cell) => priorValueAt(subject, cell) !== null);
    if (!isKnown || cannotFail(form, comparison)) return [];
    return [{ column: rule.over === 'columns' ? (rule.of[index] ?? null) : null, comparison }];
  });
}

/** The rows are to be zero or blank. */
function appliesChecks(form: Form, rule: AppliesRule): readonly TableCheck[] {
  return rule.rows.map((row) => {
    const cells = form.cells.filter((cell) => cell.table.id === rule.table && cell.row.id === row);
    const left = cells.map(({ column }) => summand(cellKey(rule.table, row, column.id)));
    const right: Summand[] = [{ cell: null, constant: 0, coefficient: 1, isPrior: false }];
    return { column: null, comparison: { left, relation: '<=', right, priorCells: [], guards: [], allPriorCells: [] } };
  });
}

function summand(cell: CellKey): Summand {
  return { cell, constant: 0, coefficient: 1, isPrior: false };
}

/** True for an equation between a total and its own parts. */
function cannotFail(form: Form, { left, relation, right }: Unrolled): boolean {
  if (relation === '!=') return false;
  const counts = new Map<string, number>();
  const add = ({ cell, constant, coefficient, isPrior }: Summand, sign: number): void => {
    const total = cell === null || isPrior ? undefined : form.totals.find(({ target }) => target === cell);
    if (total !== undefined) {
      for (const term of total.terms) add({ ...summand(term), coefficient }, sign);
      return;
    }
    const key = cell === null ? '' : `${isPrior ? 'prior ' : ''}${cell}`;
    counts.set(key, (counts.get(key) ?? 0) + sign * coefficient * (cell === null ? constant : 1));
  };
  for (const each of left) add(each, 1);
  for (const each of right) add(each, -1);
  return [...counts.values()].every((count) => count === 0);
}

/** What the check shows: 0 where it holds, the difference where not, null while a side is blank. */
export function evaluateCheck({ left, relation, right, guards }: Unrolled, subject: Subject): CellValue {
  const [leftSum, rightSum] = [sumOf(left, subject), sumOf(right, subject)];
  if (leftSum === null || rightSum === null) return null;
  if (holds(relation, leftSum, rightSum) || !guards.every((guard) => isMet(guard, subject))) return 0;
  const [more, less] = relation === '>=' ? [rightSum, leftSum] : [leftSum, rightSum];
  const difference = sumExact([
    { coefficient: 1, value: more },
    { coefficient: -1, value: less },
  ]);
  return relation === '!=' ? 1 : difference;
}

function isMet({ left, relation, right }: UnrolledComparison, subject: Subject): boolean {
  if ([...left, ...right].some((each) => valueOf(each, subject) === null)) return false;
  const [leftSum, rightSum] = [sumOf(left, subject), sumOf(right, subject)];
  return leftSum !== null && rightSum !== null && holds(relation, leftSum, rightSum);
}

/** In words: `本年新收 + 上年结转 = 办理结果总计 + 结转下年`. */
export function describeCheck(form: Form, { column, comparison }: TableCheck): string {
  const cells = [comparison.left, comparison.right].flat().flatMap(({ cell }) => (cell === null ? [] : [cellOf(form, cell)]));
  const rows = new Set(cells.map(({ row }) => row.short));
  const nameOf = (key: CellKey): string => {
    const cell = cellOf(form, key);
    if (column !== null) return cell.row.short;
    return rows.size === 1 ? cell.column.label : `${cell.row.short}（${cell.column.label}）`;
  };
  const guards = comparison.guards.map((guard) => relationText(guard, (key) => cellOf(form, key).row.short));
  const condition = guards.length === 0 ? '' : `（${guards.join('，且 ')} 时）`;
  const subject = column === null && rows.size === 1 ? `${cells[0]?.row.short ?? ''}：` : '';
  return subject + relationText(comparison, nameOf) + condition;
}

const lastYear = '上年报告的';
const signs: Readonly<Record<Relation, string>> = { '=': '=', '!=': '≠', '<=': '≤', '>=': '≥' };

function relationText({ left, relation, right }: UnrolledComparison, nameOf: (key: CellKey) => string): string {
  const side = (summands: readonly Summand[]) =>
    summands
      .map(({ cell, constant, coefficient, isPrior }, index) => {
        const size = Math.abs(coefficient);
        const name = cell === null ? String(constant) : `${isPrior ? lastYear : ''}${nameOf(cell)}`;
        const sign = coefficient < 0 ? '− ' : index === 0 ? '' : '+ ';
        return `${sign}${size === 1 ? '' : `${String(size)} × `}${name}`;
      })
      .join(' ');
  return `${side(left)} ${signs[relation]} ${side(right)}`;
}

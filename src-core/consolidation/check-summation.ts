/** The rules across units that speak of sums (S-1 to S-6, domain.md 2.5): what is to be said of a consolidation. */
import { assertNever } from '../lib/assert-never.ts';
import { formatExact, sameValue, type CellValue } from '../lib/exact.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { Filing } from '../filing/filing.ts';
import type { Finding } from '../rules/finding.ts';
import { cellLabel } from '../rules/labels.ts';
import { makeFinding } from '../rules/make-finding.ts';
import type { DoubleCountRule, SummationRule, SumRule } from '../rules/summation-rule.ts';
import { checkCarryOver } from './check-carry-over.ts';
import { checkOwnReport } from './check-own-report.ts';
import type { Consolidation } from './consolidate.ts';
import { differenceOf } from './difference.ts';
import { listNames } from './list-names.ts';
import { contributionsTo } from './sum-cells.ts';
import type { UnitPrior } from './unit-priors.ts';

export type SummationEvidence = {
  /** The report that the superior has stated, to be compared with the sum; null where the sum is the report. */
  readonly stated: Pick<Filing, 'cells' | 'cellUnits'> | null;
  /** Last year's figures of units, by their code. */
  readonly priors: ReadonlyMap<string, UnitPrior>;
};

/** Findings in the order of the rule book. */
export function checkSummation(consolidation: Consolidation, evidence: SummationEvidence): readonly Finding[] {
  const rules = (consolidation.edition.book.acrossUnits ?? []).filter((rule) => rule.kind === 'summation');
  return rules.flatMap((rule) => checkRule(rule, consolidation, evidence));
}

function checkRule(rule: SummationRule, consolidation: Consolidation, { stated, priors }: SummationEvidence): readonly Finding[] {
  switch (rule.asks) {
    case 'sum':
      return stated === null ? [] : checkSums(rule, consolidation, stated);
    case 'doubleCount':
      return checkDoubleCount(rule, consolidation);
    case 'allFiled':
      return checkAllFiled(rule, consolidation);
    case 'carryOver':
      return checkCarryOver(rule, consolidation, priors);
    case 'ownReport':
      return checkOwnReport(rule, consolidation);
    default:
      return assertNever(rule);
  }
}

/** Every cell of the stated report against the sum. A blank and a nought are as good as each other. */
function checkSums(rule: SumRule, { sums }: Consolidation, stated: NonNullable<SummationEvidence['stated']>): readonly Finding[] {
  return sums.flatMap(({ plan, value: right, amountUnit }): Finding[] => {
    const { cell } = plan;
    if (!rule.tables.includes(cell.table.id)) return [];
    const left = valueAt(stated.cells, cell.key);
    const unit = stated.cellUnits[cell.key] ?? null;
    const isComparable = amountUnit === null || unit === null || amountUnit === unit;
    if (isComparable && sameValue(left ?? 0, right ?? 0)) return [];
    const difference = isComparable ? differenceOf(left ?? 0, right) : null;
    const label = cellLabel(cell);
    const figures = { left: shown(left, unit), right: shown(right, amountUnit), difference: formatExact(difference, '—') };
    const finding = makeFinding(rule, [cell.key], { zh: { cell: label.zh, ...figures }, en: { cell: label.en, ...figures } });
    return [{ ...finding, table: cell.table.id, relation: '=', left, right, difference }];
  });
}

function shown(value: CellValue, unit: string | null): string {
  return `${formatExact(value, '—')}${unit ?? ''}`;
}

function checkDoubleCount(rule: DoubleCountRule, { sums, contributors, edition }: Consolidation): readonly Finding[] {
  const cells = sums.filter(({ plan: { cell } }) => cell.table.id === rule.table && rule.rows.includes(cell.row.id));
  const having = new Set(
    cells.flatMap(({ plan }) =>
      contributionsTo(plan, contributors).flatMap(({ by, counted }) => (sameValue(counted ?? 0, 0) ? [] : [by.code])),
    ),
  );
  if (having.size < 2) return [];
  const rows = edition.form.edition.tables
    .filter(({ id }) => id === rule.table)
    .flatMap((table) => table.rows.filter(({ id }) => rule.rows.includes(id)));
  const places = { units: having.size };
  const finding = makeFinding(
    rule,
    cells.map(({ plan }) => plan.cell.key),
    { zh: { ...places, rows: rows.map(({ short }) => short).join('、') }, en: { ...places, rows: rows.map(({ en }) => en).join(', ') } },
  );
  return [finding];
}

function checkAllFiled(rule: SummationRule, { expected }: Consolidation): readonly Finding[] {
  const missing = expected.flatMap(({ unit, state }) => (state === 'missing' ? [unit.name] : []));
  if (missing.length === 0) return [];
  const places = (language: 'zh' | 'en') => ({ count: missing.length, units: listNames(missing, language) });
  return [makeFinding(rule, [], { zh: places('zh'), en: places('en') })];
}

/** S-6: the report of the superior's own office (本级) must not hold the figures of the sum (汇总). */
import { sameValue, type CellValue } from '../lib/exact.ts';
import type { Finding } from '../rules/finding.ts';
import { makeFinding } from '../rules/make-finding.ts';
import type { OwnReportRule } from '../rules/summation-rule.ts';
import type { Consolidation, SummedUnit } from './consolidate.ts';
import { differenceOf } from './difference.ts';

/**
 * A unit's figures that are the sum of all the others are a sum that was filed as a unit's own: everything counts twice.
 * Figures that are the whole sum mean that nobody else has any. Only units that could have filed a sum are looked at.
 */
export function checkOwnReport(rule: OwnReportRule, consolidation: Consolidation): readonly Finding[] {
  const { contributors, sums, unit: superior } = consolidation;
  if (contributors.length < 2) return [];
  const tables = sums.filter(({ plan }) => rule.tables.includes(plan.cell.table.id));
  const isOwn = ({ code, name, level }: SummedUnit) => code === superior.code || level === superior.level || name.startsWith(superior.name);
  return contributors.filter(isOwn).flatMap((unit): Finding[] => {
    const own = tables.map(({ plan }) => unit.source.values[plan.index] ?? null);
    if (own.every((value) => sameValue(value ?? 0, 0))) return [];
    const isSame = (right: (sum: CellValue, value: CellValue) => CellValue) =>
      tables.every(({ value: sum }, index) => sameValue(own[index] ?? 0, right(sum ?? 0, own[index] ?? 0)));
    const isSum = isSame((sum) => sum);
    const isSumOfOthers = isSame((sum, value) => differenceOf(sum, value));
    if (!isSum && !isSumOfOthers) return [];
    const places = { unit: unit.name };
    return [makeFinding(rule, [], { zh: places, en: places })];
  });
}

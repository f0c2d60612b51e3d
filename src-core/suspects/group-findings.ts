/** Groups findings by cause, so that one wrong cell that breaks three sums reads as one problem. */
import { compareExact, sumExact, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Finding, Operand, Suspect } from '../rules/finding.ts';
import { holds } from '../rules/holds.ts';
import type { Cause, Certainty, Consequence, Localised, Pattern } from './repair.ts';

/** A suspect cell with what may have happened; `rank` counts the repairs it comes from, best first, from 1. */
export type RankedSuspect = Suspect & { readonly pattern: Pattern; readonly certainty: Certainty; readonly rank: number };

export type FindingGroup = {
  /** In the order of the rule book; never empty. */
  readonly findings: readonly Finding[];
  /** Null for a finding that no repair explains. */
  readonly cause: Cause | null;
  readonly suspects: readonly RankedSuspect[];
};

/**
 * Each finding is in exactly one group: that of the first cause whose best repair ends it, or changes the sums that it
 * compares (two mistakes may share a symptom). Groups stand in the order of their first findings.
 */
export function groupFindings(findings: readonly Finding[], localised: Localised): readonly FindingGroup[] {
  const byCause = new Map<Cause, Finding[]>();
  const groups = findings.map((finding): FindingGroup | null => {
    const cause = localised.causes.find((each) => explains(each.consequences, finding)) ?? null;
    if (cause === null) return { findings: [finding], cause, suspects: [] };
    const known = byCause.get(cause);
    known?.push(finding);
    if (known !== undefined) return null;
    const own = [finding];
    byCause.set(cause, own);
    return { findings: own, cause, suspects: rankSuspects(cause) };
  });
  return groups.filter((group) => group !== null);
}

/** The cells of a cause's repairs, each once with its best value. */
export function rankSuspects(cause: Cause): readonly RankedSuspect[] {
  const suspects = cause.repairs.flatMap(({ changes, certainty }, place) =>
    changes.map((change) => ({ ...change, certainty, rank: place + 1 })),
  );
  return suspects.filter((suspect, place) => suspects.findIndex((each) => each.cell === suspect.cell) === place);
}

function explains(consequences: readonly Consequence[], finding: Finding): boolean {
  if (finding.kind === 'integer' || finding.kind === 'nonNegative') return consequences.some((each) => finding.cells.includes(each.cell));
  if (finding.relation === null || finding.difference === null) return false;
  const moves = new Map(consequences.map((each) => [each.cell, subtract(each.to, each.from)]));
  const shift = subtract(moved(finding.leftOperands, moves), moved(finding.rightOperands, moves));
  if (shift === null || compareExact(shift, 0) === 0) return false;
  const rest = sumExact([finding.difference, shift].map((value) => ({ coefficient: 1, value })));
  const isSharedSum = finding.relation === '=' && ![...finding.leftOperands, ...finding.rightOperands].some((each) => each.isPrior);
  return isSharedSum || holds(finding.relation, rest ?? 0, 0);
}

function moved(operands: readonly Operand[], moves: ReadonlyMap<CellKey, CellValue>): CellValue {
  return sumExact(operands.map(({ cell, coefficient, isPrior }) => ({ coefficient, value: isPrior ? null : (moves.get(cell) ?? null) })));
}

/** Blank counts as nothing; null when both are blank. */
function subtract(one: CellValue, other: CellValue): CellValue {
  return sumExact([
    { coefficient: 1, value: one },
    { coefficient: -1, value: other },
  ]);
}

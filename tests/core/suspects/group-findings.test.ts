import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Cells } from '#core/form/edit-cells.ts';
import { validate } from '#core/validation/validate.ts';
import { groupFindings } from '#core/suspects/group-findings.ts';
import { figuresBefore, subjectOfCells } from '../../fixtures/subjects.ts';
import { book, form, localised, stated, typed, yearBefore } from './filings.ts';

const three = (row: string, column = 'naturalPerson'): CellKey => `applications.${row}.${column}`;

function grouped(cells: Cells, prior: Cells | null = null) {
  const findings = validate(form, book, subjectOfCells(cells, { prior: prior === null ? null : figuresBefore(form, prior) }));
  const errors = findings.filter((finding) => finding.severity === 'error');
  return { errors, groups: groupFindings(errors, localised(cells, { prior })) };
}

function told({ groups }: ReturnType<typeof grouped>) {
  return groups.map(({ findings, suspects }) => [findings.map((finding) => finding.code), suspects[0]?.cell ?? null]);
}

describe('findings are grouped by cause', () => {
  test('one wrong cell that breaks T3-1, a column sum and a row sum is one problem with three symptoms', () => {
    expect(told(grouped(stated({ [three('handlingTotal')]: 3404 })))).toEqual([[['T3-1', 'T3-2', 'T3-3'], three('handlingTotal')]]);
  });

  test('an impossible value is a symptom of the same cause as the sums that it breaks', () => {
    expect(told(grouped(stated({ [three('petitionOrComplaint')]: -86 })))).toEqual([
      [['T3-2', 'T3-3', 'T3-4'], three('petitionOrComplaint')],
    ]);
  });

  test('so are an inequality that follows, and last year’s figure', () => {
    const received = three('receivedThisYear', 'commercialEnterprise');
    expect(told(grouped(stated({ [received]: 0 })))).toEqual([[['T3-1', 'T3-3', 'T3-5'], received]]);
    const cells = typed({ [three('broughtForward')]: 181 });
    expect(told(grouped(cells, yearBefore))).toEqual([[['T3-1', 'T3-1', 'Y-1', 'Y-1'], three('broughtForward')]]);
  });

  test('two wrong cells that share nothing are two problems, in the order of the rule book', () => {
    const both = stated({ 'remedies.directLitigation.total': 250, [three('disclosed')]: 1480 });
    expect(told(grouped(both))).toEqual([
      [['T3-2', 'T3-3'], three('disclosed')],
      [['T4-2'], 'remedies.directLitigation.total'],
    ]);
  });

  test('two wrong totals that share the grand total are two problems; the shared symptom stands with the first', () => {
    const both = stated({ [three('notHeld', 'total')]: 900, [three('duplicate', 'total')]: 28 });
    expect(told(grouped(both))).toEqual([
      [['T3-2', 'T3-3'], three('notHeld', 'total')],
      [['T3-3'], three('duplicate', 'total')],
    ]);
  });

  test('a finding that no repair explains stands alone, and every finding is in one group', () => {
    const cells = stated({ 'proactiveDisclosure.administrativeRule.issued': -1, [three('disclosed')]: 1480 });
    const { errors, groups } = grouped(cells);
    expect(groups.flatMap((group) => group.findings)).toHaveLength(errors.length);
    const alone = groups.filter((group) => group.cause === null);
    expect(alone.map(({ findings, suspects }) => [findings.map((finding) => finding.code), suspects])).toEqual([[['T2-1'], []]]);
  });

  test('no findings, no groups', () => {
    expect(grouped(stated({})).groups).toEqual([]);
  });
});

test('suspects are the cells of the repairs, best first, each once', () => {
  const { groups } = grouped(stated({ 'remedies.reconsideration.pending': 63 }));
  const suspects = groups[0]?.suspects ?? [];
  expect(suspects[0]).toEqual({
    cell: 'remedies.reconsideration.pending',
    value: 36,
    pattern: 'transposition',
    certainty: 'likely',
    rank: 1,
  });
  expect(new Set(suspects.map((each) => each.cell)).size).toBe(suspects.length);
  expect(suspects.map((each) => each.rank)).toEqual(suspects.map((each) => each.rank).toSorted((one, other) => one - other));
});

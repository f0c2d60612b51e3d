import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { blankCells, valueAt } from '#core/form/edit-cells.ts';
import type { Repair } from '#core/suspects/repair.ts';
import { publishedSubject } from '../../fixtures/subjects.ts';
import { bestRepairs, book, clean, form, localised, repaired, contradictions, stated, typed, yearBefore } from './filings.ts';

const three = (row: string, column = 'naturalPerson'): CellKey => `applications.${row}.${column}`;

function told(repair: Repair | undefined): readonly string[] {
  return [repair?.certainty ?? 'none', ...(repair?.changes ?? []).map(({ cell, value, pattern }) => `${cell} ${String(value)} ${pattern}`)];
}

describe('a filing without contradictions has no repairs', () => {
  test.each([
    ['宿迁市 2024', clean],
    ['上海市政府办公厅 2019, blank totals and all', publishedSubject('shanghai-govoffice-2019').subject.cells],
    ['a blank form', blankCells(form)],
  ])('%s', (_name, cells) => {
    expect(localised(cells)).toMatchObject({ causes: [], isComplete: true });
  });
});

describe('one wrong cell among stated totals is likely, with the slip that made it', () => {
  test.each([
    ['two digits transposed', three('disclosed'), 1480, 1408, 'transposition'],
    ['a digit dropped', three('notHeld'), 85, 859, 'droppedDigit'],
    ['a digit doubled', three('notHeld'), 8559, 859, 'doubledDigit'],
    ['a zero too many', three('petitionOrComplaint'), 860, 86, 'timesTen'],
    ['a decimal point too many', three('petitionOrComplaint'), '8.6', 86, 'tenth'],
    ['a minus sign', three('petitionOrComplaint'), -86, 86, 'sign'],
    ['one wrong digit', three('notHeld'), 869, 859, 'oneDigit'],
    ['a wrong total of a row', three('disclosed', 'total'), 1451, 1431, 'statedTotal'],
    ['a wrong total of a column', three('handlingTotal'), 3437, 3440, 'statedTotal'],
    ['a wrong grand total', three('handlingTotal', 'total'), 3536, 3521, 'statedTotal'],
    ['a blank that is a figure', three('notHeld'), null, 859, 'none'],
  ] as const)('%s', (_name, cell, stands, belongs, pattern) => {
    const { causes, isComplete } = localised(stated({ [cell]: stands }));
    expect(causes).toMatchObject([{ footing: 'stated', size: 1, repairCount: 1, isSmallest: true }]);
    expect(told(causes[0]?.repairs[0])).toEqual(['likely', `${cell} ${String(belongs)} ${pattern}`]);
    expect(isComplete).toBe(true);
  });
});

describe('table 四', () => {
  test('counts the repairs that arithmetic leaves open, and puts the one that a slip explains first', () => {
    const [cause] = localised(stated({ 'remedies.reconsideration.pending': 63 })).causes;
    expect(cause?.repairCount).toBeGreaterThan(1);
    expect(told(cause?.repairs[0])).toEqual(['likely', 'remedies.reconsideration.pending 36 transposition']);
    expect(cause?.repairs.flatMap((repair) => repair.changes.map((change) => change.cell))).toContain('remedies.reconsideration.total');
  });

  test('洪泽区 2023: totals left at zero are two causes, each with the total first', () => {
    const { edition, subject } = publishedSubject('huaian-hongze-district-2023');
    const { causes } = localised(subject.cells, { form: edition.form, book: edition.book });
    expect(causes.map((cause) => told(cause.repairs[0]))).toEqual([
      ['likely', 'remedies.reconsideration.total 11 statedTotal'],
      ['likely', 'remedies.litigationAfterReconsideration.total 5 statedTotal'],
    ]);
  });
});

describe('values in the wrong place', () => {
  test.each([
    ['swapped between columns, stated', stated, { [three('notHeld')]: 33, [three('notHeld', 'commercialEnterprise')]: 859 }, 'swap'],
    ['swapped between columns, typed', typed, { [three('disclosed')]: 21, [three('disclosed', 'commercialEnterprise')]: 1408 }, 'swap'],
    ['swapped between rows', stated, { [three('petitionOrComplaint')]: 26, [three('duplicate')]: 86 }, 'swap'],
    [
      'entered one column too far, typed',
      typed,
      { [three('receivedThisYear', 'researchInstitution')]: 75, [three('receivedThisYear', 'commercialEnterprise')]: 0 },
      'neighbour',
    ],
    [
      'three of them shifted by a column',
      stated,
      { [three('disclosed')]: 0, [three('disclosed', 'commercialEnterprise')]: 1408, [three('disclosed', 'researchInstitution')]: 21 },
      'neighbour',
    ],
  ])('%s: the exchange is the first repair', (_name, make, changes, pattern) => {
    const { causes } = localised(make(changes));
    expect(causes).toHaveLength(1);
    expect(new Set(causes[0]?.repairs[0]?.changes.map((change) => change.pattern))).toEqual(new Set([pattern]));
    expect(bestRepairs({ causes, isComplete: true, searchedSize: 3 })).toEqual(
      Object.fromEntries(Object.keys(changes).map((cell) => [cell, valueAt(clean, cell as CellKey)])),
    );
  });
});

describe('typed filings', () => {
  test('have suspects that are possible only, the digit pattern first', () => {
    const [cause] = localised(typed({ [three('disclosed')]: 1480 })).causes;
    expect(cause).toMatchObject({ footing: 'computed', size: 1, isSmallest: true });
    expect(told(cause?.repairs[0])).toEqual(['possible', `${three('disclosed')} 1408 transposition`]);
    expect(new Set(cause?.repairs.map((repair) => repair.certainty))).toEqual(new Set(['possible']));
  });

  test('have 上年结转 first where last year’s 结转下年 says so', () => {
    const cells = typed({ [three('broughtForward')]: 218 });
    expect(told(localised(cells, { prior: yearBefore }).causes[0]?.repairs[0])).toEqual([
      'possible',
      `${three('broughtForward')} 118 priorYear`,
    ]);
  });

  test('are ranked by how near the new value is to last year’s', () => {
    const cells = typed({ [three('correctionOverdue')]: 5 });
    const place = (prior: typeof yearBefore | null) =>
      localised(cells, { prior }).causes[0]?.repairs.findIndex(({ changes }) => changes[0]?.cell === three('correctionOverdue'));
    expect(place({ ...clean, [three('correctionOverdue')]: 70 })).toBe(0);
    expect(place(null)).toBeGreaterThan(0);
  });
});

describe('blank cells', () => {
  test('are not filled where a repair as small does without', () => {
    const [cause] = localised(typed({ [three('disclosed')]: 1480, [three('publishedMaterial')]: null })).causes;
    expect(cause?.repairs.flatMap((repair) => repair.changes.map((change) => change.cell))).not.toContain(three('publishedMaterial'));
  });

  test('among the totals are no other cell’s mistake: they are filled in with their sums', () => {
    const blank = { [three('notHeld', 'total')]: null, [three('duplicate', 'total')]: null };
    const { causes } = localised(stated(blank));
    expect(causes).toMatchObject([{ footing: 'stated', size: 2, repairCount: 1 }]);
    expect(bestRepairs({ causes, isComplete: true, searchedSize: 3 })).toEqual({
      [three('notHeld', 'total')]: 897,
      [three('duplicate', 'total')]: 27,
    });
  });

  test('do not hide a wrong cell of their column', () => {
    const { edition, subject } = publishedSubject('shanghai-govoffice-2019');
    const cells = { ...subject.cells, [three('disclosed')]: 285 };
    const [cause] = localised(cells, { form: edition.form, book: edition.book }).causes;
    expect(told(cause?.repairs[0])).toEqual(['possible', `${three('disclosed')} 258 transposition`]);
  });
});

describe('many wrong cells', () => {
  test('of unrelated sums are causes of their own, in the order of the form', () => {
    const changes = { [three('receivedThisYear', 'total')]: 3526, [three('notHeld')]: 895, 'remedies.directLitigation.total': 250 };
    const { causes } = localised(stated(changes));
    expect(causes.map((cause) => cause.repairs[0]?.changes[0]?.cell)).toEqual(Object.keys(changes));
  });

  test('a total row left at zero is restated as a whole, without the claim that nothing smaller would do', () => {
    const row = form.cells.filter((cell) => cell.row.id === 'handlingTotal').map((cell) => cell.key);
    const cells = stated(Object.fromEntries(row.map((key) => [key, 0])));
    const result = localised(cells);
    expect(result.causes).toMatchObject([{ isSmallest: false, repairs: [{ certainty: 'possible' }] }]);
    expect(repaired(cells, bestRepairs(result))).toEqual(clean);
  });

  test('a total column left at zero is mended row by row', () => {
    const column = form.cells.filter((cell) => cell.key.startsWith('applications.') && cell.column.id === 'total').map((cell) => cell.key);
    const cells = stated(Object.fromEntries(column.map((key) => [key, 0])));
    expect(repaired(cells, bestRepairs(localised(cells)))).toEqual(clean);
  });

  test('that no small repair explains leave no causes, and nothing is thrown', () => {
    const entries = form.cells.filter((cell) => cell.table.id === 'applications').map((cell) => cell.key);
    const cells = stated(Object.fromEntries(entries.map((key, place) => [key, (place * place * 37) % 1009])));
    expect(contradictions(cells).length).toBeGreaterThan(20);
    expect(localised(cells, { budgetMs: 20, now: () => performance.now() }).causes.every((cause) => cause.repairs.length > 0)).toBe(true);
  });
});

describe('the budget', () => {
  const cells = stated({ [three('disclosed')]: 1480, [three('notHeld')]: 1, [three('carriedForward', 'other')]: 7 });

  test('of nothing stops at once and says so', () => {
    expect(localised(cells, { budgetMs: 0 })).toEqual({ causes: [], isComplete: false, searchedSize: 0 });
  });

  test('that runs out on the way leaves what was found up to a size, and says so', () => {
    let time = 0;
    const column = form.cells.filter((cell) => cell.key.startsWith('applications.') && cell.column.id === 'total').map((cell) => cell.key);
    const many = stated(Object.fromEntries(column.map((key) => [key, 0])));
    const result = localised(many, { now: () => (time += 1), budgetMs: 1 });
    expect(result).toMatchObject({ isComplete: false, searchedSize: 2 });
    expect(repaired(many, bestRepairs(result))).toEqual(clean);
  });
});

test('the order of the rules does not matter', () => {
  const cells = stated({ [three('disclosed')]: 1480, [three('notHeld', 'total')]: 1, 'remedies.directLitigation.total': 250 });
  const turned = { ...book, rules: [...book.rules].reverse() };
  expect(localised(cells, { book: turned })).toEqual(localised(cells));
});

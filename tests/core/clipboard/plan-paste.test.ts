import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOfCells, blockOfText, type Block } from '#core/clipboard/block.ts';
import { planPaste } from '#core/clipboard/plan-paste.ts';
import { textOfRows } from '#core/clipboard/write-block.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { blankCells, valueAt } from '#core/form/edit-cells.ts';
import { enterTexts } from '#core/form/enter-text.ts';
import { cellOf } from '#core/form/form.ts';
import { valueLines } from '#core/form/value-lines.ts';
import { shippedEdition } from '../../fixtures/editions.ts';

const { form } = shippedEdition('2021');
const tableOf = (id: string) => form.edition.tables.find((each) => each.id === id)!;
const received = 'applications.receivedThisYear.naturalPerson';

function plan(block: Block, at: CellKey = received, cells = blankCells(form)) {
  return planPaste({ form, table: tableOf(at.split('.')[0] ?? ''), cells, pending: {}, block, at });
}
const texts = (of: ReturnType<typeof plan>) => Object.fromEntries(of.changes.map(({ cell, to }) => [cell, to]));

describe('a block without labels', () => {
  test('goes from the selected cell to the right and down, in whatever spelling the figures are', () => {
    const done = plan(blockOfText('1,432\t３３\t 9 \n38\t+5\t减4'));
    expect(texts(done)).toEqual({
      'applications.receivedThisYear.naturalPerson': 1432,
      'applications.receivedThisYear.commercialEnterprise': 33,
      'applications.receivedThisYear.researchInstitution': 9,
      'applications.broughtForward.naturalPerson': 38,
      'applications.broughtForward.commercialEnterprise': 5,
      'applications.broughtForward.researchInstitution': -4,
    });
    expect(done.refused).toEqual([]);
  });

  test('leaves computed cells alone: a sum that agrees is no matter, another is refused', () => {
    const row = (total: number) => blockOfText(`1\t0\t0\t0\t0\t0\t${String(total)}`);
    const cells = enterTexts(form, { cells: blankCells(form), pending: {}, cellUnits: {} }, [{ cell: received, text: '1' }]).cells;
    expect(plan(row(1), received, cells).refused).toEqual([]);
    expect(plan(row(2), received, cells).refused).toEqual([{ reason: 'computed', text: '2', cell: 'applications.receivedThisYear.total' }]);
  });

  test('refuses what is no number and what has no place, and takes the rest', () => {
    const done = plan(blockOfText('若干\t3.5\t7\t0\t0\t0\t\t99'));
    expect(done.refused).toEqual([
      { reason: 'not-understood', text: '若干', cell: received },
      { reason: 'not-understood', text: '3.5', cell: 'applications.receivedThisYear.commercialEnterprise' },
      { reason: 'outside', text: '99', cell: null },
    ]);
    expect(texts(done)).toMatchObject({ 'applications.receivedThisYear.researchInstitution': 7 });
  });

  test('blanks cells where it is blank, and counts those that have the value already', () => {
    const cells = { ...blankCells(form), [received]: 5, 'applications.receivedThisYear.commercialEnterprise': 6 };
    const done = plan(blockOfText('\t6'), received, cells);
    expect(done.changes).toEqual([{ cell: received, text: '', from: 5, to: null }]);
    expect(done.same).toBe(1);
  });

  test('of ten thousand cells takes those that have a place, and says how many have none', () => {
    const done = plan(blockOfText(Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => '1').join('\t')).join('\n')));
    const entered = valueLines(tableOf('applications'))
      .flat()
      .filter((key) => !cellOf(form, key).computed);
    expect(done.changes).toHaveLength(entered.length);
    expect(done.changes.length + done.refused.length).toBe(10_000);
  });
});

describe('merged cells', () => {
  const cell = (text: string, colSpan = 1) => ({ text, colSpan, rowSpan: 1 });

  test('nought over several columns stands in each of them', () => {
    const done = plan(blockOfCells([[cell('5'), cell('0', 5)]]));
    expect(done.changes.map(({ to }) => to)).toEqual([5, 0, 0, 0, 0, 0]);
  });

  test('another figure over several columns is refused', () => {
    const done = plan(blockOfCells([[cell('5'), cell('12', 5)]]));
    expect(done.changes.map(({ to }) => to)).toEqual([5]);
    expect(done.refused).toEqual([{ reason: 'merged', text: '12', cell: 'applications.receivedThisYear.commercialEnterprise' }]);
  });

  test('one wide cell for a row of one place is that place', () => {
    const done = plan(blockOfCells([[cell('120', 3)]]), 'proactiveDisclosure.administrativeLicense.decisions');
    expect(texts(done)).toEqual({ 'proactiveDisclosure.administrativeLicense.decisions': 120 });
  });
});

describe('a block with the labels of the table', () => {
  test('goes to the rows that they name, wherever the selection is', () => {
    const block = blockOfText(
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\n四、结转下年度继续办理\t\t\t94\t1\t0\t0\t0\t42\t137',
    );
    const done = plan(block, received);
    expect(texts(done)).toMatchObject({ 'applications.carriedForward.naturalPerson': 94, 'applications.carriedForward.other': 42 });
    expect(done.refused.map(({ reason, text }) => [reason, text])).toEqual([['computed', '137']]);
  });

  test('whose first figure is unreadable does not slip to the left', () => {
    expect(plan(blockOfText('若干\t5')).refused).toEqual([{ reason: 'not-understood', text: '若干', cell: received }]);
  });
});

test('a range copied from a table and pasted in its place changes nothing, and into a blank one makes it the same', () => {
  const lines = valueLines(tableOf('applications'));
  const entries = fc.array(fc.record({ row: fc.nat(lines.length - 1), column: fc.nat(5), value: fc.nat(100_000) }), { maxLength: 40 });
  fc.assert(
    fc.property(entries, (each) => {
      const keyed = each.map(({ row, column, value }) => ({ cell: lines[row]?.[column] ?? received, text: String(value) }));
      const blank = { cells: blankCells(form), pending: {}, cellUnits: {} };
      const { cells } = enterTexts(
        form,
        blank,
        keyed.filter(({ cell }) => !cellOf(form, cell).computed),
      );
      const copied = blockOfText(textOfRows(lines.map((line) => line.map((key) => String(valueAt(cells, key) ?? '')))));
      expect(plan(copied, received, cells).changes).toEqual([]);
      expect(plan(copied, received, cells).refused).toEqual([]);
      const pasted = enterTexts(form, blank, plan(copied).changes);
      expect(pasted.cells).toEqual(cells);
    }),
    { numRuns: 40 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type CellEdit } from '#core/form/edit-cells.ts';
import { unitLevels } from '#core/form/unit-level.ts';
import type { Finding } from '#core/rules/finding.ts';
import { validate } from '#core/validation/validate.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { soundReport } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const values = fc.oneof(
  fc.constantFrom(null, 0, 1, 60, -1, '0.5', '866534.00'),
  fc.integer({ min: -3, max: 200 }),
  fc.integer({ min: 0, max: 999_999_999_999_999 }),
);

function asSet(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => JSON.stringify(finding)).toSorted();
}

describe.each(editionIds)('the findings of the %s edition', (id) => {
  const { edition, subject } = soundReport(id);
  const { form } = edition;
  const book = tableBook(edition.book);
  const entered = form.cells.filter((cell) => !cell.computed);
  const edits = fc
    .uniqueArray(fc.record({ cell: fc.constantFrom(...entered.map((cell) => cell.key)), value: values }), {
      selector: (edit) => edit.cell,
      maxLength: 30,
    })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  const situation = fc.record({ level: fc.constantFrom(...unitLevels), prior: fc.constantFrom(null, subject.prior) });

  test('are the same whatever was entered first, one by one or all at once', () => {
    fc.assert(
      fc.property(edits, situation, ([list, shuffled]: [CellEdit[], CellEdit[]], rest) => {
        const oneByOne = (order: readonly CellEdit[]) => order.reduce((cells, edit) => applyEdits(form, cells, [edit]), subject.cells);
        const findings = [oneByOne(list), oneByOne(shuffled), applyEdits(form, subject.cells, list)].map((cells) =>
          validate(form, book, { ...subject, ...rest, cells }),
        );
        expect(findings[1]).toEqual(findings[0]);
        expect(findings[2]).toEqual(findings[0]);
      }),
      { numRuns: 60 },
    );
  });

  test('are the same set in whatever order the rules stand', () => {
    const orders = fc.shuffledSubarray([...book.rules], { minLength: book.rules.length });
    fc.assert(
      fc.property(edits, situation, orders, ([list], rest, rules) => {
        const of = { ...subject, ...rest, cells: applyEdits(form, subject.cells, list) };
        const [before, after] = [validate(form, book, of), validate(form, { ...book, rules }, of)];
        expect(asSet(after)).toEqual(asSet(before));
      }),
      { numRuns: 60 },
    );
  });

  test('do not depend on the order in which the cells are kept, and leave them as they are', () => {
    const turned = Object.fromEntries(Object.entries(subject.cells).toReversed());
    const kept = JSON.stringify(subject);
    expect(validate(form, book, { ...subject, cells: turned })).toEqual(validate(form, book, subject));
    expect(JSON.stringify(subject)).toBe(kept);
  });
});

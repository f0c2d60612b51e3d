/** The first look at sums of whole numbers: with it and without it the consistency rules find the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '#core/lib/exact.ts';
import { checkLinear } from '#core/rules/check-linear.ts';
import { placeValues, type PlacedValues } from '#core/rules/placed-values.ts';
import { holdsPlainly } from '#core/rules/plain-sums.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { soundReport, withCells, withPriorCells } from '../../fixtures/subjects.ts';

const value = fc.oneof(
  fc.integer({ min: -2, max: 5 }),
  fc.constantFrom<CellValue>(null, null, 0, '0.00', '3', '12.50', 999_999_999_999_999, -999_999_999_999_999, '999999999999999999'),
);
/** Nothing holds plainly where no value is known. */
const unknown: PlacedValues = { now: [], before: [] };

describe.each(editionIds)('with the rules of %s', (id) => {
  const { edition, subject: sound } = soundReport(id);
  const { form, book } = edition;
  const rules = book.rules.filter((rule) => rule.kind === 'linear');
  const changes = fc.dictionary(fc.constantFrom(...form.cells.map(({ key }) => key)), value, { maxKeys: 6 });

  test('they find the same, whatever stands in this year’s and last year’s cells', () => {
    fc.assert(
      fc.property(changes, changes, fc.constantFrom('both', 'none', 'zero'), (now, before, prior) => {
        const changed = withPriorCells(withCells(sound, now), before);
        const zero = Object.fromEntries(form.cells.map(({ key }) => [key, 0]));
        const subject =
          prior === 'none' ? { ...changed, prior: null } : prior === 'zero' ? { ...changed, cells: { ...zero, ...now } } : changed;
        const values = placeValues(form, subject);
        for (const rule of rules) {
          expect(checkLinear(form, rule, subject, values)).toEqual(checkLinear(form, rule, subject, unknown));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('most of a sound report holds at first sight, or it would not be worth a look', () => {
    const values = placeValues(form, sound);
    const looks = rules.flatMap((rule) => rule.of.map((_each, index) => holdsPlainly(form, rule, index, values)));
    expect(looks.filter((holds) => holds).length).toBeGreaterThan(looks.length * 0.7);
  });
});

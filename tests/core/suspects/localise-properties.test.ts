import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Cells } from '#core/form/edit-cells.ts';
import { findingId } from '#core/rules/finding.ts';
import { countSingleRepairs } from '../../bench/suspects-corpus.ts';
import { publishedSubject } from '../../fixtures/subjects.ts';
import { bestRepairs, clean, contradictions, form, localised, repaired, sizeOf, stated, typed, type Changes } from './filings.ts';

const { edition } = publishedSubject('suqian-city-2024');
const summed = form.cells.filter((cell) => cell.table.id !== 'proactiveDisclosure');
const anyCell = fc.constantFrom(...summed.map((cell) => cell.key));
const enteredCell = fc.constantFrom(...summed.filter((cell) => !cell.computed).map((cell) => cell.key));
const value = fc.oneof(fc.nat(9), fc.nat(5000), fc.constant(null), fc.integer({ min: -50, max: -1 }));

function wrong(cell: fc.Arbitrary<CellKey>, count: number): fc.Arbitrary<Changes> {
  const change = fc.tuple(cell, value).filter(([key, stands]) => stands !== clean[key]);
  return fc.uniqueArray(change, { minLength: count, maxLength: count, selector: ([key]) => key }).map((each) => Object.fromEntries(each));
}

describe('localisation', () => {
  test('repairs one wrong cell by changing one, and has the true value among the repairs', () => {
    fc.assert(
      fc.property(wrong(anyCell, 1), (changes) => {
        const { causes } = localised(stated(changes));
        if (contradictions(stated(changes)).length === 0) return;
        expect(causes).toHaveLength(1);
        expect(causes[0]?.isSmallest).toBe(true);
        // a blank is filled only where no other single cell explains the sums
        if (Object.values(changes)[0] === null) return;
        expect(causes[0]?.size).toBe(1);
        const proposed = causes[0]?.repairs.map((repair) => repair.changes.map(({ cell, value: to }) => [cell, to]));
        const [key = ''] = Object.keys(changes);
        expect(proposed).toContainEqual([[key, clean[key as CellKey]]]);
      }),
      { numRuns: 150 },
    );
  });

  test('repairs two wrong cells by changing two at most, and one only where one is enough', () => {
    fc.assert(
      fc.property(wrong(anyCell, 2), (changes) => {
        const cells = stated(changes);
        const result = localised(cells);
        const blanks = Object.values(changes).filter((stands) => stands === null).length;
        if (blanks > 0) return;
        expect(sizeOf(result)).toBeLessThanOrEqual(2);
        expect(contradictions(repaired(cells, bestRepairs(result)))).toEqual([]);
        if (sizeOf(result) === 2 && result.causes.length === 1) expect(countSingleRepairs({ edition, cells })).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  test('repairs neighbours that changed places', () => {
    const inTable = summed.filter((cell) => cell.table.id === 'applications');
    const neighbours = inTable.flatMap((cell, place) => {
      const next = inTable[place + 1];
      return next?.row.id === cell.row.id && clean[cell.key] !== clean[next.key] ? [[cell.key, next.key] as const] : [];
    });
    for (const [one, other] of neighbours) {
      const cells = stated({ [one]: clean[other] ?? null, [other]: clean[one] ?? null });
      const result = localised(cells);
      expect(sizeOf(result)).toBeLessThanOrEqual(2);
      expect(contradictions(repaired(cells, bestRepairs(result)))).toEqual([]);
    }
  });

  test('every repair of a cause, applied with the best of the others, breaks nothing and mends what the best one mends', () => {
    const some = fc.integer({ min: 1, max: 4 });
    const imported = some.chain((count) => wrong(anyCell, count)).map(stated);
    const entered = some.chain((count) => wrong(enteredCell, count)).map(typed);
    fc.assert(
      fc.property(fc.oneof(imported, entered), (cells) => {
        const result = localised(cells);
        const broken = namesOf(cells);
        const left = namesOf(repaired(cells, bestRepairs(result)));
        expect(left.filter((name) => !broken.includes(name))).toEqual([]);
        for (const cause of result.causes) {
          for (const repair of cause.repairs) {
            const others = bestRepairs({ ...result, causes: result.causes.filter((each) => each !== cause) });
            const own = Object.fromEntries(repair.changes.map(({ cell, value: to }) => [cell, to]));
            const after = repaired(cells, own);
            // A blank total is filled with the sum of what stands there: after another repair, with that of what stands there then.
            const isFilled = Object.keys(others).some((key) => cells[key as CellKey] === null);
            const rest = isFilled ? bestRepairs(localised(after)) : others;
            expect(namesOf(repaired(after, rest))).toEqual(left);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

function namesOf(cells: Cells): readonly string[] {
  return contradictions(cells).map(findingId);
}

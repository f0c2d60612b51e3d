/** Validation after every edit keeps what it worked out before; it must say what it would say of a report it has never seen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#core/rules/finding.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { soundReport, withCells } from '../../fixtures/subjects.ts';
import { editsOf, startProse, type Edit } from './random-edits.ts';

describe.each(editionIds)('the findings of a report in the %s edition', (id) => {
  const { edition, subject: sound } = soundReport(id);
  const { form, book } = edition;
  const start: FilingSubject = { ...sound, narrative: startProse };
  /** Another unit's report with the same prose, checked in between: what is kept for one report is not the other's. */
  const other = { ...start, unitName: '三亚市', reportYear: 2021, level: 'county', prior: null } as const;
  const neighbour = withCells(other, { 'applications.disclosed.total': 7, 'applications.receivedThisYear.other': 5 });

  /** With copies of everything that could be recognised. */
  function asIfNew(subject: FilingSubject): readonly Finding[] {
    const copy = structuredClone({ form, book, subject });
    return validate(copy.form, copy.book, copy.subject);
  }

  /** Validates after every edit, as the screen does. */
  function follow(edits: readonly Edit[]): FilingSubject {
    return edits.reduce((subject, { edit }) => {
      const next = edit(subject);
      validate(form, book, next);
      return next;
    }, start);
  }

  test('after each of many edits are those of the report seen for the first time', () => {
    const besides = asIfNew(neighbour);
    fc.assert(
      fc.property(fc.array(editsOf(id), { minLength: 1, maxLength: 8 }), (edits) => {
        let subject = start;
        for (const { edit } of edits) {
          subject = edit(subject);
          expect(validate(form, book, subject)).toEqual(asIfNew(subject));
          expect(validate(form, book, neighbour)).toEqual(besides);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are the same in whatever order the edits were made', () => {
    const several = fc.uniqueArray(editsOf(id, 'entered'), { minLength: 2, maxLength: 8, selector: ({ target }) => target });
    const orders = several.chain((edits) => fc.tuple(fc.constant(edits), fc.shuffledSubarray(edits, { minLength: edits.length })));
    fc.assert(
      fc.property(orders, ([edits, shuffled]) => {
        expect(validate(form, book, follow(shuffled))).toEqual(validate(form, book, follow(edits)));
      }),
      { numRuns: 25 },
    );
  });

  test('are what they were when every edit has been undone', () => {
    const before = asIfNew(start);
    fc.assert(
      fc.property(fc.array(editsOf(id), { maxLength: 6 }), (edits) => {
        follow(edits);
        expect(validate(form, book, start)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  test('are about the tables and the prose, or the above would prove little', () => {
    const kinds = new Set(validate(form, book, { ...neighbour, title: '' }).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['linear', 'narrativeFigure', 'completeness', 'similarity']));
  });
});

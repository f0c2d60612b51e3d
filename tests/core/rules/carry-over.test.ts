import { describe, expect, test } from 'vitest';
import { blankCells } from '#core/form/edit-cells.ts';
import { carriedOver } from '#core/rules/carry-over.ts';
import { edition2019, shippedEdition } from '../../fixtures/editions.ts';

const columns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceInstitution',
  'other',
];

describe('what is carried over from last year', () => {
  test.each([
    ['the same edition', shippedEdition('2021')],
    ['the edition before', edition2019()],
  ])('is 结转下年度 of every column, as 上年结转, from %s', (_name, before) => {
    const { form, book } = shippedEdition('2021');
    const carried = Object.fromEntries(columns.map((column, index) => [`applications.carriedForward.${column}`, index]));
    const cells = { ...blankCells(before.form), ...carried, 'applications.receivedThisYear.other': 99 };
    expect(carriedOver(form, book, { form: before.form, cells })).toEqual(
      columns.map((column, index) => ({ cell: `applications.broughtForward.${column}`, value: index })),
    );
  });

  test('leaves out what last year left blank', () => {
    const { form, book } = shippedEdition('2021');
    const cells = { ...blankCells(form), 'applications.carriedForward.other': 3 } as const;
    expect(carriedOver(form, book, { form, cells })).toEqual([{ cell: 'applications.broughtForward.other', value: 3 }]);
  });
});

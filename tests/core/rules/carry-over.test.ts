import { describe, expect, test } from 'vitest';
import { blankCells } from '#core/form/edit-cells.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import { carryOver } from '#core/rules/carry-over.ts';
import { edition2019, shippedEdition } from '../../fixtures/editions.ts';

const columns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceInstitution',
  'other',
];

function certain(edition: LoadedEdition, prior: PriorYear) {
  const { carried } = carryOver(edition, { cells: blankCells(edition.form), cellUnits: {}, level: 'county', prior });
  return carried.filter(({ severity }) => severity === 'error').map(({ cell, value }) => ({ cell, value }));
}

describe('what is carried over from last year', () => {
  test.each([
    ['the same edition', shippedEdition('2021')],
    ['the edition before', edition2019()],
  ])('is 结转下年度 of every column, as 上年结转, from %s', (_name, before) => {
    const edition = shippedEdition('2021');
    const carried = Object.fromEntries(columns.map((column, index) => [`applications.carriedForward.${column}`, index]));
    const cells = { ...blankCells(before.form), ...carried, 'applications.receivedThisYear.other': 99 };
    expect(certain(edition, { form: before.form, cells })).toEqual(
      columns.map((column, index) => ({ cell: `applications.broughtForward.${column}`, value: index })),
    );
  });

  test('leaves out what last year left blank', () => {
    const edition = shippedEdition('2021');
    const { form } = edition;
    const cells = { ...blankCells(form), 'applications.carriedForward.other': 3 } as const;
    expect(certain(edition, { form, cells })).toEqual([{ cell: 'applications.broughtForward.other', value: 3 }]);
  });
});

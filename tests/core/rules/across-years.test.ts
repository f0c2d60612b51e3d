import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { blankCells, valueAt } from '#core/form/edit-cells.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { FilingSubject, PriorFiling } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { shortly, soundReport, withCells, withPriorCells, type Changes } from '../../fixtures/subjects.ts';

const applicants = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceInstitution',
  'other',
  'total',
] as const;
const needsLastYear = { '2019': ['T2-8', 'Y-1', 'Y-3', 'Y-5', 'Y-6'], '2021': ['T2-8', 'Y-1', 'Y-2', 'Y-5', 'Y-6'] } as const;

function foundBy(edition: LoadedEdition, code: string, subject: FilingSubject): readonly Finding[] {
  return validate(edition.form, edition.book, subject).filter((finding) => finding.code === code);
}

/** What could not be checked, by code. */
function unchecked(findings: readonly Finding[]): readonly string[] {
  return findings.filter((finding) => finding.message.zh.endsWith('未能核对')).map((finding) => finding.code);
}

describe.each(editionIds)('with last year’s report, the %s edition', (id) => {
  const { edition, subject } = soundReport(id);
  const found = (code: string, of: FilingSubject) => foundBy(edition, code, of);
  const at = (key: string) => Number(valueAt(subject.cells, key as CellKey));

  test('every rule across years passes when the years agree', () => {
    const findings = validate(edition.form, edition.book, subject);
    const codes: readonly string[] = needsLastYear[id];
    expect(findings.filter((finding) => codes.includes(finding.code))).toEqual([]);
  });

  describe('Y-1: 上年结转 is last year’s 结转下年', () => {
    test.each(applicants)('Y-1 %s: another number brought forward than was carried forward is an error', (column) => {
      const before = at(`applications.broughtForward.${column}`);
      const key = `applications.broughtForward.${column}`;
      const findings = found('Y-1', withCells(subject, { [key]: before + 5 }));
      expect(findings.map(shortly)).toEqual([
        { severity: 'error', kind: 'linear', left: before + 5, right: before, difference: 5, first: key },
      ]);
      expect(findings[0]?.cells).toEqual([key]);
      expect(findings[0]?.rightOperands).toMatchObject([{ cell: `applications.carriedForward.${column}`, isPrior: true, value: before }]);
    });

    test('Y-1 speaks when last year’s report is changed afterwards, and shows both numbers (淮安 103, then 77)', () => {
      const years = withPriorCells(withCells(subject, { 'applications.broughtForward.total': 77 }), {
        'applications.carriedForward.total': 103,
      });
      expect(found('Y-1', years)[0]?.message).toEqual({
        zh: '总计：上年结转填 77，上年报告的结转下年为 103，差 −26',
        en: 'total: 77 brought forward, but last year’s report carried 103 forward, difference −26',
      });
    });

    test('Y-1 passes when nothing was carried forward', () => {
      const years = withPriorCells(withCells(subject, { 'applications.broughtForward.other': 0 }), {
        'applications.carriedForward.other': 0,
      });
      expect(found('Y-1', years)).toEqual([]);
    });
  });

  describe('Y-5: cases pending last year', () => {
    const rows = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'];

    test.each(rows)('Y-5 %s: fewer cases in total than were pending is a hint', (row) => {
      const total = at(`remedies.${row}.total`);
      const years = withPriorCells(subject, { [`remedies.${row}.pending`]: total + 1 });
      expect(found('Y-5', years).map(shortly)).toEqual([
        { severity: 'hint', kind: 'linear', left: total, right: total + 1, difference: -1, first: `remedies.${row}.total` },
      ]);
    });

    test.each(rows)('Y-5 %s passes when the pending cases can all be among this year’s', (row) => {
      const years = withPriorCells(subject, { [`remedies.${row}.pending`]: at(`remedies.${row}.total`) });
      expect(found('Y-5', years)).toEqual([]);
    });
  });
});

describe.each(['administrativeRule', 'normativeDocument'])('Y-2: documents in force in the 2021 edition, %s', (row) => {
  const { edition, subject } = soundReport('2021');
  const entries = (values: Readonly<Record<string, number | null>>): Changes =>
    Object.fromEntries(Object.entries(values).map(([column, value]) => [`proactiveDisclosure.${row}.${column}`, value]));
  const years = (before: number | null, now: Readonly<Record<string, number | null>>) =>
    foundBy(edition, 'Y-2', withPriorCells(withCells(subject, entries(now)), entries({ inForce: before })));

  test('Y-2 passes for last year’s plus issued less repealed (宿迁 2024: 597 + 50 − 227)', () => {
    expect(years(597, { issued: 50, repealed: 227, inForce: 420 })).toEqual([]);
    expect(years(5, { issued: 3, repealed: 0, inForce: 8 })).toEqual([]);
  });

  test('Y-2 is a warning otherwise, with the sum', () => {
    const findings = years(597, { issued: 50, repealed: 227, inForce: 433 });
    const first = `proactiveDisclosure.${row}.inForce`;
    expect(findings.map(shortly)).toEqual([{ severity: 'warning', kind: 'linear', left: 433, right: 420, difference: 13, first }]);
    expect(years(597, { issued: 50, repealed: 227, inForce: 419 })).toMatchObject([{ severity: 'warning', left: 419, difference: -1 }]);
    expect(findings[0]?.cells).toEqual(['inForce', 'issued', 'repealed'].map((column) => `proactiveDisclosure.${row}.${column}`));
    expect(findings[0]?.message.zh).toContain('上年报告的现行有效件数 597 + 本年制发件数 50 − 本年废止件数 227 = 420，差 13');
  });

  test('Y-2 does not take last year’s blank for zero', () => {
    expect(years(null, { issued: 3, repealed: 0, inForce: 8 })).toMatchObject([{ severity: 'hint', cells: [] }]);
  });
});

describe.each([
  'administrativeLicense',
  'otherManagementService',
  'administrativePenalty',
  'administrativeCompulsion',
  'administrativeFee',
])('Y-3: items last year in the 2019 edition, %s', (row) => {
  const { edition, subject } = soundReport('2019');
  const years = (before: readonly [previousItems: number, change: number], previousItems: number) =>
    foundBy(
      edition,
      'Y-3',
      withPriorCells(withCells(subject, { [`proactiveDisclosure.${row}.previousItems`]: previousItems }), {
        [`proactiveDisclosure.${row}.previousItems`]: before[0],
        [`proactiveDisclosure.${row}.change`]: before[1],
      }),
    );

  test('Y-3 passes for last year’s items with their change', () => {
    expect(years([100, 76], 176)).toEqual([]);
    expect(years([100, -43], 57)).toEqual([]);
  });

  test('Y-3 is a warning otherwise, with the sum', () => {
    const findings = years([100, -43], 100);
    const first = `proactiveDisclosure.${row}.previousItems`;
    expect(findings.map(shortly)).toEqual([{ severity: 'warning', kind: 'linear', left: 100, right: 57, difference: 43, first }]);
    expect(years([100, -43], 56)).toMatchObject([{ severity: 'warning', left: 56, right: 57, difference: -1 }]);
    expect(findings[0]?.message.zh).toContain('上年报告的上一年项目数量 100 + 上年报告的本年增/减 −43 = 57');
  });
});

describe.each(editionIds)('without last year’s figures, the %s edition', (id) => {
  const { edition, subject } = soundReport(id);
  const { form, book } = edition;

  test.each(needsLastYear[id])('%s says once, as a hint, that it could not be checked', (code) => {
    const bare = (cells: PriorFiling['cells']): PriorFiling => ({ form, cells, narrative: {} });
    for (const prior of [null, bare({}), bare(blankCells(form))]) {
      const findings = validate(form, book, { ...subject, prior });
      const own = findings.filter((finding) => finding.code === code);
      expect(own).toMatchObject([{ severity: 'hint', cells: [], left: null, right: null, difference: null, relation: null }]);
      expect(own[0]?.message.zh).toMatch(/^没有可比的上年(?:数据|正文)（新设立的单位.*属正常），.*未能核对$/u);
      expect(own[0]?.message.en).toMatch(/^no .* of last year.* \(normal for a new unit.*\): .* could not be checked$/u);
    }
  });

  test('no other rule has anything to say about it', () => {
    const without = validate(form, book, { ...subject, prior: null });
    expect(unchecked(without)).toEqual(needsLastYear[id]);
    const known = validate(form, book, subject);
    expect(without.filter((finding) => !unchecked([finding]).length)).toEqual(known);
  });

  test('Y-1 compares the columns that last year has, and says once that it could not compare the others', () => {
    const blanks = { 'applications.carriedForward.other': null, 'applications.carriedForward.naturalPerson': null };
    const years = withCells(withPriorCells(subject, blanks), { 'applications.broughtForward.total': 1000 });
    expect(foundBy(edition, 'Y-1', years).map((finding) => [finding.severity, finding.cells])).toEqual([
      ['error', ['applications.broughtForward.total']],
      ['hint', []],
    ]);
  });
});

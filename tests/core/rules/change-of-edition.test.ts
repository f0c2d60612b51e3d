import { describe, expect, test } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import type { CellValue } from '#core/lib/exact.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { ChangeRule } from '#core/rules/rule.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { validate } from '#core/validation/validate.ts';
import { editionJson, load, broken, shippedEdition } from '../../fixtures/editions.ts';
import { figuresBefore, publishedSubject, shortly, soundReport, withCells, withPriorCells, type Changes } from '../../fixtures/subjects.ts';

const { edition, subject: now } = publishedSubject('suqian-city-2023');
const old = shippedEdition('2019').form;
const before = publishedSubject('hainan-province-2020').subject.cells;
const columns = ['naturalPerson', 'commercialEnterprise', 'researchInstitution', 'publicInterestOrganization'];
const others = ['legalServiceInstitution', 'other', 'total'];
const decisions = ['administrativeLicense', 'administrativePenalty', 'administrativeCompulsion'].map(
  (row) => `proactiveDisclosure.${row}.decisions` as const,
);
const same = (key: CellKey, priorKey: CellKey = key): [CellKey, CellValue] => [key, before[priorKey] ?? null];
const inForce = (row: string): [CellKey, CellValue] =>
  same(`proactiveDisclosure.${row}.inForce`, `proactiveDisclosure.${row}.totalDisclosed`);

/** A report for 2021 of the unit whose report for 2020 is Hainan’s: the years agree as far as they can be compared. */
const subject: FilingSubject = withCells(
  { ...now, reportYear: 2021, prior: figuresBefore(old, before) },
  Object.fromEntries([
    ...[...columns, ...others].map((column) => same(`applications.broughtForward.${column}`, `applications.carriedForward.${column}`)),
    ...decisions.map((key) => same(key)),
    inForce('administrativeRule'),
    inForce('normativeDocument'),
  ]),
);

function foundBy(code: string, of: FilingSubject = subject): readonly Finding[] {
  return validate(edition.form, edition.book, of).filter((finding) => finding.code === code);
}

describe('from the 2019 edition to that of 2021 (reports for 2020 and 2021)', () => {
  test('Y-2 alone cannot be checked, and says so once: the tables of 2020 have no 现行有效件数', () => {
    expect(foundBy('Y-2').map(({ severity, cells, message }) => [severity, cells, message.zh])).toEqual([
      ['hint', [], '没有可比的上年数据（新设立的单位、上年用 2019 版格式的属正常），现行有效件数（Y-2）未能核对'],
    ]);
    const unchecked = validate(edition.form, edition.book, subject).filter(({ message }) => message.zh.endsWith('未能核对'));
    expect(unchecked.map(({ code }) => code)).toEqual(['Y-2']);
  });

  test.each(['Y-1', 'Y-4', 'Y-5', 'Y-6', 'T2-8', 'T4-5'])('%s is compared, and passes when the years agree', (code) => {
    expect(foundBy(code)).toEqual([]);
  });

  test('Y-1 finds what was not brought forward', () => {
    const findings = foundBy('Y-1', withCells(subject, { 'applications.broughtForward.total': 0 }));
    expect(findings.map(shortly)).toEqual([
      { severity: 'error', kind: 'linear', left: 0, right: 136, difference: -136, first: 'applications.broughtForward.total' },
    ]);
  });

  test('Y-5 finds the pending cases that are gone', () => {
    const findings = foundBy('Y-5', withCells(subject, { 'remedies.reconsideration.total': 41 }));
    expect(findings).toMatchObject([{ severity: 'hint', left: 41, right: 42 }]);
  });

  test('T2-8 finds decisions that grew tenfold', () => {
    for (const key of decisions) {
      const findings = foundBy('T2-8', withCells(subject, { [key]: Number(before[key]) * 10 }));
      expect(findings).toMatchObject([{ severity: 'hint', cells: [key] }]);
    }
  });

  test('T2-8 never takes the items of 2020 for decisions, nor the amounts of 2021 for anything in 2020', () => {
    const items = Object.fromEntries(decisions.map((key) => [key.replace('decisions', 'previousItems'), 1]));
    expect(foundBy('T2-8', withPriorCells(subject, { ...items, 'proactiveDisclosure.otherManagementService.decisions': 1 }))).toEqual([]);
    expect(foundBy('T2-8', withCells(subject, { 'proactiveDisclosure.administrativeFee.feeAmount': '999999.5' }))).toEqual([]);
  });

  test('T4-5 knows from the older form that there were applications', () => {
    const quiet = withCells(subject, { 'applications.receivedThisYear.total': 0, 'applications.broughtForward.total': 0 });
    expect(foundBy('T4-5', quiet)).toEqual([]);
  });
});

describe('P-20: growth across the change of editions', () => {
  const saying = (text: string, values: Changes) => {
    const overview = narrativeFromText(`2021年，全省共收到政府信息公开申请130件，${text}。`);
    return foundBy('P-20', withCells({ ...subject, narrative: { ...subject.narrative, overview } }, values));
  };
  const received = { 'applications.receivedThisYear.total': 130 };

  test('P-20 compares rows that both forms have (2864 in 2020, 130 now)', () => {
    expect(saying('同比下降95.5%', received)).toEqual([]);
    expect(saying('同比下降59.5%', received)).toMatchObject([{ severity: 'warning', left: '59.5' }]);
  });

  test('P-20 does not take 其他处理 of 2020 for one of its three rows in 2021, and says that it could not check', () => {
    const own = {
      ...received,
      'applications.otherReason.total': 20,
      'applications.feeUnpaid.total': 0,
      'applications.correctionOverdue.total': 0,
    };
    expect(saying('其中其他处理20件，同比增长900%', own)).toMatchObject([{ severity: 'hint', cells: [] }]);
  });
});

describe.each(['administrativeRule', 'normativeDocument'])(
  'Y-4: documents in force against those disclosed in the older form, %s',
  (row) => {
    const years = (inForceNow: number | null, disclosed: number | null) =>
      foundBy(
        'Y-4',
        withPriorCells(withCells(subject, { [`proactiveDisclosure.${row}.inForce`]: inForceNow }), {
          [`proactiveDisclosure.${row}.totalDisclosed`]: disclosed,
        }),
      );

    test('Y-4 passes for nearly the same number', () => {
      expect(years(420, 597)).toEqual([]);
      expect(years(3, 9)).toEqual([]);
    });

    test('Y-4 is a hint from twice as many or half as many on', () => {
      const cell = `proactiveDisclosure.${row}.inForce`;
      expect(years(200, 100)).toMatchObject([{ severity: 'hint', cells: [cell], left: 200, right: 100, difference: 100 }]);
      expect(years(50, 100)).toMatchObject([{ severity: 'hint', left: 50, right: 100 }]);
      expect(years(199, 100)).toEqual([]);
      expect(years(200, 100)[0]?.message.zh).toMatch(/：本年 200，上年（2019 版格式）的对外公开总数量为 100，相差 2 倍以上/u);
    });

    test('Y-4 says that it could not check where the older report left the number blank', () => {
      expect(years(200, null)).toMatchObject([
        { severity: 'hint', cells: [], message: { zh: '上年报告没有填对外公开总数量，与现行有效件数（Y-4）未能核对' } },
      ]);
    });
  },
);

describe('Y-4', () => {
  test('has nothing to say of years in the same edition, nor without last year’s report', () => {
    const { subject: sound } = soundReport('2021');
    expect(foundBy('Y-4', withCells(sound, { 'proactiveDisclosure.normativeDocument.inForce': 9999 }))).toEqual([]);
    expect(foundBy('Y-4', { ...sound, prior: null })).toEqual([]);
  });

  test('names an edition that there is, and columns that it has', () => {
    const rules = edition.book.rules.filter((rule): rule is ChangeRule => rule.kind === 'change' && rule.priorEdition !== undefined);
    expect(rules.map(({ code, priorEdition }) => [code, priorEdition])).toEqual([['Y-4', '2019']]);
    const cells = rules.flatMap((rule) => rule.cells.map(({ row, column, priorColumn = column }) => `${rule.table}.${row}.${priorColumn}`));
    expect(cells.filter((cell) => !old.cellByKey.has(cell))).toEqual([]);
  });

  test('is refused when it names a column of an older edition but not which', () => {
    const { edition: raw, rules } = editionJson('2021');
    const at = rules.rules.findIndex(({ code }) => code === 'Y-4');
    expect(() => load(raw, broken(rules, `rules.${String(at)}.priorEdition`, undefined))).toThrow(/of which: totalDisclosed/u);
  });
});

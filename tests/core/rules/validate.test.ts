import { describe, expect, test } from 'vitest';
import type { CellValue } from '#core/lib/exact.ts';
import { applyEdits, blankCells, type Cells } from '#core/form/edit-cells.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import type { Finding } from '#core/rules/finding.ts';
import { findingId } from '#core/rules/finding.ts';
import { countBySeverity, validate } from '#core/rules/validate.ts';
import { edition2019, seedText } from '../../fixtures/editions.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';

const { form, book } = edition2019();
const hainan = valuesOf(publishedReport('hainan-province-2020'), form);

function findingsWith(changes: Readonly<Record<string, CellValue>>, cells: Cells = hainan): readonly Finding[] {
  return validate(form, book, { ...cells, ...changes });
}

function codesWith(changes: Readonly<Record<string, CellValue>>): readonly string[] {
  return [...new Set(findingsWith(changes).map((finding) => finding.code))];
}

test('the seed validates without any finding', () => {
  const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
  const taken = intakeText({ text: seedText(), edition: edition2019(), unit, reportYear: 2020, fileName: 'seed' });
  expect(taken.ok && validate(form, book, taken.value.filing.cells)).toEqual([]);
});

describe('国办公开办函〔2019〕60号, one changed entry of the seed', () => {
  test.each([
    ['applications.receivedThisYear.naturalPerson', 1433, ['T3-1', 'T3-3']],
    ['applications.disclosed.naturalPerson', 503, ['T3-2', 'T3-3']],
    ['applications.carriedForward.total', 137, ['T3-1', 'T3-3']],
    ['applications.handlingTotal.total', 2809, ['T3-1', 'T3-2', 'T3-3']],
    ['applications.otherwiseHandled.total', 185, ['T3-2', 'T3-3']],
    ['remedies.reconsideration.upheld', 29, ['T4-1']],
    ['remedies.directLitigation.total', 96, ['T4-2']],
    ['remedies.litigationAfterReconsideration.pending', 16, ['T4-3']],
    ['applications.duplicate.naturalPerson', '7.5', ['T3-2', 'T3-3', 'T3-4']],
    ['applications.duplicate.other', -1, ['T3-2', 'T3-3', 'T3-4']],
    ['applications.duplicate.other', null, ['T3-4']],
    ['remedies.reconsideration.upheld', -28, ['T4-1', 'T4-4']],
    ['remedies.reconsideration.otherOutcome', null, ['T4-1', 'T4-4']],
    ['proactiveDisclosure.administrativeRule.newlyMade', '1.5', ['T2-1']],
    ['proactiveDisclosure.administrativeRule.newlyMade', -1, ['T2-1']],
    ['proactiveDisclosure.centralizedProcurement.procurementAmount', '-0.01', ['T2-1']],
  ])('%s = %j raises exactly %j', (cell, value, codes) => {
    expect(codesWith({ [cell]: value })).toEqual(codes);
  });

  test('本年增/减 may be negative and 采购总金额 may have decimals', () => {
    expect(codesWith({ 'proactiveDisclosure.administrativeLicense.change': -76 })).toEqual([]);
    expect(codesWith({ 'proactiveDisclosure.centralizedProcurement.procurementAmount': '0.123456' })).toEqual([]);
  });

  test('an edit through applyEdits breaks no total, but the printed relation T3-1 still speaks', () => {
    const cells = applyEdits(form, hainan, [{ cell: 'applications.receivedThisYear.naturalPerson', value: 1433 }]);
    expect([...new Set(validate(form, book, cells).map((finding) => finding.code))]).toEqual(['T3-1']);
  });
});

describe('every rule of the book', () => {
  const names = book.rules.map((rule) => [`${rule.code} ${rule.kind}`, rule] as const);

  test.each(names)('%s passes on the seed and fails where it is broken', (_name, rule) => {
    const own = (cells: Cells) =>
      validate(form, { ...book, rules: [rule] }, cells).filter((finding) => finding.code === rule.code && finding.kind === rule.kind);
    expect(own(hainan)).toEqual([]);
    const cells = form.cells.filter((cell) => cell.table.id === rule.table && cell.value === 'count');
    if (rule.kind === 'linear') {
      for (const each of rule.of) {
        const term = rule.left[0];
        const key = `${rule.table}.${term?.row ?? each}.${term?.column ?? each}` as const;
        const findings = own({ ...hainan, [key]: Number(hainan[key]) + 1 });
        expect(findings).toHaveLength(1);
        expect(findings[0]).toMatchObject({ severity: 'error', clause: rule.clause, difference: 1, relation: '=' });
        expect(findings[0]?.cells[0]).toBe(key);
        expect(findings[0]?.cells).toHaveLength(rule.left.length + rule.right.length);
      }
      return;
    }
    const wrong = { integer: '0.5', nonNegative: -1, required: null }[rule.kind];
    for (const { key } of cells) expect(own({ ...hainan, [key]: wrong }).map((finding) => finding.cells)).toEqual([[key]]);
  });

  test.each(names)('%s cites its clause and words its message in both languages without open places', (_name, rule) => {
    expect(rule.clause).toContain('国办公开办函〔2019〕60号');
    const spoilt = Object.fromEntries(form.cells.map((cell, index) => [cell.key, rule.kind === 'integer' ? '0.5' : -1 - index])) as Cells;
    const findings = validate(form, { ...book, rules: [rule] }, rule.kind === 'required' ? blankCells(form) : spoilt);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.message.zh).not.toMatch(/[{}]|undefined|null|NaN/u);
      expect(finding.message.en).not.toMatch(/[{}]|undefined|null|NaN|\p{Script=Han}{5}/u);
    }
  });
});

describe('findings', () => {
  test('T3-1 shows its arithmetic with the values that were compared', () => {
    const [finding] = findingsWith({ 'applications.carriedForward.naturalPerson': 95, 'applications.carriedForward.total': 137 });
    expect(finding).toMatchObject({ code: 'T3-1', left: 1470, right: 1471, difference: -1, table: 'applications' });
    expect(finding?.message.zh).toBe('自然人：本年新收 1,432 + 上年结转 38 = 1,470；办理结果总计 1,376 + 结转下年 95 = 1,471；差 −1');
  });

  test('a side that is blank altogether is not compared, single blanks count as nothing', () => {
    expect(findingsWith({}, blankCells(form)).map((finding) => finding.kind)).toEqual(['required', 'required', 'required']);
    expect(codesWith({ 'applications.carriedForward.researchInstitution': null })).toEqual(['T3-4']);
  });

  test('all blanks of a table are one warning', () => {
    const blank = findingsWith({}, blankCells(form));
    expect(blank.map((finding) => finding.cells.length)).toEqual([22, 161, 15]);
    expect(countBySeverity(blank)).toEqual({ error: 0, warning: 3, hint: 0 });
  });

  test('a real report with blanks for zeros and missing totals has warnings for them, not errors', () => {
    const shanghai = valuesOf(publishedReport('shanghai-govoffice-2019'), form);
    expect(validate(form, book, shanghai).map((finding) => [finding.code, finding.severity])).toEqual([
      ['T3-4', 'warning'],
      ['T4-4', 'warning'],
    ]);
  });

  test('are named alike from one validation to the next, whatever the values', () => {
    const one = findingsWith({ 'remedies.reconsideration.total': 1 });
    const other = findingsWith({ 'remedies.reconsideration.total': 2 });
    expect(one.map(findingId)).toEqual(other.map(findingId));
    expect(new Set(one.map(findingId)).size).toBe(one.length);
  });

  test('totals of the largest figures that can be entered are compared exactly', () => {
    const largest = Object.fromEntries(form.cells.filter((cell) => !cell.computed).map((cell) => [cell.key, 999_999_999_999_999]));
    const edits = Object.entries(largest).map(([cell, value]) => ({ cell: cell as `${string}.${string}.${string}`, value }));
    const cells = applyEdits(form, blankCells(form), edits);
    expect(cells['applications.handlingTotal.total']).toBe('113999999999999886');
    expect([...new Set(validate(form, book, cells).map((finding) => finding.code))]).toEqual(['T3-1']);
  });
});

import { describe, expect, test } from 'vitest';
import type { CellValue } from '#core/lib/exact.ts';
import { applyEdits, blankCells, type Cells } from '#core/form/edit-cells.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import { findingId, type Finding } from '#core/rules/finding.ts';
import type { Severity } from '#core/rules/rule-base.ts';
import { countBySeverity } from '#core/rules/count-findings.ts';
import { validate } from '#core/validation/validate.ts';
import { edition2019, seedText } from '../../fixtures/editions.ts';
import { soundReport, subjectOfCells, withCells } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const { form } = edition2019();
const book = tableBook(edition2019().book);
const { subject } = soundReport('2019');
const hainan = subject.cells;
/** What the rules say of the seed as it is: hints at its column 其他. */
const known = validate(form, book, subject);

function findingsWith(changes: Readonly<Record<string, CellValue>>, cells: Cells = hainan): readonly Finding[] {
  return validate(form, book, withCells({ ...subject, cells }, changes));
}

/** The codes of what is found beyond the hints that are known. */
function codesWith(changes: Readonly<Record<string, CellValue>>): readonly string[] {
  const names = known.map(findingId);
  return [...new Set(findingsWith(changes).flatMap((finding) => (names.includes(findingId(finding)) ? [] : [finding.code])))];
}

test('the figures of the seed validate without an error or a warning: hints at the column 其他, and at last year’s figures that are missing', () => {
  const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
  const taken = intakeText({ text: seedText(), edition: edition2019(), unit, reportYear: 2020, fileName: 'seed' });
  const findings = taken.ok ? validate(form, book, subjectOf(taken.value.filing, null)) : [];
  expect(findings.map(({ code, severity, cells }) => [code, severity, cells])).toEqual([
    ['T3-6', 'hint', ['applications.receivedThisYear.other', 'applications.disclosed.other']],
    ['T3-6', 'hint', ['applications.broughtForward.other', 'applications.carriedForward.other']],
    ['T2-8', 'hint', []],
    ['Y-1', 'hint', []],
    ['Y-3', 'hint', []],
    ['Y-5', 'hint', []],
  ]);
  expect(known.map(({ code, severity }) => [code, severity])).toEqual([
    ['T3-6', 'hint'],
    ['T3-6', 'hint'],
  ]);
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
    ['proactiveDisclosure.administrativeRule.newlyMade', '11.5', ['T2-1']],
    ['proactiveDisclosure.administrativeRule.newlyMade', -1, ['T2-1', 'T2-5']],
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
    const broken = validate(form, book, { ...subject, cells });
    expect(broken.filter((finding) => finding.severity !== 'hint').map((finding) => finding.code)).toEqual(['T3-1', 'T3-1']);
    expect(broken.filter((finding) => finding.severity === 'hint')).toEqual(known);
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

  test('all blanks of a table are one warning, without the totals that await them', () => {
    const blank = findingsWith({}, blankCells(form));
    expect(blank.map((finding) => finding.cells.length)).toEqual([161 - 29, 15 - 3, 22]);
    expect(countBySeverity(blank)).toEqual({ error: 0, warning: 3, hint: 0 });
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
    const findings = validate(form, book, subjectOfCells(cells));
    const codes = (severity: Severity) => new Set(findings.filter((finding) => finding.severity === severity).map(({ code }) => code));
    expect(codes('error')).toEqual(new Set(['T3-1']));
    expect(codes('warning')).toEqual(new Set());
    const [first] = findings;
    expect(first).toMatchObject({ code: 'T3-1', left: 1_999_999_999_999_998, right: '19999999999999980' });
  });
});

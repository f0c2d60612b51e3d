import { describe, expect, test } from 'vitest';
import { blankCells, type Cells } from '#core/form/edit-cells.ts';
import { blockingFindings, excuses, justificationOf, justify } from '#core/filing/justification.ts';
import { validate } from '#core/validation/validate.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { publishedReport, unitsOf, valuesOf } from '../../fixtures/published-report.ts';
import { subjectOfCells } from '../../fixtures/subjects.ts';

const { form, book } = edition2019();
const report = publishedReport('shanghai-govoffice-2019');
const shanghai = valuesOf(report, form);
const findings = validate(form, book, subjectOfCells(shanghai, { cellUnits: unitsOf(report, form) }));
const warning = findings[0];
if (warning === undefined) throw new Error('the fixture has no warning');

describe('the justification of a warning', () => {
  const justification = justify(warning, shanghai, '没有发生', '张三');

  test('excuses its finding while every value is the one that was explained', () => {
    expect(excuses(justification, warning, shanghai)).toBe(true);
    expect(justificationOf(warning, [justification], shanghai)).toBe(justification);
    expect(findings.filter((finding) => finding.severity !== 'hint').map((finding) => finding.code)).toEqual(['T3-4', 'T4-4']);
    expect(blockingFindings(findings, [justification], shanghai).map((finding) => finding.code)).toEqual(['T4-4']);
  });

  test('is stale when one of the values changes', () => {
    const cell = warning.cells[0];
    if (cell === undefined) throw new Error('the warning names no cell');
    const changed: Cells = { ...shanghai, [cell]: 0 };
    expect(excuses(justification, warning, changed)).toBe(false);
    expect(justificationOf(warning, [justification], changed)).toBeNull();
  });

  test('does not excuse more cells than it explained', () => {
    const [wider] = validate(form, book, subjectOfCells(blankCells(form))).filter((finding) => finding.code === warning.code);
    expect(wider === undefined ? null : excuses(justification, wider, shanghai)).toBe(false);
  });

  test('does not excuse another rule', () => {
    expect(excuses({ ...justification, rule: 'T9-9' }, warning, shanghai)).toBe(false);
  });
});

test('a hint stands in nobody’s way and needs no justification', () => {
  const hints = findings.filter((finding) => finding.severity === 'hint');
  expect(hints.map((finding) => finding.code)).toEqual(['T2-8', 'Y-1', 'Y-3', 'Y-5', 'Y-6']);
  expect(blockingFindings(hints, [], shanghai)).toEqual([]);
});

test('an error cannot be excused', () => {
  const cells: Cells = { ...shanghai, 'remedies.reconsideration.total': 1 };
  const error = validate(form, book, subjectOfCells(cells)).find((finding) => finding.severity === 'error');
  if (error === undefined) throw new Error('no error was found');
  const justification = justify(error, cells, '属实', null);
  expect(justificationOf(error, [justification], cells)).toBeNull();
  expect(blockingFindings([error], [justification], cells)).toEqual([error]);
});

import { describe, expect, test } from 'vitest';
import { cellOf, type FormCell } from '#core/form/form.ts';
import { computeTotal, computeTotals, valueAt } from '#core/form/edit-cells.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { countBySeverity } from '#core/rules/count-findings.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { publishedReport, publishedReports, reportNames, type ReportName } from '../../fixtures/published-report.ts';
import { figuresBefore, publishedSubject, withCells } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const hints = {
  '2019': [
    ['T2-8', 'hint'],
    ['Y-1', 'hint'],
    ['Y-3', 'hint'],
    ['Y-5', 'hint'],
  ],
  '2021': [
    ['T2-8', 'hint'],
    ['Y-1', 'hint'],
    ['Y-2', 'hint'],
    ['Y-5', 'hint'],
  ],
};

function findingsOf(name: ReportName) {
  const { edition, subject } = publishedSubject(name);
  return { edition, subject, findings: validate(edition.form, tableBook(edition.book), subject) };
}

/** `表四 行政复议：10+1+0+0＝11 ≠ 总计 0` */
const contradiction = /^表(?<table>.) (?<row>.+)：.*＝(?<sum>\d+) ≠ 总计 (?<stated>\d+)$/u;
/** `表三「三、本年度办理结果｜（一）予以公开」总计列空白（应为 272）` */
const blankTotal = /^表(?<table>.)「(?<row>.+)」总计列空白（应为 (?<sum>\d+)）$/u;

describe.each(reportNames)('%s', (name) => {
  const { edition, subject, findings } = findingsOf(name);
  const { knownErrors } = publishedReport(name);
  const totalOf = (number: string, path: string) => {
    const cell = edition.form.cells.find(
      ({ table, row, column }) => table.number === number && row.path.join('｜') === path && column.id === 'total',
    );
    if (cell === undefined) throw new Error(`no such row: ${path}`);
    return cell.key;
  };

  test('every known error is a contradiction or a blank total', () => {
    expect(knownErrors.filter((words) => !contradiction.test(words) && !blankTotal.test(words))).toEqual([]);
  });

  test('every contradiction that was found by hand is an error with both numbers, and there is no other error', () => {
    const known = knownErrors.flatMap((words) => {
      const { table = '', row = '', sum, stated } = contradiction.exec(words)?.groups ?? {};
      return sum === undefined ? [] : [{ cell: totalOf(table, row), left: Number(stated), right: Number(sum) }];
    });
    const errors = findings.filter((finding) => finding.severity === 'error');
    expect(errors.map(({ cells, left, right }) => ({ cell: cells[0], left, right }))).toEqual(known);
  });

  test('every total that was left blank is in a warning, and its sum is the one that was found by hand', () => {
    const warned = findings
      .filter((finding) => finding.kind === 'required' && finding.severity === 'warning')
      .flatMap(({ cells }) => cells);
    for (const words of knownErrors) {
      const { table = '', row = '', sum } = blankTotal.exec(words)?.groups ?? {};
      if (sum === undefined) continue;
      const key: CellKey = totalOf(table, row);
      const total = edition.form.totals.find((each) => each.target === key);
      expect(warned, words).toContain(key);
      expect(total === undefined ? null : computeTotal(subject.cells, total), words).toBe(Number(sum));
    }
    // a total is not missing where nothing was entered that it could add up
    const sums = computeTotals(edition.form, subject.cells);
    const isMissing = ({ key, computed }: FormCell) => valueAt(subject.cells, key) === null && (!computed || valueAt(sums, key) !== null);
    const blank = edition.form.cells.filter(isMissing).map(({ key }) => key);
    expect(warned.toSorted()).toEqual(blank.toSorted());
  });

  test('what could not be compared with last year is said once for each rule', () => {
    const said = findings.filter((finding) => finding.message.zh.endsWith('未能核对'));
    expect(said.map(({ code, severity }) => [code, severity])).toEqual(hints[publishedReports[name].edition]);
  });
});

describe('all that the rules say of', () => {
  const said = (name: ReportName) =>
    findingsOf(name)
      .findings.filter((finding) => !finding.message.zh.endsWith('未能核对'))
      .map(({ code, severity, left, right }) => [code, severity, left, right]);

  test('海南省 2020: hints at the column 其他 (T3-6 twice), no error and no warning', () => {
    expect(said('hainan-province-2020')).toEqual([
      ['T3-6', 'hint', null, null],
      ['T3-6', 'hint', null, null],
    ]);
    expect(countBySeverity(findingsOf('hainan-province-2020').findings)).toEqual({ error: 0, warning: 0, hint: 6 });
  });

  test('洪泽区 2023: two totals of table 四 left at 0 (T4-1, T4-3), and two rows that it does not print', () => {
    expect(said('huaian-hongze-district-2023')).toEqual([
      ['T3-4', 'warning', null, null],
      ['T4-1', 'error', 0, 11],
      ['T4-3', 'error', 0, 5],
    ]);
  });

  test('上海市政府办公厅 2019: blanks (T3-4, T4-4) and a department with 规章 (T2-3); its 251000元 are no 万元', () => {
    expect(said('shanghai-govoffice-2019')).toEqual([
      ['T3-4', 'warning', null, null],
      ['T4-4', 'warning', null, null],
      ['T2-3', 'warning', null, null],
    ]);
    const { edition, subject } = findingsOf('shanghai-govoffice-2019');
    const codes = validate(edition.form, tableBook(edition.book), { ...subject, cellUnits: {} }).map((finding) => finding.code);
    expect(codes).toContain('T2-4');
  });

  test('宿迁市 2023: nothing', () => {
    expect(said('suqian-city-2023')).toEqual([]);
  });

  test('宿迁市 2024: nothing, though as many of natural persons were carried forward as brought forward', () => {
    expect(said('suqian-city-2024')).toEqual([]);
  });
});

describe('宿迁市 2023 and 2024', () => {
  const { edition, subject } = publishedSubject('suqian-city-2024');
  const { form } = edition;
  const book = tableBook(edition.book);
  const before = publishedSubject('suqian-city-2023').subject.cells;
  const years: FilingSubject = { ...subject, prior: figuresBefore(form, before) };
  const found = (code: string, of = years) => validate(form, book, of).filter((finding) => finding.code === code);

  test('Y-1 and Y-2 agree, and no other rule finds the years at odds', () => {
    expect(found('Y-1')).toEqual([]);
    expect(found('Y-2')).toEqual([]);
    expect(validate(form, book, years)).toEqual([]);
    expect(valueAt(subject.cells, 'applications.broughtForward.total')).toBe(121);
    expect(valueAt(subject.cells, 'proactiveDisclosure.normativeDocument.inForce')).toBe(597 + 50 - 227);
  });

  test('Y-1 and Y-2 would have found one application and one document more', () => {
    const total = 'applications.broughtForward.total';
    expect(found('Y-1', withCells(years, { [total]: 122 }))).toMatchObject([{ severity: 'error', left: 122, right: 121, cells: [total] }]);
    const inForce = 'proactiveDisclosure.normativeDocument.inForce';
    expect(found('Y-2', withCells(years, { [inForce]: 421 }))).toMatchObject([{ severity: 'warning', left: 421, right: 420 }]);
  });
});

describe('the fixtures', () => {
  test.each(editionIds)('name every cell of the %s edition', (id) => {
    const { form } = shippedEdition(id);
    const names = reportNames.filter((name) => publishedReports[name].edition === id);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const { subject } = publishedSubject(name);
      expect(Object.keys(subject.cells), name).toEqual(form.cells.map((cell) => cellOf(form, cell.key).key));
    }
  });

  test('洪泽区’s single row 其他处理 counts as 3.其他, the rows it does not print are blank', () => {
    const { cells } = publishedSubject('huaian-hongze-district-2023').subject;
    const row = (name: string) => valueAt(cells, `applications.${name}.total`);
    expect([row('correctionOverdue'), row('feeUnpaid'), row('otherReason')]).toEqual([null, null, 0]);
  });
});

import { describe, expect, test } from 'vitest';
import { intakeText, type Intake } from '#core/intake/intake-text.ts';
import { intakeReportFormat } from '#core/intake/report.ts';
import { edition2019, secondEdition, seedText } from '../../fixtures/editions.ts';
import { layouts, publishedReport, renderPublished, tabs, valuesOf } from '../../fixtures/published-report.ts';

const edition = edition2019();
const { form } = edition;
const hainan = publishedReport('hainan-province-2020');
const figures = valuesOf(hainan, form);
const seed = seedText();
const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;

function attempt(text: string, reportYear = 2020) {
  return intakeText({ text, edition, unit, reportYear, fileName: 'report.txt' });
}

function take(text: string): Intake {
  const taken = attempt(text);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
  return taken.value;
}

/** The seed with one stretch of it altered; the stretch must be there. */
function seedWith(from: string, to: string): string {
  expect(seed).toContain(from);
  return seed.replace(from, () => to);
}

function noteCodes(intake: Intake): readonly string[] {
  return intake.report.notes.map((note) => note.code);
}

/** Nothing but these cells is missing, and every other figure stands where it belongs. */
function expectOnlyMissing(intake: Intake, cells: readonly string[]): void {
  expect(intake.report.notFound.map((each) => each.cell)).toEqual(cells);
  expect(intake.filing.cells).toEqual({ ...figures, ...Object.fromEntries(cells.map((cell) => [cell, null])) });
}

const cellsOfRow = (row: string) => form.cells.filter((cell) => cell.row.id === row).map((cell) => cell.key);

describe('a row with the wrong number of values', () => {
  test.each(Object.entries(layouts))('with %s, a missing cell is reported for its row and shifts nothing else', (_name, layout) => {
    const text = renderPublished(hainan, form, layout, (cells, label) => (label === '7.属于行政执法案卷' ? cells.toSpliced(-6, 1) : cells));
    const intake = take(text);
    expectOnlyMissing(intake, cellsOfRow('enforcementCaseFile'));
    expect(intake.report.found).toBe(191);
    expect(intake.report.notUnderstood.map((each) => each.text.replace(/０/gu, '0').replace(/４/gu, '4').replace(/３/gu, '3'))).toEqual([
      '3 0 0 0 0 4',
    ]);
  });

  test('a cell too many is reported for its row, named by its official labels', () => {
    const { report } = take(seedWith('7.属于行政执法案卷\n', '7.属于行政执法案卷\n\t9\n'));
    expect(report.notFound[0]).toEqual({
      cell: 'applications.enforcementCaseFile.naturalPerson',
      label: '依申请公开｜三、本年度办理结果｜（三）不予公开｜7.属于行政执法案卷｜自然人',
    });
    expect(report.notUnderstood).toEqual([
      {
        place: '三、收到和处理政府信息公开申请情况｜三、本年度办理结果｜（三）不予公开｜7.属于行政执法案卷',
        line: 214,
        text: '9 3 1 0 0 0 0 4',
      },
    ]);
    expect(report.notes).toEqual([{ code: 'wrong-number-of-values', place: report.notUnderstood[0]?.place, text: '8', expected: '7' }]);
  });

  test('two values on one line that could be one number are not guessed at', () => {
    expectOnlyMissing(take(seedWith('\t1,432\n\t33\n', '\t1 432\n\t33\n')), ['applications.receivedThisYear.naturalPerson']);
  });

  test('a missing cell of table 四 leaves table 四 blank', () => {
    const intake = take(seedWith('\t42\n', ''));
    expectOnlyMissing(
      intake,
      form.cells.filter((cell) => cell.table.id === 'remedies').map((cell) => cell.key),
    );
  });
});

test('rows on one line, cells parted by spaces, give back every figure', () => {
  const spaced = { ...tabs, betweenRows: [], coveredCells: false, row: (cells: readonly string[]) => cells.join(' ') };
  const intake = take(renderPublished(hainan, form, spaced));
  expectOnlyMissing(intake, []);
  expect(intake.report.notUnderstood).toEqual([]);
});

describe('labels', () => {
  test.each([
    ['\t规章\n', '\t规章（县级无此项）\n'],
    ['\t规范性文件\n', '\t行政规范性文件\n'],
    ['\t2.其他法律行政法规禁止公开\n', '\t2.其他法律行政止公开\n'],
    ['\t（七）总计\n', '\t（七）合计\n'],
    ['\t1.属于国家秘密\n', '\t属于国家秘密\n'],
    ['\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n', '\t（二）部分公开\n'],
    ['\t商业企业\n', '\t商业\n'],
  ])('the altered label in %j is recognised as %j and reported', (from, to) => {
    const intake = take(seedWith(from, to));
    expectOnlyMissing(intake, []);
    expect(intake.report.notUnderstood).toEqual([]);
    expect(intake.report.notes.map(({ code, text, expected }) => ({ code, text, expected }))).toEqual([
      { code: 'altered-label', text: to.trim(), expected: from.trim() },
    ]);
  });

  test('a row that the form does not have is reported and shifts nothing', () => {
    const intake = take(seedWith('\t第二十条第（五）项\n', '\t其他主动公开文件\n\t5\n\t5\n\t5\n\n\t第二十条第（五）项\n'));
    expectOnlyMissing(intake, []);
    expect(intake.report.notUnderstood).toEqual([
      { place: '二、主动公开政府信息情况｜规范性文件', line: 34, text: '其他主动公开文件 5 5 5' },
    ]);
  });

  test('a row that is missing is reported and shifts nothing', () => {
    const intake = take(seedWith('\t行政强制\n\t222\n\t-43\n\t19,618\n\n', ''));
    expectOnlyMissing(intake, cellsOfRow('administrativeCompulsion'));
    expect(intake.report.notUnderstood).toEqual([]);
  });

  test('a label that nobody can recognise leaves its row blank and takes nothing from its neighbours', () => {
    const intake = take(seedWith('\t行政强制\n', '\t其它项目\n'));
    expectOnlyMissing(intake, cellsOfRow('administrativeCompulsion'));
    expect(intake.report.notUnderstood[0]?.text).toBe('其它项目 222 -43 19,618');
  });

  test('a label that is missing loses the figures of its own row only', () => {
    const intake = take(seedWith('\t7.属于行政执法案卷\n', ''));
    expectOnlyMissing(intake, cellsOfRow('enforcementCaseFile'));
    expect(intake.report.notUnderstood[0]).toMatchObject({ line: 213, text: '3 1 0 0 0 0 4' });
  });

  test('head rows repeated after a page break and group labels repeated in every row are passed over', () => {
    const head = '\t申请人情况\n\t自然人\n\t法人或其他组织\n\t总计\n';
    const intake = take(
      seedWith(
        '\t\n\t\n\t2.其他法律行政法规禁止公开\n',
        `— 3 —\n${head}\t三、本年度办理结果\n\t（三）不予公开\n\t2.其他法律行政法规禁止公开\n`,
      ),
    );
    expectOnlyMissing(intake, []);
    expect(intake.report.notUnderstood).toEqual([]);
    expect(noteCodes(intake)).toEqual(['page-number']);
  });

  test('columns in another order are not read as the form’s', () => {
    const intake = take(seedWith('\t自然人\n\t法人或其他组织\n\t总计\n', '\t总计\n\t自然人\n\t法人或其他组织\n'));
    expect(intake.report.notFound).toHaveLength(161);
    expect(noteCodes(intake)).toEqual(new Array(23).fill('unknown-columns'));
  });

  test('the columns of another edition are not read as this one’s', () => {
    const second = secondEdition();
    const text = renderPublished(publishedReport('suqian-city-2024'), second.form).replace('宿迁市2024年', '海南省2020年');
    const { filing, report } = take(text);
    const tableTwo = form.cells.filter((cell) => cell.table.id === 'proactiveDisclosure').map((cell) => cell.key);
    expect(tableTwo.filter((key) => filing.cells[key] !== null)).toEqual([]);
    // the one row of （六）其他处理 has become three, whose figures are nobody's
    expect(report.notFound.map((each) => each.cell).filter((key) => !tableTwo.includes(key as never))).toEqual(
      cellsOfRow('otherwiseHandled'),
    );
    expect(JSON.stringify(report.notUnderstood)).toContain('352 2 0 0 0 0 354');
  });
});

describe('values', () => {
  const license = ['proactiveDisclosure.administrativeLicense.previousItems', 'proactiveDisclosure.administrativeLicense.change'] as const;

  test.each([
    ['减4', -4],
    ['减少4', -4],
    ['－4', -4],
    ['−4', -4],
    ['增5', 5],
    ['＋５', 5],
    ['/', null],
    ['-', null],
    ['—', null],
    ['', null],
  ])('本年增/减 printed as %j is %j', (printed, value) => {
    expect(take(seedWith('\t+76\n', `\t${printed}\n`)).filing.cells[license[1]]).toBe(value);
  });

  test('a figure with a remark keeps the remark as its note', () => {
    const { filing, report } = take(seedWith('\t841\n', '\t841（其中修订16件）\n'));
    expect(filing.cells[license[0]]).toBe(841);
    expect(filing.cellNotes).toEqual({ [license[0]]: '其中修订16件' });
    expect(report.notUnderstood).toEqual([]);
  });

  test('a remark on the next line belongs to the figure above it', () => {
    const { filing } = take(seedWith('\t841\n', '\t841\n（含自然失效2件）\n'));
    expect(filing.cellNotes).toEqual({ [license[0]]: '含自然失效2件' });
    expectOnlyMissing(take(seedWith('\t841\n', '\t841\n（含自然失效2件）\n')), []);
  });

  test.each(['约841', '无', '841.5', '84l', '***'])('%j is reported and leaves its cell blank', (printed) => {
    const intake = take(seedWith('\t841\n', `\t${printed}\n`));
    expectOnlyMissing(intake, [license[0]]);
    expect(intake.report.notUnderstood).toEqual([{ place: '二、主动公开政府信息情况｜行政许可｜上一年项目数量', line: 42, text: printed }]);
  });

  test('a note under a table is kept with the table', () => {
    const intake = take(seedWith('\t36\n\n', '\t36\n\n注：行政复议数量 含上年度结转数量。\n2.其中一件未审结。\n'));
    expect(intake.filing.tableNotes).toEqual({ remedies: '注：行政复议数量 含上年度结转数量。\n2.其中一件未审结。' });
    expect(intake.report.notUnderstood).toEqual([]);
  });

  test('the unit beside the figure counts for more than the one in the heading, and the difference is told', () => {
    const intake = take(seedWith('866534.00', '8665340000元'));
    expect(Object.values(intake.filing.cellUnits)).toEqual(['元']);
    expect(noteCodes(intake)).toEqual(['unit-differs']);
  });

  test('an amount without any unit stays without one, and that is told', () => {
    const intake = take(seedWith('采购总金额（万元）', '采购总金额'));
    expect(intake.filing.cellUnits).toEqual({});
    expect(noteCodes(intake)).toEqual(['unit-not-stated']);
  });

  test('stated totals are kept as stated, and those that differ from their sums are listed', () => {
    const { filing, report } = take(seedWith('\t2,864\n', '\t2,865\n'));
    expect(filing.cells['applications.receivedThisYear.total']).toBe(2865);
    expect(report.statedTotals).toEqual([
      {
        cell: 'applications.receivedThisYear.total',
        label: '依申请公开｜一、本年新收政府信息公开申请数量｜总计',
        stated: 2865,
        computed: 2864,
      },
    ]);
  });
});

describe('headings', () => {
  test.each([
    ['五、存在的主要问题及改进情况', '五、存在的主要问题和改进情况'],
    ['五、存在的主要问题及改进情况', '五、政府信息公开工作存在的主要问题及改进情况'],
    ['四、政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    ['二、主动公开政府信息情况', '一、主动公开政府信息情况'],
    ['六、其他需要报告的事项', '六、其他需要报告的情况'],
    ['三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开申请情况（单位：件）'],
  ])('%s is recognised in %s and reported', (from, to) => {
    const intake = take(seedWith(`\n${from}\n`, `\n${to}\n`));
    expectOnlyMissing(intake, []);
    expect(Object.keys(intake.filing.narrative)).toEqual(['preamble', 'overview', 'problems', 'otherMatters']);
    expect(intake.report.notes).toEqual([{ code: 'altered-label', place: from, text: to, expected: from }]);
  });

  test.each([
    ['一、总体情况', '一、总体情况、'],
    ['一、总体情况', '一 . 总体情况'],
    ['六、其他需要报告的事项', '## 六、其他需要报告的事项'],
    ['三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开\n申请情况'],
  ])('%s is the same as %j', (from, to) => {
    const intake = take(seedWith(`\n${from}\n`, `\n${to}\n`));
    expectOnlyMissing(intake, []);
    expect(intake.report.notes).toEqual([]);
  });

  test('prose that runs on behind a heading is the first paragraph of its section', () => {
    const { filing } = take(seedWith('六、其他需要报告的事项\n无。', '六、其他需要报告的事项：无。'));
    expect(filing.narrative['otherMatters']).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text: '无。' }] }]);
  });

  test('a table of contents is not taken for the sections', () => {
    const headings = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ];
    const contents = `${headings.join('\n')}\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n`;
    const intake = take(seedWith('\n\n本年报根据', `\n\n${contents}\n本年报根据`));
    expectOnlyMissing(intake, []);
    expect(intake.report.notes).toEqual([]);
  });

  test('a heading that is missing is named, and its table is found by its labels', () => {
    const intake = take(seedWith('三、收到和处理政府信息公开申请情况', '这里是申请'));
    expectOnlyMissing(intake, []);
    expect(noteCodes(intake)).toEqual(['section-missing']);
  });
});

describe('title, year and unit', () => {
  test('another year in the title is refused with both years', () => {
    expect(attempt(seed, 2019)).toEqual({
      ok: false,
      problem: { code: 'intake/other-year', details: { fileName: 'report.txt', asked: 2019, found: 2020 } },
    });
  });

  test('another unit in the title is a note', () => {
    const intake = take(seedWith('海南省2020年政府信息公开工作年度报告', '海口市商务局2020年政府信息公开工作年度报告'));
    expect(intake.report.notes).toEqual([{ code: 'other-unit', place: '', text: '海口市商务局', expected: '海南省' }]);
    expect(intake.filing.unit.name).toBe('海南省');
  });

  test('a text without a title gets the prescribed one, and that is told', () => {
    const intake = take(seedWith('海南省2020年政府信息公开工作年度报告\n', ''));
    expect(intake.filing.title).toBe('海南省2020年政府信息公开工作年度报告');
    expect(noteCodes(intake)).toEqual(['no-title']);
  });

  test('a period of another year in the preamble is a note', () => {
    expect(noteCodes(take(seedWith('自2020年1月1日起', '自2019年1月1日起')))).toEqual(['other-period']);
  });
});

describe('texts that are no such report', () => {
  test('a text without any section heading is refused and the headings are named', () => {
    const taken = attempt('海南省2020年预算\n一切正常。\n');
    expect(taken).toMatchObject({ ok: false, problem: { code: 'intake/not-a-report', details: { fileName: 'report.txt' } } });
    expect(JSON.stringify(taken)).toContain('一、总体情况；二、主动公开政府信息情况');
  });

  test('a text with the headings but none of the tables is refused and the tables are named', () => {
    const taken = attempt(
      '海南省2020年政府信息公开工作年度报告\n一、总体情况\n好。\n二、主动公开政府信息情况\n（图）\n六、其他需要报告的事项\n无。',
    );
    expect(taken.ok ? null : taken.problem.details['missing']).toBe(
      '二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况',
    );
  });

  test.each(['', '\n\n\n', '\u0000\u0001', '一、总体情况'])('%j is refused', (text) => {
    expect(attempt(text)).toMatchObject({ ok: false, problem: { code: 'intake/not-a-report' } });
  });

  test('a long text of other things is refused in good time', () => {
    const text = Array.from({ length: 50_000 }, (_each, index) => `一、总计${String(index)}\n\t其他\n\t总计\n`).join('');
    const before = performance.now();
    expect(attempt(text).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

test('the report names its format, file and edition and can be written as JSON', () => {
  const { report } = take(renderPublished(hainan, form, tabs));
  expect(JSON.parse(JSON.stringify(report))).toEqual({
    format: intakeReportFormat,
    fileName: 'report.txt',
    edition: '2019',
    found: 198,
    expected: 198,
    notFound: [],
    notUnderstood: [],
    statedTotals: [],
    notes: [],
  });
});

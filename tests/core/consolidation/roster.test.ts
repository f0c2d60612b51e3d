import { describe, expect, test } from 'vitest';
import { unitsLeftBehind } from '#core/consolidation/compare-years.ts';
import { checkCreditCode } from '#core/consolidation/credit-code.ts';
import { readRosterFaults } from '#core/consolidation/roster-faults.ts';
import { decodeRoster } from '#core/consolidation/decode-roster.ts';
import { putUnit } from '#core/consolidation/edit-roster.ts';
import { placeOf, unitsInYear, type Roster } from '#core/consolidation/roster.ts';
import { describeProblem } from '#core/text/describe-problem.ts';

function decode(text: string) {
  const rows = text
    .trim()
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.split('|').map((cell) => cell.trim()) }));
  return decodeRoster(rows, '名单.csv');
}

function roster(text: string): Roster {
  const decoded = decode(text);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problem));
  return decoded.value;
}

function faultOf(text: string) {
  const decoded = decode(text);
  if (decoded.ok) return null;
  const { code, details } = decoded.problem;
  const faults = readRosterFaults(String(details['faults'] ?? '[]'));
  return { code, details: { ...details, ...faults[0], lines: faults.map(({ line }) => line).join(', ') } };
}

describe('a roster', () => {
  test('is read with the headings that offices use, below a title, and says what it did not use', () => {
    const { units, ignoredColumns } = roster(`
      2025年度报送单位名单
      序号 | 单位代码 | 单位名称 | 级别 | 上级代码 | 统一社会信用代码 | 联系人 | 联系电话 | 垂直管理 | 原代码 | 起始年度 | 截止年度
      1 | 469021 | 定安县 | 县 | 460000 | 91350100M000100Y43 | 王芳 | 0898-1 | | 469025；469026 | 2021 |
      2 | 46000012 | 省税务局 | | | | | | 是 | | | 2024年
      3 | 460105001 | 秀英街道 | | | | | | 否 | | |`);
    expect(ignoredColumns).toEqual(['序号']);
    expect(units).toMatchObject([
      {
        code: '469021',
        level: 'county',
        parent: '460000',
        contact: '王芳',
        excluded: null,
        predecessors: ['469025', '469026'],
        from: 2021,
        to: null,
      },
      { code: '46000012', level: 'department', parent: null, excluded: '垂直管理', to: 2024 },
      { code: '460105001', level: 'township', excluded: null },
    ]);
  });

  test.each([
    ['no headings', '甲 | 乙\n1 | 2', 'roster/no-headings', {}],
    [
      'a code that is none',
      '代码 | 名称\n46 00 | 某县\n定安 | 定安县',
      'roster/malformed',
      { line: 3, column: 'code', reason: 'roster-code', count: 1 },
    ],
    ['no name', '代码 | 名称\n469021 |', 'roster/malformed', { line: 2, column: 'name', reason: 'roster-name' }],
    ['an unknown level', '代码 | 名称 | 级别\n469021 | 定安县 | 大', 'roster/malformed', { column: 'level', reason: 'roster-level' }],
    ['a code twice', '代码 | 名称\n1 | 甲\n2 | 乙\n1 | 丙', 'roster/malformed', { line: 4, reason: 'roster-code-twice' }],
    [
      'a wrong check character',
      '代码 | 名称 | 信用代码\n1 | 甲 | 91350100M000100Y44',
      'roster/malformed',
      { reason: 'roster-credit-check' },
    ],
    ['a credit code of 17', '代码 | 名称 | 信用代码\n1 | 甲 | 91350100M000100Y4', 'roster/malformed', { reason: 'roster-credit-form' }],
    ['a fingerprint of 63', `代码 | 名称 | 指纹\n1 | 甲 | ${'a'.repeat(63)}`, 'roster/malformed', { reason: 'roster-fingerprint' }],
    [
      'a loop',
      '代码 | 名称 | 上级\n1 | 甲 | 2\n2 | 乙 | 1',
      'roster/malformed',
      { line: 2, reason: 'roster-loop', count: 2, lines: '2, 3' },
    ],
    ['years backwards', '代码 | 名称 | 起 | 止\n1 | 甲 | 2023 | 2021', 'roster/malformed', { column: 'to', reason: 'roster-year' }],
    ['a column twice', '代码 | 名称 | 单位代码\n1 | 甲 | 1', 'roster/malformed', { line: 1, reason: 'roster-column-twice' }],
  ])('with %s is refused with its place', (_name, text, code, details) => {
    expect(faultOf(text)).toMatchObject({ code, details: { file: '名单.csv', ...details } });
  });

  test('names every faulty line with all that is wrong with it, by the columns as offices call them', () => {
    const decoded = decode('代码 | 名称 | 级别 | 起 | 止\n定安 | | 大 | 2023 | 2021\n2 | 乙 | 县 | |\n3 | 丙 | 特大 | 去年 |');
    const told = decoded.ok ? '' : describeProblem(decoded.problem, 'zh');
    expect(told.split('\n').map((line) => line.split('：')[0])).toEqual([
      '名单“名单.csv”有 6 处要改，没有导入',
      ...['代码', '名称', '级别', '截止年度'].map((column) => `第 2 行“${column}”`),
      ...['级别', '起始年度'].map((column) => `第 4 行“${column}”`),
    ]);
    expect(told.replace('名单.csv', '')).not.toMatch(/[a-z]/u);
    const typed = putUnit([], null, { code: '1', name: '甲', level: '大' });
    expect(typed.ok ? '' : describeProblem(typed.problem, 'zh')).toMatch(/^名单没有改：级别“大”不能用/u);
  });

  test.each([
    ['province', '省 自治区 直辖市'],
    ['prefecture', '市 地级市 自治州 盟 地区 city 设区的市'],
    ['county', '县 区 县级市 旗 自治县 市辖区 县（市、区）'],
    ['township', '乡 镇 街道 街道办事处 民族乡 苏木 乡镇（街道）'],
    ['department', '部门 局 直属单位'],
  ])('takes the names of the level %s that are in use', (level, names) => {
    for (const name of names.split(' ')) expect(roster(`代码 | 名称 | 级别\n1 | 甲 | ${name}`).units, name).toMatchObject([{ level }]);
  });

  test('says which units of an earlier year it does not mention, unless they were merged or had ended', () => {
    const earlier = roster('代码 | 名称 | 止\n1 | 甲 |\n2 | 乙 |\n3 | 丙 |\n4 | 丁 | 2024');
    const now = roster('代码 | 名称 | 原代码\n1 | 甲 |\n5 | 戊 | 2');
    expect(unitsLeftBehind(now, 2025, earlier, 2024).map(({ name }) => name)).toEqual(['丙']);
    expect(unitsLeftBehind({ units: [], ignoredColumns: [] }, 2025, earlier, 2024)).toEqual([]);
  });

  test('a superior may be written by its name, and headings may carry remarks', () => {
    const { units } = roster('代码（6位） | 单位名称 | 上级单位\n469021 | 定安县 | 海南省\n469021001 | 定城镇 | 定安县');
    expect(units.map(({ parent }) => parent)).toEqual(['海南省', '469021']);
    const inYear = unitsInYear({ units, ignoredColumns: [] }, 2025);
    expect(units.map((unit) => placeOf(unit, '460000', inYear).kind)).toEqual(['direct', 'below']);
  });

  test('a code may go on under another name in other years', () => {
    const { units } = roster('代码 | 名称 | 起 | 止\n1 | 旧名 | | 2020\n1 | 新名 | 2021 |');
    expect([2020, 2021].map((year) => unitsInYear({ units, ignoredColumns: [] }, year).get('1')?.name)).toEqual(['旧名', '新名']);
  });

  test('a credit code that fails its check is kept where the roster says why', () => {
    const { units } = roster('代码 | 名称 | 信用代码 | 信用代码说明\n1 | 甲 | 91350211M0000XUF46 | 执照如此');
    expect(units[0]?.creditCode).toBe('91350211M0000XUF46');
  });

  test('tells who is summed by whom', () => {
    const units = unitsInYear(
      roster('代码 | 名称 | 上级\n46 | 省 |\n4601 | 市 | 46\n460105 | 区 | 4601\n46-1 | 厅 |\n4609 | 县 | 99'),
      2025,
    );
    const placesFor = (superior: string) => [...units.values()].map((unit) => placeOf(unit, superior, units).kind);
    expect(placesFor('46')).toEqual(['superior', 'direct', 'below', 'direct', 'direct']);
    expect(placesFor('4601')).toEqual(['elsewhere', 'superior', 'direct', 'elsewhere', 'elsewhere']);
  });
});

test.each([
  ['91350100M000100Y43', 'right'],
  ['91110000101623741K', 'right'],
  ['11341702486344515H', 'right'],
  ['91350211M0000XUF46', 'check'],
  ['91350100M000100Y4I', 'malformed'],
  ['', 'malformed'],
])('GB 32100: %s is %s', (code, verdict) => {
  expect(checkCreditCode(code)).toBe(verdict);
});

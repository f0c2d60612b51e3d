/** What units are told, and what an officer is shown to decide by: archives, contradictions, chains, held and empty files. */
import { expect, test } from 'vitest';
import type { ReceivedFile } from '#core/consolidation/received-file.ts';
import { isOursToMend, type Refusal } from '#core/consolidation/refusal.ts';
import type { RosterUnit } from '#core/consolidation/roster.ts';
import { decodeRoster } from '#core/consolidation/decode-roster.ts';
import type { Source } from '#core/consolidation/source.ts';
import { overlookSubordinates } from '#core/consolidation/subordinates.ts';
import { writeInside } from '#core/consolidation/unit-of-name.ts';
import { reasonCodes } from '#core/bundle/verdict.ts';
import { ok } from '#core/lib/outcome.ts';
import { problemCodes } from '#core/lib/problem-code.ts';
import { problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { describeRefusal } from '#core/text/describe-refusal.ts';
import { remindBeside, remindChain, remindUnit, tellArrived } from '#core/text/remind-unit.ts';
import { currentReportYear } from '#core/workflow/due-dates.ts';
import { superior } from '../../fixtures/made-units.ts';
import { digest, edition, parts, sourceFrom } from './sources.ts';

const open = { creditCode: null, contact: null, phone: null, excluded: null, predecessors: [], fingerprint: null, from: null, to: null };
const roster = parts.slice(0, 3).map(({ unit }): RosterUnit => ({ ...unit, parent: null, ...open }));
const [first, second, third] = roster as [RosterUnit, RosterUnit, RosterUnit];
const key = 'applications.receivedThisYear.naturalPerson';

const recordOf = (source: Source, changes: Partial<ReceivedFile> = {}): ReceivedFile => ({
  ...{ digest: source.sourceDigest, size: 1, fileName: source.file, kind: 'bundle', reportYear: 2020 },
  ...{ unitCode: source.unit.code, unitName: source.unit.name, revision: 1, receivedAt: '2026-01-10T08:00:00.000Z' },
  ...{ verdict: source.signature, refusal: null, errors: 0, notUnderstood: 0, standing: 'taken', ...changes },
});
const refusalOf = (file: string, what: Partial<Refusal>): Refusal => {
  return { kind: 'refused', file, claimedUnit: null, problem: null, reasons: [], ...what };
};
const refused = (refusal: Refusal): ReceivedFile =>
  recordOf(sourceFrom(parts[0]!), { digest: digest(refusal.file), fileName: refusal.file, unitCode: null, verdict: 'refused', refusal });

function stand(given: readonly { readonly file: ReceivedFile; readonly source?: Source }[]) {
  const sources = new Map(given.flatMap(({ file, source }) => (source === undefined ? [] : [[file.digest, source]])));
  return overlookSubordinates({
    ...{ superior, reportYear: 2020, edition, roster: { units: roster, ignoredColumns: [] }, answers: new Map() },
    files: given.map(({ file }) => file),
    sourceOf: ({ digest: of }) => ok(sources.get(of)!),
  });
}

test('a unit whose report seems to be in an archive that was not opened is not asked for it: that is ours to unpack', () => {
  const names = [`${first.code}-2020.asice`, `附件/${second.name}年报.xlsx`, '说明.txt'];
  const details = { file: '年报.zip', count: 3, names: names.join('、'), inside: writeInside(names) };
  const { units, strangers } = stand([{ file: refused(refusalOf('年报.zip', { problem: problem('reception/archive', details) })) }]);
  expect(units.map(({ state }) => state)).toEqual(['wrong', 'wrong', 'missing']);
  expect(strangers).toEqual([]);
  expect(remindUnit(second.name, 2020, units[1]!.faults[0]!, 'zh')).toMatch(/^本单位待办：.*年报\.zip.*请先解压/u);
  expect(third.code).toBe(units[2]!.unit.code);
});

test('two files that differ are shown oldest first with what differs, and the newest is named where it can be told', () => {
  const one = sourceFrom(parts[0]!, { kind: 'report', file: '一.xlsx' });
  const corrected = { ...parts[0]!, cells: { ...parts[0]!.cells, [key]: 77 } };
  const two = sourceFrom(corrected, { kind: 'report', file: '二.xlsx' });
  const late = '2026-01-20T08:00:00.000Z';
  const faultsAt = (receivedAt: string) =>
    stand([
      { file: recordOf(two, { receivedAt, kind: 'workbook' }), source: two },
      { file: recordOf(one, { kind: 'workbook' }), source: one },
    ]).units[0]!.faults;
  expect(faultsAt(late)).toMatchObject([
    {
      kind: 'conflict',
      options: [
        { file: '一.xlsx', isNewest: false },
        { file: '二.xlsx', isNewest: true, digest: two.sourceDigest },
      ],
      differing: [{ cell: key, values: [parts[0]!.cells[key], 77] }],
    },
  ]);
  expect(faultsAt('2026-01-10T08:00:00.000Z')).toMatchObject([{ options: [{ isNewest: false }, { isNewest: false }] }]);
  const held = [
    { file: recordOf(two, { receivedAt: late }), source: two },
    { file: recordOf(one, { standing: 'held' }), source: one },
  ];
  expect(stand(held).units[0]).toMatchObject({ state: 'received', faults: [] });
});

test('the header counts units by their states: one that contradicts itself is wrong and not received', () => {
  const finding = { code: 'T3-1', message: { zh: '不等', en: 'differ' } } as Source['wrong'][number];
  const wrong = sourceFrom(parts[0]!, { wrong: [finding] });
  const good = sourceFrom(parts[1]!);
  const { tally, counts } = stand([wrong, good].map((source) => ({ file: recordOf(source), source })));
  expect(tally).toMatchObject({ expected: 3, usable: 1, wrong: 1 });
  expect([counts.received + counts.accepted, counts.wrong]).toEqual([tally.usable, tally.wrong]);
});

test('one empty file under two names is told of each by its own name, with its size and what to do', () => {
  const both = refusalOf('甲.asice', {
    problem: problem('reception/empty', { file: '甲.asice' }),
    claimedUnit: first.code,
    others: [{ file: '乙.asice', claimedUnit: second.code }],
  });
  const { units } = stand([{ file: refused(both) }]);
  const said = units.slice(0, 2).map(({ files }) => describeRefusal(files[0]!.file.refusal!, 'zh').message);
  expect(said[0]).toMatch(/^“甲\.asice”是空文件（0 字节）.*重新复制/u);
  expect(said[1]).toMatch(/^“乙\.asice”是空文件/u);
});

const details = {
  file: 'x',
  fileName: 'x',
  unit: '甲',
  unitName: '甲',
  code: '1',
  name: 'n',
  reason: '原因',
  claimed: 'c',
  now: 'n',
  zh: '',
  en: '',
};
const sent: readonly Refusal[] = [
  ...reasonCodes
    .filter((code) => !/^(?:receipt|form|update|channel|chain)\//u.test(code) && code !== 'container/wrong-kind')
    .map((code) => refusalOf('x.asice', { reasons: [{ code, details }] })),
  ...problemCodes
    .filter((code) => /^(?:intake|consolidation|reception|envelope)\//u.test(code) || code === 'edition/digest-mismatch')
    .filter((code) => !/own-unit|nothing|preview|no-last-year|too-large|earlier-report|under-way|not-for-key|unsupported/u.test(code))
    .map((code) => refusalOf('x.xlsx', { problem: problem(code, details) })),
];

test.each(sent.filter((each) => !isOursToMend(each)).map((each) => [describeRefusal(each, 'zh').code, each] as const))(
  'a message to a unit about %s is addressed to it, and asks once',
  (_code, refusal) => {
    const message = remindUnit('琼海市', 2020, { kind: 'refused', file: refusal.file, refusal }, 'zh');
    expect(message).toMatch(/^琼海市：你单位报来的“x\.\w+”没有收下。/u);
    expect(message).not.toMatch(/对方|本机|…|。。/u);
    expect(message.match(/请/gu)).toHaveLength(1);
    const beside = remindBeside('琼海市', { file: refusal.file, refusal }, '好的.asice', 'zh');
    expect(beside).toMatch(/以“好的\.asice”为准.*不用再报/u);
    expect(beside.match(/请/gu)).toHaveLength(1);
    expect(remindUnit('Qionghai', 2020, { kind: 'refused', file: 'x', refusal }, 'en').match(/\b[Pp]lease\b/gu)).toHaveLength(1);
  },
);

test('a broken chain names the version that is missing, and a file without a signature is confirmed in words', () => {
  const chain = { why: 'absent', file: 'v3.asice', revision: 3, previous: digest('v2') } as const;
  expect(remindChain('琼海市', chain, 'zh')).toContain(`更正的第 2 版（摘要 ${digest('v2').slice(0, 12)}）没有收到。请把第 2 版也报来`);
  expect(remindChain('琼海市', { ...chain, why: 'broken', previous: null }, 'zh')).toContain('第 2 版（摘要 没有写明）');
  expect(tellArrived('琼海市', 2020, { file: 'a.xlsx', time: '1 月 2 日' }, 'zh')).toContain('已于 1 月 2 日 收到（“a.xlsx”）');
});

test('a code that stands twice in a roster leads to the line that has it first', () => {
  const rows = ['代码|名称', '1|甲', '2|乙', '1|丙'].map((line, at) => ({ line: at + 1, cells: line.split('|') }));
  const read = decodeRoster(rows, '名单.csv');
  expect(read.ok ? '' : describeProblem(read.problem, 'zh')).toContain('第 4 行“代码”：同一年度里代码重复（与第 2 行相同）');
});

test('the year that is reported on is one for all screens: that of the next due date', () => {
  expect(currentReportYear('2026-11-23', null, null)).toBe(2026);
  expect(currentReportYear('2027-02-10', null, 'county')).toBe(2026);
  expect(currentReportYear('2027-02-10', null, 'department')).toBe(2027);
  expect(currentReportYear('2027-02-10', { month: 2, day: 28 }, 'department')).toBe(2026);
});

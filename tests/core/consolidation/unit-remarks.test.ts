/** What a list must not pass over in silence: files that cannot be used, broken chains, returned reports; and who is told. */
import { expect, test } from 'vitest';
import type { Answer } from '#core/consolidation/answer.ts';
import { offeredYears, openingYear } from '#core/consolidation/choose-year.ts';
import { chooseSource } from '#core/consolidation/choose-sources.ts';
import { gapsOf } from '#core/consolidation/completeness.ts';
import { consolidate } from '#core/consolidation/consolidate.ts';
import { groupAlike } from '#core/consolidation/group-alike.ts';
import { groupFiles } from '#core/consolidation/group-files.ts';
import { openUnits } from '#core/consolidation/open-units.ts';
import type { ReceivedFile } from '#core/consolidation/received-file.ts';
import { withNamesOf, type Refusal } from '#core/consolidation/refusal.ts';
import type { RosterUnit } from '#core/consolidation/roster.ts';
import type { Source } from '#core/consolidation/source.ts';
import { overlookSubordinates } from '#core/consolidation/subordinates.ts';
import { ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeFileGroup } from '#core/text/describe-file-group.ts';
import { describeReason } from '#core/text/describe-reason.ts';
import { remindUnit } from '#core/text/remind-unit.ts';
import { superior } from '../../fixtures/made-units.ts';
import { digest, edition, parts, sourceFrom } from './sources.ts';

const open = { creditCode: null, contact: null, phone: null, excluded: null, predecessors: [], fingerprint: null, from: null, to: null };
const roster = parts.slice(0, 2).map(({ unit }): RosterUnit => ({ ...unit, parent: null, ...open }));
const [first, second] = roster;
const key = 'remedies.cases.reconsiderationUpheld';

/** A bundle of the first unit, called by its revision. */
function bundle(number: number, previous: number | string | null, figure = number): Source {
  const name = typeof previous === 'number' ? digest(`bundle ${String(previous)}`) : previous;
  const filing = { ...parts[0]!, cells: { ...parts[0]!.cells, [key]: figure } };
  return sourceFrom(
    { ...filing, revision: { number, previousBundleDigest: name, changes: [] } },
    { kind: 'bundle', signature: 'valid', bundleDigest: digest(`bundle ${String(number)}`), file: `v${String(number)}.asice` },
  );
}
const recordOf = (source: Source): ReceivedFile => ({
  ...{ digest: source.sourceDigest, size: 1, fileName: source.file, kind: 'bundle', reportYear: source.reportYear },
  ...{ unitCode: source.unit.code, unitName: source.unit.name, revision: source.revision.number, receivedAt: '2026-01-10T08:00:00.000Z' },
  ...{ verdict: source.signature, refusal: null, errors: 0, notUnderstood: 0, standing: 'taken' },
});
const empty = (file: string): Refusal => {
  return { kind: 'refused', file, claimedUnit: null, problem: null, reasons: [{ code: 'container/not-a-zip', details: {} }] };
};
const refusedFile = (refusal: Refusal, name = refusal.file): ReceivedFile => ({
  ...recordOf(bundle(1, null)),
  ...{ digest: digest(name), fileName: refusal.file, unitCode: refusal.claimedUnit, unitName: null, verdict: 'refused', refusal },
});

function stand(sources: readonly Source[], refused: readonly ReceivedFile[] = [], answers: readonly (readonly [number, Answer])[] = []) {
  const byDigest = new Map(sources.map((each) => [each.sourceDigest, each]));
  return overlookSubordinates({
    ...{ superior, reportYear: 2020, edition, roster: { units: roster, ignoredColumns: [] } },
    files: [...sources.map(recordOf), ...refused],
    sourceOf: ({ digest: of }) => ok(byDigest.get(of)!),
    answers: new Map(answers.map(([number, answer]) => [digest(`bundle ${String(number)}`), answer])),
  });
}

test('a damaged copy beside a report that counts is named, and the unit stands by its report, accepted or not', () => {
  const damaged = refusedFile(empty(`${first!.code}-copy.asice`));
  for (const [answers, state] of [
    [[], 'received'],
    [[[1, 'accepted']], 'accepted'],
  ] as const) {
    const { units, tally } = stand([bundle(1, null)], [damaged], answers);
    expect(units[0]).toMatchObject({ state, faults: [], remarks: [{ kind: 'beside', files: [{ file: damaged.fileName }] }] });
    expect(tally).toEqual({ expected: 2, usable: 1, accepted: answers.length, returned: 0, wrong: 0, held: 0 });
  }
});

test('units of whom nothing can be used are not counted as received', () => {
  const { tally, units } = stand([], [refusedFile(empty(`${first!.code}.asice`))]);
  expect(units.map(({ state }) => state)).toEqual(['wrong', 'missing']);
  expect(tally).toEqual({ expected: 2, usable: 0, accepted: 0, returned: 0, wrong: 1, held: 0 });
});

test('one empty file under two names is listed by each name, with the unit that each tells', () => {
  const named = roster.map(({ code }) => empty(`${code}.asice`));
  const both = refusedFile(withNamesOf(withNamesOf(named[1]!, named[0]!), named[0]!), 'empty');
  const { units } = stand([], [both]);
  expect(units.map(({ state, files }) => [state, files.map(({ file }) => file.fileName)])).toEqual([
    ['wrong', [`${first!.code}.asice`]],
    ['wrong', [`${second!.code}.asice`]],
  ]);
});

test('a file of another form is a fault of its unit, which has sent something', () => {
  const other = { ...bundle(1, null), editionId: '2021' };
  const { units, strangers } = stand([other]);
  expect(units[0]).toMatchObject({
    state: 'wrong',
    faults: [{ kind: 'refused', refusal: { problem: { code: 'consolidation/other-edition' } } }],
  });
  expect(strangers).toEqual([]);
});

test.each([
  ['follows from the one before', [bundle(1, null), bundle(2, 1)], []],
  ['names another before it', [bundle(1, null), bundle(2, digest('x'))], [{ kind: 'chain', why: 'broken', revision: 2, file: 'v2.asice' }]],
  ['comes third after the first', [bundle(1, null), bundle(3, 2)], [{ kind: 'chain', why: 'absent', revision: 3, file: 'v3.asice' }]],
] as const)('a report that %s is said to be that', (_name, sources, remarks) => {
  expect(stand(sources).units[0]).toMatchObject({ state: 'received', remarks });
});

test('the revision before may have been sealed twice', () => {
  const again = { ...bundle(1, null), bundleDigest: digest('again'), sourceDigest: digest('again file'), file: 'again.asice' };
  for (const previous of [digest('bundle 1'), digest('again')]) {
    expect(chooseSource([bundle(1, null), again, bundle(2, previous)]).chosen?.chain).toBe('linked');
  }
});

test('a returned report leaves the sum, the one accepted before it stands in, and a newer one takes their place', () => {
  const sumOf = (sources: readonly Source[], answers: readonly (readonly [string, Answer])[]) => {
    const order = { unit: superior, reportYear: 2020, edition, roster: { units: [first!], ignoredColumns: [] } };
    return consolidate({ ...order, sources, answers: new Map(answers) });
  };
  const [one, two, three] = [bundle(1, null), bundle(2, 1), bundle(3, 2)];
  const returned = [digest('bundle 2'), 'returned'] as const;
  const alone = sumOf([one, two], [returned]);
  expect(alone.contributors).toEqual([]);
  expect(alone.expected.map(({ state }) => state)).toEqual(['returned']);
  expect(gapsOf(alone, 0)).toEqual(['returned', 'nothing']);
  expect(openUnits(alone)).toMatchObject([{ code: first!.code, why: 'returned' }]);
  const standIn = sumOf([two, one], [returned, [digest('bundle 1'), 'accepted']]);
  expect(standIn.contributors.map(({ source }) => source.file)).toEqual(['v1.asice']);
  expect(gapsOf(standIn, 0)).toEqual(['earlier']);
  expect(sumOf([one, two, three], [returned]).contributors).toMatchObject([{ source: { file: 'v3.asice' }, chain: 'linked' }]);
  expect(stand([one, two], [], [[2, 'returned']])).toMatchObject({
    units: [
      { state: 'returned', answer: 'returned', faults: [], files: [{ role: { kind: 'superseded' } }, { role: { kind: 'returned' } }] },
      {},
    ],
    tally: { usable: 0, returned: 1, wrong: 0 },
  });
  expect(
    stand(
      [one, two],
      [],
      [
        [2, 'returned'],
        [1, 'accepted'],
      ],
    ),
  ).toMatchObject({
    units: [{ state: 'returned', remarks: [{ kind: 'earlier', returned: 2, revision: 1 }] }, {}],
    tally: { usable: 0, returned: 1 },
  });
});

test('a message goes to whoever can mend it, in Chinese without foreign reasons', () => {
  const about = (code: 'envelope/open-first' | 'envelope/no-key-here' | 'envelope/for-another') =>
    remindUnit(
      '琼海市',
      2020,
      { kind: 'refused', file: 'x.p7m', refusal: { ...empty('x.p7m'), problem: problem(code, { file: 'x.p7m' }) } },
      'zh',
    );
  expect(about('envelope/open-first')).toMatch(/^本单位待办：琼海市报来的“x\.p7m”/u);
  expect(about('envelope/no-key-here')).toMatch(/^本单位待办：/u);
  expect(about('envelope/for-another')).toMatch(/^琼海市：.*证书重新加密/u);
  const words = describeReason({ code: 'container/damaged', details: { reason: 'the end is missing, the file is cut off' } }, 'zh');
  expect(words).toBe('文件不完整或已损坏。请对方重新发送。');
});

test('three hundred files with one reason are one group, which is told by the first of them', () => {
  const files = Array.from({ length: 300 }, (_, at) => {
    const file = `${String(at)}.pdf`;
    return {
      file: refusedFile({ ...empty(file), problem: problem('intake/is-pdf', { fileName: file }) }),
      role: { kind: 'refused' } as const,
    };
  });
  const groups = groupFiles([...files, { file: refusedFile(empty('x.asice')), role: { kind: 'refused' } }]);
  expect(groups.map((group) => group.files.length)).toEqual([300, 1]);
  expect(describeFileGroup(groups[0]!.files, 'zh')).toMatch(/^300 份文件原因相同。例如：“0\.pdf”是 PDF。/u);
  expect(describeFileGroup(groups[0]!.files, 'zh')).not.toContain('…');
});

test('units whose prose is alike are gathered, however the pairs come', () => {
  const pair = (one: string, other: string) => ({ one: { code: one }, other: { code: other } });
  const groups = groupAlike([pair('1', '2'), pair('8', '9'), pair('3', '4'), pair('2', '3')]);
  expect(groups.map(({ units, pairs }) => [units.join(''), pairs.length])).toEqual([
    ['1234', 3],
    ['89', 1],
  ]);
});

test('every year can be chosen, and none that is empty is opened while another has files', () => {
  expect(offeredYears({ first: 2019, today: '2022-03-01', known: [2018, 2020] })).toEqual([2022, 2021, 2020, 2019, 2018]);
  expect(openingYear(2025, { years: [2025, 2020], receivedYears: [2020] })).toBe(2025);
  expect(openingYear(2025, { years: [2024, 2020], receivedYears: [2020] })).toBe(2020);
  expect(openingYear(2025, { years: [2024], receivedYears: [] })).toBe(2024);
  expect(openingYear(2025, { years: [], receivedYears: [] })).toBe(2025);
});

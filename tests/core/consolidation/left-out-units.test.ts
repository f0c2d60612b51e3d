/** Units that are not in a sum, by why they are not: in the sum, in documents, and in the table for people. */
import { describe, expect, test } from 'vitest';
import { compareUnits } from '#core/consolidation/compare-units.ts';
import { gapsOf } from '#core/consolidation/completeness.ts';
import { consolidate } from '#core/consolidation/consolidate.ts';
import { equalTables } from '#core/consolidation/equal-tables.ts';
import { openUnits } from '#core/consolidation/open-units.ts';
import type { RosterUnit } from '#core/consolidation/roster.ts';
import { sumNoteOf, sumNoteUnder } from '#core/consolidation/sum-note.ts';
import { tidyRows } from '#core/consolidation/tidy.ts';
import type { Filing } from '#core/filing/filing.ts';
import { comparisonTable } from '#core/text/comparison-table.ts';
import { incompleteNote } from '#core/text/consolidation.ts';
import { describeNoDifference } from '#core/text/describe-differences.ts';
import { superior } from '../../fixtures/made-units.ts';
import { edition, parts, sourceFrom } from './sources.ts';

const [one, two, three, four] = parts;
if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('no parts');

function rosterUnit({ unit }: Filing): RosterUnit {
  const nothing = { creditCode: null, contact: null, phone: null, excluded: null, fingerprint: null, from: null, to: null };
  return { code: unit.code, name: unit.name, level: 'county', parent: superior.code, predecessors: [], ...nothing };
}

/** The first counts, the second is held, the third was returned, nothing came of the fourth. */
const returned = sourceFrom(three, { kind: 'bundle', bundleDigest: '3'.repeat(64), signature: 'valid' });
const order = {
  unit: superior,
  reportYear: 2020,
  edition,
  sources: [sourceFrom(one), returned],
  held: [sourceFrom(two)],
  answers: new Map([['3'.repeat(64), 'returned' as const]]),
};
const sum = consolidate({ ...order, roster: { units: [one, two, three, four].map(rosterUnit), ignoredColumns: [] } });

describe('a unit all of whose files are held', () => {
  test('is held and not missing, with a roster and without', () => {
    expect(sum.expected.map(({ state }) => state)).toEqual(['summed', 'held', 'returned', 'missing']);
    expect(gapsOf(sum, 0)).toEqual(['missing', 'returned', 'held']);
    expect(openUnits(sum).find(({ code }) => code === two.unit.code)?.why).toBe('held');
    expect(gapsOf(consolidate({ ...order, sources: [sourceFrom(one)], roster: null }), 0)).toEqual(['held']);
  });

  test('is summed when another report of it counts', () => {
    const both = consolidate({ ...order, sources: [sourceFrom(two)], roster: null });
    expect([both.held, gapsOf(both, 0)]).toEqual([[], []]);
  });
});

describe('the note under the tables of an incomplete sum', () => {
  const note = incompleteNote(gapsOf(sum, 0), openUnits(sum)) ?? '';

  test('names who is missing, who was returned and who is held, each by its word', () => {
    expect(note).toContain(`未报送（1 家）：${four.unit.name}。`);
    expect(note).toContain(`已退回（1 家）：${three.unit.name}。`);
    expect(note).toContain(`暂缓计入（1 家）：${two.unit.name}。`);
  });

  test('is found among other notes, also as it is printed', () => {
    expect(sumNoteOf({ tableNotes: { applications: `含开发区\n${note}` } })).toBe(note);
    expect(sumNoteUnder(`含开发区\n注：${note}`, null)).toBe('含开发区');
    expect(sumNoteOf({ tableNotes: { applications: '含开发区' } })).toBeNull();
  });
});

test('the table of a comparison has Chinese headings and levels, and says of each unit left out why', () => {
  const comparison = compareUnits(sum, 'applications', 'total');
  if (comparison === null) throw new Error('no comparison');
  const facts = { levels: new Map([one, two, three, four].map(({ unit }) => [unit.code, 'county' as const])), open: openUnits(sum) };
  const [head, ...lines] = comparisonTable(edition.form, comparison, facts, 'zh');
  expect(head?.slice(0, 4)).toEqual(['单位代码', '单位', '级别', '状态']);
  expect(head?.join('')).not.toMatch(/[a-z]{3}/iu);
  expect(lines.map((line) => line.slice(1, 4))).toEqual([
    [one.unit.name, '县级', '已计入'],
    [four.unit.name, '县级', '未报'],
    [three.unit.name, '县级', '已退回，没有计入'],
    [two.unit.name, '县级', '暂缓计入'],
  ]);
  expect(new Set([head, ...lines].map((line) => line?.length))).toEqual(new Set([head?.length]));
  expect(tidyRows({ ...one, unit: { ...one.unit, level: 'county' } }, edition.form, '')[0]?.level_name).toBe('县级');
});

test('units with the same figures in a whole table are found, unless there is next to nothing in it', () => {
  const of = (unit: Filing, from: Filing) => sourceFrom({ ...from, unit: unit.unit });
  const alike = consolidate({ ...order, held: [], sources: [of(one, one), of(two, two), of(three, one)], roster: null });
  const found = equalTables(alike).find(({ table }) => table === 'applications');
  expect(found?.units.map(({ code }) => code)).toEqual([one.unit.code, three.unit.code]);
  const bare = { ...one, cells: {}, cellUnits: {} };
  const empty = consolidate({ ...order, held: [], sources: [of(one, bare), of(two, bare)], roster: null });
  expect(equalTables(empty)).toEqual([]);
});

test('of an amendment without its predecessor and without a word on it nothing is said to be unchanged', () => {
  expect(describeNoDifference('stated').zh).toMatch(/没有说明改动/u);
  expect(describeNoDifference('compared').zh).toBe('数据没有改动。');
});

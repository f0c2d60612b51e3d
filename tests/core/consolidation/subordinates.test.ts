/** Where units stand: what counts, what is wrong, what mends it, and how it was answered; and what is written to them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRosters } from '#core/consolidation/compare-rosters.ts';
import { putUnit, removeUnit } from '#core/consolidation/edit-roster.ts';
import { keepSource, readKeptSource } from '#core/consolidation/kept-source.ts';
import { arrangeTree } from '#core/consolidation/roster-tree.ts';
import type { ReceivedFile } from '#core/consolidation/received-file.ts';
import type { RosterUnit } from '#core/consolidation/roster.ts';
import { overlookSubordinates } from '#core/consolidation/subordinates.ts';
import type { Source } from '#core/consolidation/source.ts';
import { ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { remindUnit } from '#core/text/remind-unit.ts';
import { superior } from '../../fixtures/made-units.ts';
import { digest, edition, parts, sourceFrom } from './sources.ts';

const open = { creditCode: null, contact: null, phone: null, excluded: null, predecessors: [], fingerprint: null, from: null, to: null };
const unitOf = (index: number, changes: Partial<RosterUnit> = {}): RosterUnit => ({
  ...parts[index]!.unit,
  parent: null,
  ...open,
  ...changes,
});

const early = '2026-01-10T08:00:00.000Z';
const late = '2026-01-20T08:00:00.000Z';

function recordOf(source: Source, changes: Partial<ReceivedFile> = {}): ReceivedFile {
  return {
    ...{ digest: source.sourceDigest, size: 1, fileName: source.file, kind: 'bundle', reportYear: source.reportYear },
    ...{ unitCode: source.unit.code, unitName: source.unit.name, revision: source.revision.number, receivedAt: early },
    ...{ verdict: source.signature, refusal: null, errors: source.wrong.length, notUnderstood: 0, standing: 'taken', ...changes },
  };
}
const refusal = {
  kind: 'refused',
  file: 'x.asice',
  claimedUnit: parts[0]!.unit.code,
  problem: null,
  reasons: [{ code: 'digest/mismatch', details: { name: 'filing.json' } }],
} as const;
const refused = (receivedAt: string): ReceivedFile =>
  recordOf(sourceFrom(parts[0]!), {
    digest: digest(`bad ${receivedAt}`),
    verdict: 'refused',
    refusal,
    unitCode: refusal.claimedUnit,
    receivedAt,
  });

type Given = { readonly file: ReceivedFile; readonly source?: Source };

function stand(
  given: readonly Given[],
  roster: readonly RosterUnit[],
  answers: readonly (readonly [string, 'accepted' | 'returned'])[] = [],
) {
  const sources = new Map(given.flatMap(({ file, source }) => (source === undefined ? [] : [[file.digest, source]])));
  return overlookSubordinates({
    superior,
    reportYear: 2020,
    edition,
    roster: { units: roster, ignoredColumns: [] },
    files: given.map(({ file }) => file),
    sourceOf: ({ digest: of }) => ok(sources.get(of)!),
    answers: new Map(answers),
  });
}

describe('a unit', () => {
  const good = sourceFrom(parts[0]!, { kind: 'bundle', bundleDigest: digest('bundle'), signature: 'valid' });
  const given = (changes: Partial<ReceivedFile> = {}): Given => ({ file: recordOf(good, changes), source: good });

  test.each([
    ['without a file is missing', [], 'missing', ['missing']],
    ['with a file in order is received', [given()], 'received', []],
    ['whose only file was refused is wrong', [{ file: refused(early) }], 'wrong', ['refused']],
    ['has mended a refused file by a later one', [{ file: refused(early) }, given({ receivedAt: late })], 'received', []],
    ['whose later file was refused stands by the one that counts', [given(), { file: refused(late) }], 'received', []],
    ['whose file is held is held, and not asked for it', [given({ standing: 'held' })], 'held', []],
  ] as const)('%s', (_name, files, state, faults) => {
    const { units, counts } = stand(files, [unitOf(0)]);
    expect(units[0]).toMatchObject({ state, faults: faults.map((kind) => ({ kind })) });
    expect(counts[state]).toBe(1);
  });

  test('is answered by the digest of the bundle that counts, and asked again when another counts', () => {
    const answers = [[digest('bundle'), 'returned']] as const;
    expect(stand([given()], [unitOf(0)], answers).units[0]).toMatchObject({ state: 'returned', answer: 'returned' });
    const next = sourceFrom(
      { ...parts[0]!, revision: { number: 2, previousBundleDigest: digest('bundle'), changes: [] } },
      { kind: 'bundle', bundleDigest: digest('second'), signature: 'valid' },
    );
    const both = stand([given(), { file: recordOf(next, { receivedAt: late }), source: next }], [unitOf(0)], answers);
    expect(both.units[0]?.state).toBe('received');
    expect(both.units[0]?.files.map(({ role }) => role)).toEqual([{ kind: 'superseded', by: next.sourceDigest }, { kind: 'counts' }]);
  });

  test('that is excluded, or summed by another one, is expected by nobody here', () => {
    const roster = [unitOf(0, { excluded: '垂直管理' }), unitOf(1), unitOf(2, { parent: unitOf(1).code })];
    expect(stand([], roster).units.map(({ state }) => state)).toEqual(['apart', 'missing', 'apart']);
  });

  test('without a roster is known by its file, and nobody is missing', () => {
    const { units, counts, strangers } = stand([given(), { file: refused(early) }], []);
    expect(units.map(({ unit, state }) => [unit.code, state])).toEqual([[good.unit.code, 'received']]);
    expect([counts.missing, strangers.length]).toEqual([0, 0]);
  });

  test('that the roster does not have leaves its file to nobody, with the reason', () => {
    const { strangers } = stand([given()], [unitOf(1)]);
    expect(strangers).toMatchObject([{ role: { kind: 'left-out', problem: { code: 'consolidation/not-in-roster' } } }]);
  });
});

test('messages say what to do, without folders and in both languages', () => {
  const faults = [
    { kind: 'missing' },
    { kind: 'refused', file: 'x.asice', refusal: { ...refusal, reasons: [...refusal.reasons] } },
    { kind: 'conflict', options: [{ file: 'a.asice' }, { file: 'b.asice' }] },
    { kind: 'not-understood', file: 'c.xlsx', places: ['表三 总计'] },
  ] as const;
  for (const fault of faults) {
    expect(remindUnit('琼海市', 2020, fault, 'zh')).toMatch(/^琼海市：.*请/u);
    expect(remindUnit('Qionghai', 2020, fault, 'en')).toMatch(/^Qionghai: .*(?:please|Please)/u);
  }
  expect(remindUnit('琼海市', 2020, faults[2], 'zh')).toContain('a.asice、b.asice');
});

test('a source is read back as it was kept, and refused where the form has lost a cell', () => {
  const source = sourceFrom(parts[3]!, { bundleDigest: digest('x'), signature: 'untrusted', signerFingerprint: digest('k') });
  const text = keepSource(source, edition.form);
  expect(readKeptSource(text, [edition], 'x')).toEqual(ok(source));
  const other = text.replace('applications.receivedThisYear.naturalPerson', 'applications.goneRow.naturalPerson');
  expect(readKeptSource(other, [edition], 'x')).toMatchObject({ problem: { code: 'filing/unknown-cell' } });
  expect(readKeptSource(text, [], 'x')).toMatchObject({ problem: { code: 'edition/unknown' } });
});

describe('a roster changed by hand', () => {
  const units = [unitOf(0), unitOf(1, { parent: unitOf(0).code })];
  test('keeps what a renumbered unit sent under its former code, and the units below it', () => {
    const put = putUnit(units, unitOf(0).code, { code: '469900', name: '新市' });
    expect(put).toMatchObject({ value: [{ code: '469900', predecessors: [unitOf(0).code] }, { parent: '469900' }] });
    expect(removeUnit(units, unitOf(0).code)).toMatchObject({ value: [{ code: unitOf(1).code, parent: null }] });
  });
  test.each([
    [
      'a code that is another unit’s',
      { code: unitOf(1).code, name: '甲' },
      problem('roster/unit-refused', { column: 'code', value: unitOf(1).code, reason: 'roster-code-twice' }),
    ],
    ['no name', { code: '469900' }, problem('roster/unit-refused', { column: 'name', value: '', reason: 'roster-name' })],
    [
      'itself as its superior',
      { code: '469900', name: '甲', parent: '469900' },
      problem('roster/unit-refused', { column: 'parent', value: '469900', reason: 'roster-loop' }),
    ],
  ])('refuses %s', (_name, typed, expected) => {
    expect(putUnit(units, null, typed)).toEqual({ ok: false, problem: expected });
  });
  test('against another one names every unit once: added, removed, changed or the same', () => {
    const some = fc.subarray(Array.from({ length: 8 }, (_, index) => unitOf(index)));
    fc.assert(
      fc.property(some, some, fc.boolean(), (here, there, isRenamed) => {
        const theirs = isRenamed ? there.map((unit) => ({ ...unit, contact: '李明' })) : there;
        const { added, removed, changed, same } = compareRosters(here, theirs);
        expect(added.length + changed.length + same).toBe(theirs.length);
        expect(removed.length + changed.length + same).toBe(here.length);
        if (isRenamed) expect(changed.every(({ fields }) => fields.join() === 'contact')).toBe(true);
        else expect(changed).toEqual([]);
      }),
    );
  });
  test('stands as a tree: each unit below the one that sums it', () => {
    const [a, b, c] = [unitOf(0), unitOf(1), unitOf(2)];
    const tree = arrangeTree([{ ...c, parent: a.code }, { ...b, parent: 'nobody' }, a]);
    expect(tree.map(({ unit, depth }) => [unit.code, depth])).toEqual([
      [b.code, 0],
      [a.code, 0],
      [c.code, 1],
    ]);
  });
});

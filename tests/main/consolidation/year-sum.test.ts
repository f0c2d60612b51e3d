/** The sum of a year in a workspace: with last year, into the own report as one step of undo, and accepted. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sameValue } from '#core/lib/exact.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import { lineageOf } from '#core/consolidation/lineage.ts';
import { readAccepted } from '#main/consolidation/accepted-sum.ts';
import { previewOwn, takeOwn } from '#main/consolidation/own-report.ts';
import { hasTakenSum, viewOwnSum } from '#main/consolidation/own-sum.ts';
import { saveComparison } from '#main/consolidation/save-comparison.ts';
import { sumYear } from '#main/consolidation/sum-year.ts';
import { viewMovements } from '#main/consolidation/view-movements.ts';
import { viewSum } from '#main/consolidation/view-sum.ts';
import { takeIn } from '#main/reception/take-in.ts';
import { undoEdit } from '#main/use-cases/undo-edit.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { seedFiling, splitFiling, superior } from '../../fixtures/made-units.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, expectOk, open } from '../store/workspace-fixture.ts';

const edition = edition2019();
const seed = seedFiling(edition);
const units = splitFiling(seed, edition, 3);
const key = 'applications.receivedThisYear.naturalPerson';

test('the own report takes the sum as one step with its sources, which undo takes back; movements are told from then on', async () => {
  const clock = createClock('2021-03-01T00:00:00.000Z');
  const workspace = open(join(makeTemporaryFolder(), 'workspace'), { editions: [edition], now: clock.now });
  const desk = { editions: [edition], workspace };
  const inbox = mkdtempSync(join(tmpdir(), 'nianbao-年度汇总-'));
  const receive = async (index: number, changes: object = {}) => {
    const path = join(inbox, `${String(index)}-${String(Object.keys(changes).length)}.filing.json`);
    writeFileSync(path, JSON.stringify({ ...units[index], ...changes }));
    const order = { places: [path], reportYear: 2020, now: clock.now(), onProgress: () => undefined, isStopped: () => false };
    expectOk(await takeIn(desk, order));
  };
  const sumNow = () => expectOk(sumYear(desk, 2020, superior));

  expect(sumYear(desk, 2020, null)).toMatchObject({ ok: false, problem: { code: 'consolidation/no-own-unit' } });
  expect(previewOwn(sumNow())).toMatchObject({ ok: false, problem: { code: 'consolidation/nothing-counted' } });
  await receive(0);
  await receive(1);
  await receive(0, { reportYear: 2019, title: '2019' });
  const first = sumNow();
  expect(lineageOf(first.consolidation, key, first.priors)?.parts.map(({ change }) => change)).toEqual([0, null]);

  const { token, isNew } = expectOk(previewOwn(first));
  expect(isNew).toBe(true);
  expect(await takeOwn(desk, sumNow(), '0'.repeat(64))).toMatchObject({ ok: false, problem: { code: 'consolidation/preview-outdated' } });
  const id = expectOk(await takeOwn(desk, sumNow(), token));
  const [created, taken] = workspace.journalOf(id);
  expect([created?.action, taken?.action]).toEqual(['filing/create', 'filing/take-sum']);
  expect(taken?.detail).toMatchObject({ units: 2, sources: readAccepted(workspace, 2020)?.units });

  expect(hasTakenSum(desk, id)).toBe(true);
  expect(viewOwnSum(sumNow())).toMatchObject({ differences: 0, gaps: [], open: [] });
  expect(new Set(viewOwnSum(sumNow()).findings.map(({ code }) => code))).toEqual(new Set(['S-5']));
  const digest = workspace.reception.files(2020)[0]?.digest ?? '';
  const hold = { actor: '经办人', action: 'reception/set-standing', detail: {} };
  expectOk(await workspace.reception.setStanding(digest, 'held', hold));
  expect(viewOwnSum(sumNow())).toMatchObject({ gaps: ['held'], open: [{ code: units[0]?.unit.code, why: 'held' }] });
  expect(viewOwnSum(sumNow()).differences).toBeGreaterThan(0);
  const csv = expectOk(saveComparison(sumNow(), { table: 'applications', column: 'total', language: 'zh', folder: inbox }));
  expect(readFileSync(csv, 'utf8')).toMatch(/^\ufeff单位代码,单位,级别,状态,(?:.*\r\n){2}.*,暂缓计入,/u);
  expectOk(await workspace.reception.setStanding(digest, 'taken', hold));
  await receive(2);
  expect(viewSum(desk, sumNow())).toMatchObject({ summed: 3, gaps: [], moved: 1, own: { id } });
  expect(viewMovements(desk, sumNow()).units).toMatchObject([{ why: 'late', code: units[2]?.unit.code }]);
  expect(sumNow().findings.map(({ code }) => code)).toContain('S-1');
  expectOk(await takeOwn(desk, sumNow(), expectOk(previewOwn(sumNow())).token));
  const cells = () => expectOk(workspace.readFiling(id)).filing.cells;
  expect(edition.form.cells.filter((cell) => !sameValue(valueAt(cells(), cell.key), valueAt(seed.cells, cell.key)))).toEqual([]);
  expect(viewSum(desk, sumNow()).own).toEqual({ id, isCurrent: true, differences: 0 });
  expectOk(await undoEdit(desk, id));
  expect(valueAt(cells(), key)).toBe(Number(units[0]?.cells[key]) + Number(units[1]?.cells[key]));
});

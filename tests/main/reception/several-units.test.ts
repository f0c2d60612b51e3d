/** A workbook with the reports of several units is received as one report for each of them. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { utils } from 'xlsx';
import { expect, test } from 'vitest';
import type { Filing } from '#core/filing/filing.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { openReceivedFiles } from '#main/attachments/received-files.ts';
import { readProse } from '#main/consolidation/read-prose.ts';
import { overlook } from '#main/reception/overlook.ts';
import { receiveFile } from '#main/reception/receive-file.ts';
import { receiveOrderFor } from '#main/reception/receive-order.ts';
import { takeIn } from '#main/reception/take-in.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { printReport } from '../../fixtures/layouts/printed.ts';
import { plainBook, sheetOf, writeBook } from '../../fixtures/layouts/workbooks.ts';
import { seedFiling, splitFiling, superior } from '../../fixtures/made-units.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, expectOk, open } from '../store/workspace-fixture.ts';

const edition = edition2019();
const units = splitFiling(seedFiling(edition), edition, 4);
const now = new Date('2026-03-01T00:00:00.000Z');

/** One sheet for each unit, called after it. */
function bookFor(filings: readonly Filing[]): Uint8Array {
  const book = utils.book_new();
  for (const filing of filings) {
    const textOf = (key: string) => String(valueAt(filing.cells, key as Parameters<typeof valueAt>[1]) ?? '');
    const blocks = printReport({ title: filing.title, textOf }, edition.form);
    utils.book_append_sheet(book, sheetOf(blocks, plainBook), filing.unit.name);
  }
  return writeBook(book);
}

test('each unit stands where its own sheet puts it, and the same file again changes nothing', async () => {
  const folder = makeTemporaryFolder();
  const path = join(folder, '汇总.xlsx');
  writeFileSync(path, bookFor(units.slice(0, 3)));
  const workspace = open(join(makeTemporaryFolder(), 'workspace'), { editions: [edition], now: createClock(now.toISOString()).now });
  const desk = { editions: [edition], workspace };
  const rest = { parent: null, contact: null, phone: null, excluded: null, predecessors: [], fingerprint: null, from: null, to: null };
  const roster = units.map(({ unit }) => ({ ...unit, ...rest }));
  expectOk(await workspace.reception.writeRoster(2020, roster, { actor: '接收人', action: 'roster/import', detail: {} }));
  const order = { places: [path], reportYear: 2020, now, onProgress: () => undefined, isStopped: () => false };
  expect(expectOk(await takeIn(desk, order))).toMatchObject({ files: 1, done: 1, taken: 3, refused: 0, notKept: [] });
  const { units: found, strangers } = expectOk(overlook(desk, 2020, superior));
  expect(found.map(({ files }) => files.map(({ file }) => file.fileName))).toEqual([
    ...units.slice(0, 3).map(({ unit }) => [`汇总.xlsx（${unit.name}）.filing.json`]),
    [],
  ]);
  expect(strangers).toEqual([]);
  const kept = openReceivedFiles(nodeFileSystem, dirname(workspace.path));
  for (const [index, { digest }] of workspace.reception.files(2020).entries()) {
    const filing = JSON.parse(Buffer.from(expectOk(kept.read(digest))).toString('utf8')) as Filing;
    expect(filing.cells).toEqual(units[index]?.cells);
    const again = join(folder, `${String(index)}.filing.json`);
    writeFileSync(again, expectOk(kept.read(digest)));
    expect(await receiveFile({ path: again, isNamed: true }, receiveOrderFor(desk, 2020, now))).toMatchObject({ kind: 'source' });
  }
  const [first] = workspace.reception.sources(2020);
  if (first === undefined) throw new Error('nothing was received');
  const { filing } = expectOk(await readProse(desk, { source: first.source, code: units[0]?.unit.code ?? '' }));
  expect(filing.cells).toEqual(units[0]?.cells);
  expect(expectOk(await takeIn(desk, order))).toMatchObject({ taken: 0, known: 3 });
  await workspace.close();
});

test('asked for one report, such a file is refused with the units in it', async () => {
  const path = join(makeTemporaryFolder(), '汇总.xlsx');
  writeFileSync(path, bookFor(units.slice(0, 2)));
  const workspace = open(join(makeTemporaryFolder(), 'workspace'), { editions: [edition] });
  const received = await receiveFile({ path, isNamed: true }, receiveOrderFor({ editions: [edition], workspace }, 2020, now));
  expect(received).toMatchObject({ kind: 'refused', problem: { code: 'intake/several-reports', details: { count: 2 } } });
  await workspace.close();
});

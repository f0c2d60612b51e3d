/** Files that cannot be used: each by its name and with its unit, archives with what is in them, encrypted ones for whom they are. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { overlook, viewSubordinates } from '#main/reception/overlook.ts';
import { checkAgain } from '#main/reception/check-again.ts';
import { refuseArchive } from '#main/reception/refuse-archive.ts';
import { sumYear } from '#main/consolidation/sum-year.ts';
import { takeIn } from '#main/reception/take-in.ts';
import { encryptFor } from '#main/signing/envelope.ts';
import { recipientAmong } from '#main/signing/envelope-recipient.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { seedFiling, splitFiling, superior } from '../../fixtures/made-units.ts';
import { makeKey, valueOf } from '../bundle/sample.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, expectOk, open } from '../store/workspace-fixture.ts';

const edition = edition2019();
const units = splitFiling(seedFiling(edition), edition, 6);
const open0 = { parent: null, contact: null, phone: null, excluded: null, predecessors: [], fingerprint: null, from: null, to: null };
const text = (content: string) => new TextEncoder().encode(content);

async function prepare() {
  const clock = createClock('2026-03-01T00:00:00.000Z');
  const workspace = open(join(makeTemporaryFolder(), 'workspace'), { editions: [edition], now: clock.now });
  const desk = { editions: [edition], workspace };
  const roster = units.slice(0, 5).map(({ unit }) => ({ ...unit, ...open0 }));
  const entry = { actor: '接收人', action: 'roster/import', detail: {} };
  expectOk(await workspace.reception.writeRoster(2020, roster, entry));
  const inbox = mkdtempSync(join(tmpdir(), 'nianbao-拒收-'));
  const put = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(inbox, name), content);
  };
  const keys = await Promise.all([makeKey('460000', '海南省'), makeKey('450000', '别的省')]);
  const own = [keys[0].certificate];
  const receive = () =>
    takeIn(desk, { places: [inbox], reportYear: 2020, now: clock.now(), onProgress: () => undefined, isStopped: () => false, own });
  return { desk, workspace, put, receive, clock, own, other: keys[1].certificate };
}

test('empty files of two units are listed by each name, received again and judged anew too, and neither unit is missing', async () => {
  const { desk, put, receive, clock, own } = await prepare();
  const names = units.slice(0, 2).map(({ unit }) => `${unit.code}.asice`);
  for (const name of names) put(name, '');
  const stand = () =>
    expectOk(overlook(desk, 2020, superior)).units.map(({ state, files }) => [state, ...files.map(({ file }) => file.fileName)]);
  expect(expectOk(await receive())).toMatchObject({ refused: 2, notKept: [] });
  expect(stand().slice(0, 3)).toEqual([['wrong', names[0]], ['wrong', names[1]], ['missing']]);
  expectOk(await receive());
  expect(stand().slice(0, 3)).toEqual([['wrong', names[0]], ['wrong', names[1]], ['missing']]);
  expectOk(await checkAgain(desk, 2020, clock.now(), own));
  expect(stand().slice(0, 3)).toEqual([['wrong', names[0]], ['wrong', names[1]], ['missing']]);
  const { expected } = expectOk(sumYear(desk, 2020, superior)).consolidation;
  expect(expected.map(({ state }) => state)).toEqual(['refused', 'refused', 'missing', 'missing', 'missing']);
});

test('an archive is said to be one, with the names of what is inside; documents are none', async () => {
  const { desk, put, receive } = await prepare();
  const [unit] = units;
  put(`${unit!.unit.code}.zip`, zipSync({ '上报/琼海.filing.json': text('{}'), '说明.txt': text('x') }));
  put('照片.zip', zipSync({ 'a.jpg': text('x') }));
  put('renamed.asice.7z', Buffer.from('377abcaf271c0004', 'hex'));
  expect(expectOk(await receive())).toMatchObject({ refused: 2, ignored: 1 });
  const { units: found, strangers } = expectOk(overlook(desk, 2020, superior));
  expect(found[0]).toMatchObject({
    state: 'wrong',
    faults: [{ refusal: { problem: { code: 'reception/archive', details: { count: 2, names: '上报/琼海.filing.json、说明.txt' } } } }],
  });
  expect(strangers.map(({ file }) => file.refusal?.problem?.code)).toEqual(['reception/other-archive']);
  const workbook = zipSync({ '[Content_Types].xml': text('<x/>'), 'xl/workbook.xml': text('<x/>') });
  expect(await refuseArchive({ path: 'a.xlsx', isNamed: true }, workbook)).toBeNull();
});

test('an encrypted file tells whether this office opens it, or the unit has to encrypt it anew', async () => {
  const { desk, put, receive, own, other } = await prepare();
  const [forUs, forOther] = [valueOf(await encryptFor(text('x'), own[0]!)), valueOf(await encryptFor(text('x'), other))];
  expect([recipientAmong(forUs, own), recipientAmong(forOther, own), recipientAmong(forUs, [])]).toEqual(['own', 'other', 'no-key']);
  for (const [at, bytes] of [forUs, forOther, text('none')].entries()) put(`${units[at]!.unit.code}.asice.p7m`, bytes);
  expectOk(await receive());
  const codes = expectOk(overlook(desk, 2020, superior)).units.map(({ faults: [fault] }) =>
    fault?.kind === 'refused' ? fault.refusal.problem?.code : fault?.kind,
  );
  expect(codes).toEqual(['envelope/open-first', 'envelope/for-another', 'envelope/malformed', 'missing', 'missing']);
});

test('years with a roster, files or an own report can be chosen; a unit of an earlier roster that is gone is named', async () => {
  const { desk, workspace } = await prepare();
  const roster = [units[0], units[5]].map((filing) => ({ ...filing!.unit, ...open0 }));
  expectOk(await workspace.reception.writeRoster(2018, roster, { actor: '接收人', action: 'roster/import', detail: {} }));
  const own = { ...units[0]!, reportYear: 2019 };
  expectOk(await workspace.addFiling(own, { actor: '填报人', action: 'filing/create', detail: {} }));
  const view = expectOk(viewSubordinates(desk, 2020, superior));
  expect(view).toMatchObject({ years: [2020, 2019, 2018], opensOn: 2020 });
  expect(view.leftBehind).toEqual({ year: 2018, units: [{ code: units[5]!.unit.code, name: units[5]!.unit.name }] });
  // A report of one’s own is no reason to open an empty list.
  expect(expectOk(viewSubordinates(desk, 2019, superior))).toMatchObject({ opensOn: 2020, leftBehind: null });
});

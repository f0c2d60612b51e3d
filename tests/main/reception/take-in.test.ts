/** Receiving into the workspace: a mixed batch, cancelled and gone on with, judged anew, backed up and restored. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filing } from '#core/filing/filing.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { openReceivedFiles } from '#main/attachments/received-files.ts';
import { checkAgain } from '#main/reception/check-again.ts';
import { overlook } from '#main/reception/overlook.ts';
import { saveReceived } from '#main/reception/save-received.ts';
import { takeIn } from '#main/reception/take-in.ts';
import { backupWork } from '#main/store/backups/backup-work.ts';
import { hostHere } from '#main/store/backups/backup-host.ts';
import { openBackups } from '#main/store/backups/backups.ts';
import { migrations } from '#main/store/migrations/all.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { seedFiling, splitFiling, superior } from '../../fixtures/made-units.ts';
import { makeKey, seal } from '../bundle/sample.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, engine, expectOk, open } from '../store/workspace-fixture.ts';

const edition = edition2019();
const units = splitFiling(seedFiling(edition), edition, 6);
const inbox = mkdtempSync(join(tmpdir(), 'nianbao-接收-'));
afterAll(() => rmSync(inbox, { recursive: true }));
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(inbox, name), content);
};
const unitAt = (index: number): Filing => units[index]!;

beforeAll(async () => {
  const first = unitAt(0);
  const key = await makeKey(first.unit.code, first.unit.name);
  const sealed = async (filing: Filing) => seal(key, { filing, edition, now: new Date('2026-02-01T00:00:00Z') });
  const one = await sealed(first);
  const two = await sealed({ ...first, revision: { number: 2, previousBundleDigest: one.bundleDigest, changes: [] } });
  put('0-v1.asice', one.bytes);
  put('0-v2.asice', two.bytes);
  put('1.filing.json', JSON.stringify(unitAt(1)));
  put('1 copy.filing.json', JSON.stringify(unitAt(1), null, 2));
  const third = await seal(await makeKey(unitAt(2).unit.code, unitAt(2).unit.name), { filing: unitAt(2), edition });
  const tampered = Buffer.from(third.bytes);
  const middle = Math.floor(tampered.length / 2);
  tampered[middle] = (tampered[middle] ?? 0) ^ 1;
  put(`示例-${unitAt(2).unit.code}-2020-v1.asice`, tampered);
  const wrong = { ...unitAt(3), cells: { ...unitAt(3).cells, 'applications.receivedThisYear.naturalPerson': 99_999 } };
  put('3.filing.json', JSON.stringify(wrong));
  put('notes.png', 'x');
  put('5.filing.json', JSON.stringify(splitFiling(seedFiling(edition), edition, 9)[8]));
}, 60_000);

/** Units 0 to 4 are on the roster; 4 sends nothing. */
async function prepare(clock = createClock('2026-03-01T00:00:00.000Z')) {
  const workspace = open(join(makeTemporaryFolder(), 'workspace'), { editions: [edition], now: clock.now });
  const desk = { editions: [edition], workspace };
  const roster = units.slice(0, 5).map(({ unit }) => ({
    ...unit,
    ...{ parent: null, contact: '王芳', phone: null, excluded: null, predecessors: [], fingerprint: null, from: null, to: null },
  }));
  expectOk(await workspace.reception.writeRoster(2020, roster, { actor: '接收人', action: 'roster/import', detail: {} }));
  const receive = (isStopped: () => boolean = () => false, onProgress: (done: number) => void = () => undefined) =>
    takeIn(desk, { places: [inbox], reportYear: 2020, now: clock.now(), onProgress, isStopped });
  const states = () => expectOk(overlook(desk, 2020, superior)).units.map(({ state }) => state);
  return { workspace, desk, receive, states, clock };
}

describe('a mixed batch', () => {
  test('is kept file by file, and each unit stands where its files put it', async () => {
    const { workspace, desk, receive, states } = await prepare();
    const summary = expectOk(await receive());
    expect(summary).toMatchObject({
      files: 8,
      done: 8,
      taken: 6,
      refused: 1,
      known: 0,
      ignored: 1,
      notKept: [],
      saved: { state: 'saved' },
    });
    expect(states()).toEqual(['received', 'received', 'wrong', 'wrong', 'missing']);
    const { units: found, strangers, counts } = expectOk(overlook(desk, 2020, superior));
    expect(found.map(({ files }) => files.map(({ role }) => role.kind).sort())).toEqual([
      ['counts', 'superseded'],
      ['counts', 'duplicate'],
      ['refused'],
      ['counts'],
      [],
    ]);
    expect(found.map(({ faults }) => faults.map(({ kind }) => kind))).toEqual([[], [], ['refused'], ['figures'], ['missing']]);
    expect(strangers.map(({ file, role }) => [file.fileName, role.kind])).toEqual([['5.filing.json', 'left-out']]);
    expect(counts).toMatchObject({ received: 2, wrong: 2, missing: 1 });
    for (const file of workspace.reception.files(2020)) {
      expect(expectOk(openReceivedFiles(nodeFileSystem, dirname(workspace.path)).read(file.digest)).length).toBe(file.size);
      expect(JSON.stringify(file)).not.toContain(inbox);
    }
    const [refused] = found[2]!.files;
    const saved = expectOk(saveReceived(workspace, refused!.file.digest, makeTemporaryFolder()));
    expect(readFileSync(saved).equals(readFileSync(join(inbox, refused!.file.fileName)))).toBe(true);
  });

  test('received again is recognised by digest; only what was refused is looked at anew', async () => {
    const { receive, workspace, states } = await prepare();
    await receive();
    const before = states();
    expect(expectOk(await receive())).toMatchObject({ taken: 0, refused: 1, known: 6 });
    expect(states()).toEqual(before);
    expect(workspace.reception.files(2020)).toHaveLength(7);
  });

  test('cancelled in the middle keeps what was received until then, whole, and goes on with the rest', async () => {
    const { receive, workspace } = await prepare();
    let done = 0;
    const stopped = expectOk(
      await receive(
        () => done >= 4,
        (count) => (done = count),
      ),
    );
    expect(stopped).toMatchObject({ files: 8, done: 4 });
    const files = workspace.reception.files(2020);
    expect(files).toHaveLength(stopped.taken + stopped.refused);
    expect(readdirSync(join(dirname(workspace.path), 'received')).sort()).toEqual(files.map(({ digest }) => digest).sort());
    expect(expectOk(await receive())).toMatchObject({ done: 8, known: stopped.taken });
    expect(workspace.reception.files(2020)).toHaveLength(7);
  });

  test('held or removed files leave the sum and the state of their unit, and come back', async () => {
    const { receive, workspace, states } = await prepare();
    await receive();
    const { digest } = workspace.reception.files(2020).find(({ fileName }) => fileName === '3.filing.json')!;
    const entry = { actor: '接收人', action: 'reception/set-standing', detail: { digest } };
    expectOk(await workspace.reception.setStanding(digest, 'held', entry));
    expect(states()[3]).toBe('held');
    expect(workspace.reception.sources(2020)).toHaveLength(5);
    expect(workspace.reception.sources(2020, ['taken', 'held'])).toHaveLength(6);
    expectOk(await workspace.reception.setStanding(digest, 'taken', entry));
    expect(states()[3]).toBe('wrong');
  });

  test('is judged anew by the keys that the roster has come to register', async () => {
    const { receive, workspace, desk, clock } = await prepare();
    await receive();
    const verdicts = () =>
      workspace.reception
        .files(2020)
        .filter(({ kind }) => kind === 'bundle')
        .map(({ verdict }) => verdict);
    expect(verdicts().sort()).toEqual(['refused', 'untrusted', 'untrusted']);
    const signer = workspace.reception.sources(2020).find(({ file }) => file.fileName === '0-v2.asice')!.source.signerFingerprint;
    const roster = workspace.reception.roster(2020).units.map((unit, index) => (index === 0 ? { ...unit, fingerprint: signer } : unit));
    expectOk(await workspace.reception.writeRoster(2020, roster, { actor: '接收人', action: 'roster/change', detail: {} }));
    expectOk(await checkAgain(desk, 2020, clock.now()));
    expect(verdicts().sort()).toEqual(['refused', 'valid', 'valid']);
    expect(workspace.reception.sources(2020).find(({ file }) => file.fileName === '0-v2.asice')?.source.signature).toBe('valid');
  });
});

test('a backup that was asked for takes the received files along, one by the clock leaves them where they are, and a restore brings them and their record back', async () => {
  const { receive, workspace, clock, states } = await prepare();
  const folder = dirname(workspace.path);
  const tools = { fs: nodeFileSystem, engine, steps: migrations };
  const host = hostHere(backupWork(tools));
  const backups = openBackups({
    workspace,
    folder,
    fs: nodeFileSystem,
    host,
    appVersion: '0.1.0',
    now: clock.now,
    onFailure: () => undefined,
  });
  const empty = expectOk(await backups.make('requested'));
  expect(empty.manifest.format).toBe('nianbao.backup/1');
  await receive();
  const before = states();
  const full = expectOk(await backups.make('requested'));
  expect(full.manifest.format).toBe('nianbao.backup/2');
  expect(expectOk(await backups.inspect(full.path))).toMatchObject({ received: 7, absent: 0 });
  const hourly = expectOk(await backups.make('hourly'));
  expect(expectOk(await backups.inspect(hourly.path))).toMatchObject({ received: 0, absent: 0 });
  expect(expectOk(await backups.preview(empty.path)).changes.reception).toEqual({ onlyHere: 7, onlyThere: 0, isRosterOther: false });
  expectOk(await backups.restore(empty.path, empty.sha256, '填报人'));
  expect(states()).toEqual(Array.from({ length: 5 }, () => 'missing'));
  rmSync(join(folder, 'received'), { recursive: true });
  mkdirSync(join(folder, 'received'));
  expectOk(await backups.restore(full.path, full.sha256, '填报人'));
  expect(states()).toEqual(before);
  expect(readdirSync(join(folder, 'received'))).toHaveLength(7);
  const [lost] = readdirSync(join(folder, 'received'));
  rmSync(join(folder, 'received', lost!));
  const partial = expectOk(await backups.make('requested'));
  expect(partial.absentAttachments).toHaveLength(1);
});

/** Which files are received, and that threads make no difference. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles, type ListedFile } from '#main/reception/list-files.ts';
import { receiveFile, type ReceiveOrder } from '#main/reception/receive-file.ts';
import type { Take } from '#main/reception/receive-all.ts';
import { shareOut } from '#main/threads/share-out.ts';
import type { Arrival } from '#main/reception/received.ts';
import { noTrust } from '#main/signing/trust-store.ts';
import { buildThread } from '../../fixtures/build-thread.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { seedFiling, splitFiling } from '../../fixtures/made-units.ts';

const editions = editionIds.map((id) => shippedEdition(id));
const order: ReceiveOrder = {
  editions,
  trust: { ...noTrust, isAsked: false },
  registered: new Map([['1', 'a']]),
  reportYear: null,
  now: new Date('2026-03-01T00:00:00Z'),
};
const folder = mkdtempSync(join(tmpdir(), 'nianbao-收件-'));

function put(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('files that arrive', () => {
  test('are those below a folder, each once, without what systems and programs leave behind', () => {
    const inbox = 'list';
    for (const name of ['b/2.filing.json', '1.asice', '~$表.xlsx', '.hidden.json', 'Thumbs.db', 'half.tmp']) put(`${inbox}/${name}`, '');
    symlinkSync(join(folder, inbox), join(folder, inbox, 'b', 'loop'));
    const place = join(folder, inbox);
    const listed = listFiles([place, join(place, '1.asice'), join(folder, 'gone.asice')], [join(place, 'b', '..', 'other.json')]);
    if (!listed.ok) throw new Error(listed.problem.code);
    expect(listed.value.map(({ path, isNamed }) => [relative(folder, path), isNamed])).toEqual([
      ['list/1.asice', false],
      ['list/b/2.filing.json', false],
      ['gone.asice', true],
    ]);
    expect(listFiles([place], [join(place, '1.asice')])).toMatchObject({ value: [{ path: join(place, 'b/2.filing.json') }] });
  });

  test.each([
    ['a picture beside the reports', 'x.png', '', false, 'ignored'],
    ['a picture that was named', 'y.png', '\x89PNG\r\n\x1a\n', true, 'refused file/unsupported-kind'],
    ['an empty file', 'e.asice', '', false, 'refused reception/empty'],
    ['a report of intake beside them', 'intake.json', '{"format":"nianbao.intake-report/1"}', false, 'ignored'],
    ['the same, named', 'intake2.json', '{"format":"nianbao.intake-report/1"}', true, 'refused filing/unknown-format'],
    ['half a filing', 'half.filing.json', '{"format":', false, 'refused file/not-json'],
    ['no bundle', 'x.asice', 'zip', false, 'refused container/not-a-zip'],
    ['a PDF', 'x.pdf', '%PDF-1.7', false, 'refused intake/is-pdf'],
    ['a notice', 'x.txt', '关于做好年度报告工作的通知', false, 'refused intake/not-a-report'],
    ['an empty file', 'empty.xlsx', '', false, 'refused'],
  ])('%s: %s', async (_name, file, content, isNamed, expected) => {
    const received = await receiveFile({ path: put(file, content), isNamed }, order);
    const code = received.kind === 'refused' ? (received.problem?.code ?? received.reasons[0]?.code ?? '') : '';
    expect(`${received.kind} ${code}`).toMatch(new RegExp(`^${expected}`, 'u'));
  });

  test('in threads they are received as one by one, in their order', async () => {
    const edition = shippedEdition('2019');
    const units = splitFiling(seedFiling(edition), edition, 40);
    const files = units.map((unit, index) => ({ path: put(`threads/${String(index)}.filing.json`, JSON.stringify(unit)), isNamed: false }));
    files.splice(7, 0, { path: put('threads/broken.filing.json', '{'), isNamed: false });
    const script = await buildThread('src-main/reception/receive-worker.ts');
    const arrivals = new Map<number, readonly Arrival[]>();
    const take: Take = (few, at) => few.forEach((each, index) => arrivals.set(at + index, each));
    await shareOut<ListedFile, readonly Arrival[]>({ script, threads: 2, pieces: files, order, take, isStopped: () => false });
    const received = files.map((_, at) => arrivals.get(at));
    expect(received).toEqual(
      await Promise.all(files.map(async (file) => [{ kind: 'received', received: await receiveFile(file, order), kept: null }])),
    );
  });
});

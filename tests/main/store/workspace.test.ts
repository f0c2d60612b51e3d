import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { ok } from '#core/lib/outcome.ts';
import { keepDocument } from '#main/store/documents.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import {
  alterFile,
  contentsOf,
  createClock,
  edition,
  entry,
  expectOk,
  fileIn,
  open,
  sampleFiling,
  withValue,
} from './workspace-fixture.ts';

const digest = 'a'.repeat(64);
const submission = {
  revision: 1,
  bundleDigest: digest,
  fileName: '海口-460100-2020-v1.asice',
  folder: 'D:\\报送',
  exportedAt: '2026-01-20T01:00:00.000Z',
};

describe('a workspace', () => {
  it('lists and reads what was added, after a new start too', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    const filing = withValue(sampleFiling(), 12);
    const id = expectOk(await workspace.addFiling(filing, entry));
    const check = (opened = workspace) => {
      expect(opened.listFilings()).toEqual([
        {
          id,
          unit: filing.unit,
          reportYear: 2020,
          editionId: edition.id,
          status: 'draft',
          isApproved: false,
          updatedAt: '2026-01-12T08:30:00.000Z',
        },
      ]);
      expect(opened.readFiling(id)).toEqual(
        ok({ id, filing, status: 'draft', pending: {}, submissions: [], updatedAt: '2026-01-12T08:30:00.000Z' }),
      );
    };
    check();
    expect(await workspace.settle()).toEqual({ state: 'saved', at: '2026-01-12T08:30:00.000Z' });
    check(open(folder));
  });

  it('keeps the leading zeros of codes', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    for (const code of ['000123', '0123', '00012', '000123456789', '1e5', '00'])
      expectOk(await workspace.addFiling(sampleFiling(code), entry));
    const codes = open(folder)
      .listFilings()
      .map((each) => each.unit.code);
    expect(codes).toEqual(['00', '00012', '000123', '000123456789', '0123', '1e5']);
  });

  it('keeps the credit code and the level of a unit', async () => {
    const workspace = open(makeTemporaryFolder());
    const unit = { code: '460000-7', name: '省档案馆', creditCode: '11460000008174050W', level: 'department' } as const;
    expectOk(await workspace.addFiling({ ...sampleFiling(), unit }, entry));
    expect(workspace.listFilings()[0]?.unit).toEqual(unit);
  });

  it('has one filing of a unit for a year', async () => {
    const workspace = open(makeTemporaryFolder());
    const id = expectOk(await workspace.addFiling(sampleFiling('469001', 2020), entry));
    const other = expectOk(await workspace.addFiling(sampleFiling('469001', 2019), entry));
    const problem = { code: 'filing/exists', details: { unit: '469001', name: '单位469001', year: 2020 } };
    expect(await workspace.addFiling(sampleFiling('469001', 2020), entry)).toEqual({ ok: false, problem });
    expect(await workspace.updateFiling(other, { filing: sampleFiling('469001', 2020), pending: {} }, entry)).toEqual({
      ok: false,
      problem,
    });
    expect((await workspace.updateFiling(id, { filing: sampleFiling('469001', 2020), pending: {} }, entry)).ok).toBe(true);
    expect(workspace.listFilings().map((each) => each.reportYear)).toEqual([2020, 2019]);
    expect(workspace.verifyJournal()).toEqual({ kind: 'intact', entries: 3 });
  });

  it('does not know a filing that is not there', async () => {
    const workspace = open(makeTemporaryFolder());
    const unknown = { ok: false, problem: { code: 'filing/not-found', details: { id: 'x' } } };
    expect(workspace.readFiling('x')).toEqual(unknown);
    expect(await workspace.updateFiling('x', { filing: sampleFiling(), pending: {} }, entry)).toEqual(unknown);
    expect(await workspace.recordSubmission('x', submission, sampleFiling(), entry)).toEqual(unknown);
    expect([workspace.lastExported('x'), workspace.journalOf('x')]).toEqual([ok(null), []]);
  });

  it('keeps typed text that is no value, until it is corrected', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    const id = expectOk(await workspace.addFiling(sampleFiling(), entry));
    const [first, second] = edition.form.cells.map((each) => each.key) as [
      `${string}.${string}.${string}`,
      `${string}.${string}.${string}`,
    ];
    const pendingAfterStart = () => expectOk(open(folder).readFiling(id)).pending;
    await workspace.updateFiling(id, { filing: sampleFiling(), pending: { [first]: '约30\u0000件\n', [second]: '无' } }, entry);
    expect(pendingAfterStart()).toEqual({ [first]: '约30\u0000件\n', [second]: '无' });
    await workspace.updateFiling(id, { filing: sampleFiling(), pending: { [second]: '无' } }, entry);
    expect(pendingAfterStart()).toEqual({ [second]: '无' });
  });

  it('refuses a stored document that cannot be decoded, with the reason', async () => {
    const folder = makeTemporaryFolder();
    const id = expectOk(await open(folder).addFiling(sampleFiling(), entry));
    alterFile(folder, (writer) => {
      const filing = sampleFiling();
      const document = keepDocument(writer, canonicalJson({ ...filing, edition: { ...filing.edition, id: '1999' } }));
      writer.run('UPDATE filing SET document = ?', [document]);
    });
    const workspace = open(folder);
    expect(workspace.readFiling(id)).toMatchObject({
      problem: { code: 'edition/unknown', details: { edition: '1999', file: fileIn(folder) } },
    });
    expect(workspace.listFilings()).toHaveLength(1);
  });

  it('does not store what it could not open again', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    const filing = withValue(sampleFiling(), 5);
    const id = expectOk(await workspace.addFiling(filing, entry));
    const before = contentsOf(workspace);
    const tooLarge = { ...filing, cells: { ...filing.cells, [edition.form.cells[0]!.key]: 1_000_000_000_000_000 } };
    const refused = { ok: false, problem: { code: 'filing/bad-value', details: { reason: 'too-large' } } };
    expect(await workspace.updateFiling(id, { filing: tooLarge, pending: {} }, entry)).toMatchObject(refused);
    expect(await workspace.addFiling({ ...tooLarge, reportYear: 2019 }, entry)).toMatchObject(refused);
    expect(await workspace.recordSubmission(id, submission, tooLarge, entry)).toMatchObject(refused);
    expect(contentsOf(workspace)).toEqual(before);
    expect(contentsOf(open(folder))).toEqual(before);
  });

  it('keeps several entries for one change', async () => {
    const workspace = open(makeTemporaryFolder());
    const id = expectOk(await workspace.addFiling(sampleFiling(), entry, { ...entry, action: 'intake/read' }));
    expect(workspace.journalOf(id).map((each) => each.action)).toEqual(['filing/enter-cells', 'intake/read']);
  });

  it('keeps settings, with an entry only where one is given', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    expect(workspace.readSetting('language')).toBeNull();
    await workspace.writeSetting('language', 'zh');
    expect(await workspace.writeSetting('language', 'en', entry)).toMatchObject({ state: 'saved' });
    expect(open(folder).readSetting('language')).toBe('en');
    expect(open(folder).verifyJournal()).toEqual({ kind: 'intact', entries: 1 });
  });

  it('keeps amounts as the text they were', async () => {
    const folder = makeTemporaryFolder();
    const amount = edition.form.cells.find((each) => each.value === 'amount')!.key;
    const filing = { ...sampleFiling(), cells: { ...sampleFiling().cells, [amount]: '866534.00' } };
    const id = expectOk(await open(folder).addFiling(filing, entry));
    expect(expectOk(open(folder).readFiling(id)).filing.cells[amount]).toBe('866534.00');
  });
});

describe('a submission', () => {
  const exported = { ...withValue(sampleFiling(), 5), revision: { number: 2, previousBundleDigest: digest, changes: [] } };

  it('makes the exported filing the current one, submitted', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    const id = expectOk(await workspace.addFiling(withValue(sampleFiling(), 5), entry));
    expect(workspace.lastExported(id)).toEqual(ok(null));
    const recorded = expectOk(await workspace.recordSubmission(id, submission, exported, entry));
    expect(recorded).toEqual({ ...submission, id: recorded.id });
    const stored = expectOk(open(folder).readFiling(id));
    expect(stored).toMatchObject({ status: 'submitted', filing: exported, submissions: [recorded] });
    expect(open(folder).lastExported(id)).toEqual(ok(exported));
  });

  it('stays what it was when the filing changes afterwards, and the filing is a draft again', async () => {
    const workspace = open(makeTemporaryFolder());
    const id = expectOk(await workspace.addFiling(withValue(sampleFiling(), 5), entry));
    await workspace.recordSubmission(id, submission, exported, entry);
    await workspace.updateFiling(id, { filing: exported, pending: {} }, entry);
    expect(workspace.listFilings()[0]?.status).toBe('submitted');
    await workspace.updateFiling(id, { filing: withValue(exported, 6), pending: {} }, entry);
    expect(workspace.listFilings()[0]?.status).toBe('draft');
    expect(workspace.lastExported(id)).toEqual(ok(exported));
  });

  it('does not undo what was entered while it was being exported', async () => {
    const workspace = open(makeTemporaryFolder());
    const edited = withValue(sampleFiling(), 6);
    const id = expectOk(await workspace.addFiling(edited, entry));
    const recorded = expectOk(await workspace.recordSubmission(id, submission, exported, entry));
    expect(expectOk(workspace.readFiling(id))).toMatchObject({ filing: edited, status: 'draft', submissions: [recorded] });
    expect(workspace.lastExported(id)).toEqual(ok(exported));
  });

  it('is listed after the one before, and the last one counts', async () => {
    const workspace = open(makeTemporaryFolder());
    const id = expectOk(await workspace.addFiling(withValue(sampleFiling(), 5), entry));
    for (const revision of [1, 2, 2]) {
      const filing = { ...exported, revision: { ...exported.revision, number: revision } };
      expectOk(await workspace.recordSubmission(id, { ...submission, revision }, filing, entry));
    }
    expect(expectOk(workspace.readFiling(id)).submissions.map((each) => each.revision)).toEqual([1, 2, 2]);
    expect(expectOk(workspace.lastExported(id))?.revision.number).toBe(2);
  });
});

describe('closing a workspace', () => {
  it('ends its use', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder, { now: createClock().now });
    expectOk(await workspace.addFiling(sampleFiling(), entry));
    const contents = contentsOf(workspace);
    expect(await workspace.close()).toMatchObject({ state: 'saved' });
    expect(() => workspace.listFilings()).toThrow();
    expect(contentsOf(open(folder))).toEqual(contents);
  });
});

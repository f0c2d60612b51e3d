import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { sha256Hex as sha256 } from '#main/signing/digest.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { alterFile, entry, expectOk, open, sampleFiling, withValue } from './workspace-fixture.ts';

/** A workspace of one filing and four entries, and the file behind it. */
async function fill(folder: string): Promise<string> {
  const workspace = open(folder);
  const id = expectOk(await workspace.addFiling(sampleFiling(), { ...entry, action: 'filing/create' }));
  for (const value of [1, 2]) expectOk(await workspace.updateFiling(id, { filing: withValue(sampleFiling(), value), pending: {} }, entry));
  expectOk(await workspace.addFiling(sampleFiling('469002'), { ...entry, action: 'filing/create' }));
  await workspace.close();
  return id;
}

const dropTriggers = `DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_shortened;`;

describe('the journal', () => {
  it('says who did what to a filing, in order', async () => {
    const folder = makeTemporaryFolder();
    const id = await fill(folder);
    const journal = open(folder).journalOf(id);
    expect(journal.map(({ seq, actor, action, filingId, at }) => ({ seq, actor, action, filingId, at }))).toEqual([
      { seq: 1, actor: '王芳', action: 'filing/create', filingId: id, at: '2026-01-12T08:30:00.000Z' },
      { seq: 2, actor: '王芳', action: 'filing/enter-cells', filingId: id, at: '2026-01-12T08:30:00.000Z' },
      { seq: 3, actor: '王芳', action: 'filing/enter-cells', filingId: id, at: '2026-01-12T08:30:00.000Z' },
    ]);
  });

  it('is read from its end as far as it is taken', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    const id = expectOk(await workspace.addFiling(sampleFiling(), entry));
    const updates = Array.from({ length: 70 }, (_each, value) =>
      workspace.updateFiling(id, { filing: withValue(sampleFiling(), value), pending: {} }, entry),
    );
    await Promise.all(updates);
    await workspace.addFiling(sampleFiling('469002'), entry);
    expect([...workspace.journalBack(id)]).toEqual(workspace.journalOf(id).toReversed());
    const [newest] = workspace.journalBack(id);
    expect(newest?.seq).toBe(71);
    expect([...workspace.journalBack('nobody')]).toEqual([]);
  });

  it('has for each entry SHA-256 over the canonical JSON of the rest of it, which names the digest before', async () => {
    const folder = makeTemporaryFolder();
    const id = await fill(folder);
    const journal = open(folder).journalOf(id);
    expect(journal).toHaveLength(3);
    for (const { digest, ...rest } of journal) expect(digest).toBe(sha256(canonicalJson(rest)));
    expect(journal.map((each) => each.previous)).toEqual(['0'.repeat(64), journal[0]?.digest, journal[1]?.digest]);
  });

  it('is intact after it was written and read again', async () => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    expect(open(folder).verifyJournal()).toEqual({ kind: 'intact', entries: 4 });
    expect(open(makeTemporaryFolder()).verifyJournal()).toEqual({ kind: 'intact', entries: 0 });
  });

  it('is intact with text that no file can hold as it is', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    expectOk(
      await workspace.addFiling(sampleFiling(), {
        actor: 'a\uD842',
        action: 'x',
        detail: { text: '\uDC00\u0000', list: [null, 1.5, true] },
      }),
    );
    expect(open(folder).verifyJournal()).toEqual({ kind: 'intact', entries: 1 });
  });

  it.each([
    ['a changed actor', 2, `UPDATE journal SET actor = '李强' WHERE seq = 2`],
    ['a changed detail', 3, `UPDATE journal SET detail = '{"cells":2}' WHERE seq = 3`],
    ['a changed time', 1, `UPDATE journal SET at = '2025-01-01T00:00:00.000Z' WHERE seq = 1`],
    ['an entry taken out of the middle', 2, 'DELETE FROM journal WHERE seq = 2'],
    ['the first entry taken away', 1, 'DELETE FROM journal WHERE seq = 1'],
    [
      'an entry made out to another filing',
      4,
      'UPDATE journal SET filing_id = (SELECT filing_id FROM journal WHERE seq = 1) WHERE seq = 4',
    ],
    ['a changed digest', 2, `UPDATE journal SET digest = '00' WHERE seq = 2`],
  ])('shows %s', async (_name, seq, sql) => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    alterFile(folder, (writer) => {
      writer.script(dropTriggers + sql);
    });
    expect(open(folder).verifyJournal()).toEqual({ kind: 'broken', seq });
  });

  it.each([
    ['UPDATE', `UPDATE journal SET actor = '李强'`],
    ['DELETE', 'DELETE FROM journal'],
    ['REPLACE', `REPLACE INTO journal VALUES (2, '2026', '李强', NULL, 'x', '{}', '', '1')`],
    ['a gap', `INSERT INTO journal VALUES (9, '2026', '李强', NULL, 'x', '{}', '', '1')`],
  ])('refuses %s', async (_name, sql) => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    expect(() => {
      alterFile(folder, (writer) => {
        writer.run(sql);
      });
    }).toThrow('the journal is append-only');
    expect(open(folder).verifyJournal()).toEqual({ kind: 'intact', entries: 4 });
  });
});

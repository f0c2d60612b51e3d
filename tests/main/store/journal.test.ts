import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ok } from '#core/lib/outcome.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { sha256Hex as sha256 } from '#main/signing/digest.ts';
import type { Writer } from '#main/store/sql-engine.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { engine, entry, expectOk, fileIn, open, sampleFiling, withValue } from './workspace-fixture.ts';

/** A workspace of one filing and four entries, and the file behind it. */
function fill(folder: string): string {
  const workspace = open(folder);
  const id = expectOk(workspace.addFiling(sampleFiling(), { ...entry, action: 'filing/create' }));
  for (const value of [1, 2]) expectOk(workspace.updateFiling(id, { filing: withValue(sampleFiling(), value), pending: {} }, entry));
  expectOk(workspace.addFiling(sampleFiling('469002'), { ...entry, action: 'filing/create' }));
  workspace.close();
  return id;
}

/** Changes the file behind the app's back. */
function tamper(folder: string, change: (writer: Writer) => void): void {
  const database = engine.open(readFileSync(fileIn(folder)));
  expectOk(
    database.transaction((writer) => {
      change(writer);
      return ok(null);
    }),
  );
  writeFileSync(fileIn(folder), database.image());
}

const dropTriggers = `DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_shortened;`;

describe('the journal', () => {
  it('says who did what to a filing, in order', () => {
    const folder = makeTemporaryFolder();
    const id = fill(folder);
    const journal = open(folder).journalOf(id);
    expect(journal.map(({ seq, actor, action, filingId, at }) => ({ seq, actor, action, filingId, at }))).toEqual([
      { seq: 1, actor: '王芳', action: 'filing/create', filingId: id, at: '2026-01-12T08:30:00.000Z' },
      { seq: 2, actor: '王芳', action: 'filing/enter-cells', filingId: id, at: '2026-01-12T08:30:00.000Z' },
      { seq: 3, actor: '王芳', action: 'filing/enter-cells', filingId: id, at: '2026-01-12T08:30:00.000Z' },
    ]);
  });

  it('has for each entry SHA-256 over the canonical JSON of the rest of it, which names the digest before', () => {
    const folder = makeTemporaryFolder();
    const id = fill(folder);
    const journal = open(folder).journalOf(id);
    expect(journal).toHaveLength(3);
    for (const { digest, ...rest } of journal) expect(digest).toBe(sha256(canonicalJson(rest)));
    expect(journal.map((each) => each.previous)).toEqual(['0'.repeat(64), journal[0]?.digest, journal[1]?.digest]);
  });

  it('is intact after it was written and read again', () => {
    const folder = makeTemporaryFolder();
    fill(folder);
    expect(open(folder).verifyJournal()).toEqual({ kind: 'intact', entries: 4 });
    expect(open(makeTemporaryFolder()).verifyJournal()).toEqual({ kind: 'intact', entries: 0 });
  });

  it('is intact with text that no file can hold as it is', () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    expectOk(
      workspace.addFiling(sampleFiling(), { actor: 'a\uD842', action: 'x', detail: { text: '\uDC00\u0000', list: [null, 1.5, true] } }),
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
  ])('shows %s', (_name, seq, sql) => {
    const folder = makeTemporaryFolder();
    fill(folder);
    tamper(folder, (writer) => {
      writer.script(dropTriggers + sql);
    });
    expect(open(folder).verifyJournal()).toEqual({ kind: 'broken', seq });
  });

  it.each([
    ['UPDATE', `UPDATE journal SET actor = '李强'`],
    ['DELETE', 'DELETE FROM journal'],
    ['REPLACE', `REPLACE INTO journal VALUES (2, '2026', '李强', NULL, 'x', '{}', '', '1')`],
    ['a gap', `INSERT INTO journal VALUES (9, '2026', '李强', NULL, 'x', '{}', '', '1')`],
  ])('refuses %s', (_name, sql) => {
    const folder = makeTemporaryFolder();
    fill(folder);
    expect(() => {
      tamper(folder, (writer) => {
        writer.run(sql);
      });
    }).toThrow('the journal is append-only');
    expect(open(folder).verifyJournal()).toEqual({ kind: 'intact', entries: 4 });
  });
});

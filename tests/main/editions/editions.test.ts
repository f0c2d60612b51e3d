/** Form editions as signed files: sealed, verified, installed, used, and refused when anything about them is wrong. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareEditions } from '#core/rules/compare-editions.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import { writeSignedContainer } from '#main/bundles/signed-container.ts';
import { readEditionFolder } from '#main/editions/edition-folder.ts';
import { installEdition, loadInstalled, removeEdition } from '#main/editions/installed-editions.ts';
import { sealEdition } from '#main/editions/seal-edition.ts';
import { verifyEdition } from '#main/editions/verify-edition.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { editionJson } from '../../fixtures/editions.ts';
import { makeKey, now, passphrase, root, valueOf } from '../bundle/sample.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

const key = valueOf(await readPkcs12((await makeKey('460000', '海南省')).p12, passphrase));
const shipped = join(root, 'resources/editions');
const trust = { trusted: [key.certificate], pins: [], lists: [] };

/** The edition of 2021 under another name, from 2027 on, with its files changed by `change`. */
function makeFolder(change: (files: ReturnType<typeof editionJson>) => void = () => undefined): string {
  const files = editionJson('2021');
  files.edition.id = '2027';
  files.edition.reportYears = { from: 2027, to: null };
  files.rules.edition = '2027';
  change(files);
  const folder = join(makeTemporaryFolder(), '2027');
  mkdirSync(folder);
  writeFileSync(join(folder, 'edition.json'), JSON.stringify(files.edition, null, 2));
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(files.rules, null, 2));
  return folder;
}

const sealed = (folder = makeFolder()) => valueOf(sealEdition(valueOf(readEditionFolder(folder, '2027')), key, now));
const verify = (bytes: Uint8Array, changes: object = {}) => verifyEdition({ bytes, ...trust, now, ...changes });

describe('a signed edition', () => {
  test('has the digest of its folder, and is valid where its signer is trusted', async () => {
    const folder = makeFolder();
    const report = await verify(sealed(folder));
    expect(report).toMatchObject({ verdict: 'valid', reasons: [], signer: { unitCode: '460000' } });
    expect(report.signed?.loaded.digest).toBe(valueOf(readEditionFolder(folder, '2027')).loaded.digest);
    expect(await verify(sealed(folder), { trusted: [] })).toMatchObject({ verdict: 'untrusted' });
  });

  test('that was changed is refused', async () => {
    const bytes = Buffer.from(sealed());
    const at = bytes.indexOf('rules.json') + 600;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    expect(await verify(bytes)).toMatchObject({ verdict: 'invalid', signed: null });
  });

  test('with a rule of an unknown kind is refused, however well it is signed', async () => {
    const { edition, rules } = editionJson('2021');
    const [first, ...rest] = rules.rules;
    const files = { 'edition.json': edition, 'rules.json': { ...rules, rules: [{ ...first, kind: 'script' }, ...rest] } };
    const entries = Object.entries(files).map(([name, value]) => ({
      name,
      mediaType: 'application/json',
      bytes: Buffer.from(JSON.stringify(value)),
    }));
    const report = await verify(writeSignedContainer(entries, key, now));
    expect(report).toMatchObject({
      verdict: 'invalid',
      reasons: [{ code: 'form/unacceptable', details: { problem: 'edition/malformed' } }],
      signed: null,
    });
    const without = await verify(writeSignedContainer(entries.slice(0, 1), key, now));
    expect(without.reasons).toMatchObject([{ code: 'container/missing-entry', details: { name: 'rules.json' } }]);
    const noJson = await verify(
      writeSignedContainer(
        entries.map((each) => ({ ...each, bytes: Buffer.from('{') })),
        key,
        now,
      ),
    );
    expect(noJson.reasons).toMatchObject([{ code: 'form/unreadable' }]);
  });
});

describe('an installed edition', () => {
  async function install(folder: string, from = makeFolder()) {
    const bytes = sealed(from);
    const { signed } = await verify(bytes);
    if (signed === null) throw new Error('not signed');
    return { signed, outcome: installEdition(folder, signed, bytes) };
  }

  test('is loaded before the others, for its years; theirs stay with them', async () => {
    const folder = join(makeTemporaryFolder(), 'editions');
    const { outcome } = await install(folder);
    expect(readdirSync(valueOf(outcome)).toSorted()).toEqual(['edition.json', 'rules.json', 'signed.asice']);
    const editions = valueOf(loadEditions(shipped, folder));
    expect(editions.map((each) => each.id)).toEqual(['2027', '2019', '2021']);
    expect(valueOf(editionForYear(editions, 2027)).id).toBe('2027');
    expect(valueOf(editionForYear(editions, 2026)).id).toBe('2021');
  });

  test('is there once, and can be taken away again', async () => {
    const folder = join(makeTemporaryFolder(), 'editions');
    const from = makeFolder();
    const { signed } = await install(folder, from);
    expect((await install(folder, from)).outcome).toMatchObject({ problem: { code: 'edition/installed' } });
    expect(removeEdition(folder, signed.loaded)).toMatchObject({ ok: true });
    expect(valueOf(loadInstalled(folder))).toEqual([]);
  });

  test('that was altered on the disk is not used', async () => {
    const folder = join(makeTemporaryFolder(), 'editions');
    const place = valueOf((await install(folder)).outcome);
    const rules = join(place, 'rules.json');
    writeFileSync(rules, readFileSync(rules, 'utf8').replace('"severity":"error"', '"severity":"hint"'));
    expect(loadEditions(shipped, folder)).toMatchObject({ problem: { code: 'edition/not-verified', details: { reason: 'digest' } } });
  });
});

test('what an edition changes is told: cells and rules that come, go or differ', () => {
  const before = valueOf(readEditionFolder(makeFolder(), '2027')).loaded;
  const after = valueOf(
    readEditionFolder(
      makeFolder(({ rules }) => {
        const [, second] = rules.rules;
        rules.rules.shift();
        if (second !== undefined) second['severity'] = 'hint';
      }),
      '2027',
    ),
  ).loaded;
  const [gone, changed] = before.book.rules.map((each) => each.code);
  const none = { addedCells: [], removedCells: [], addedRules: [] };
  expect(compareEditions(before, after)).toEqual({ ...none, removedRules: [gone], changedRules: [changed] });
  expect(compareEditions(after, before)).toMatchObject({ addedRules: [gone] });
});

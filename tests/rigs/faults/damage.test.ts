/** Every file goes bad where it lies: opening says so in words and gives the newest good state; nothing bad is taken for good. */
import { copyFileSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Problem } from '#core/lib/problem.ts';
import { describeRecovery } from '#core/text/describe-opening.ts';
import { attachedFiles } from '#main/attachments/attached-files.ts';
import { openAttachmentFiles } from '#main/attachments/attachment-files.ts';
import { openIdentityFolder } from '#main/signing/identity-folder.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { createIdentity, identityStatus } from '#main/use-cases/create-identity.ts';
import { now, passphrase, unit } from '../../main/bundle/sample.ts';
import { expectOk, fileIn, generationsIn } from '../../main/store/workspace-fixture.ts';
import { isLong, say, seed } from '../rig-length.ts';
import { eachNoted } from '../summary.ts';
import { backupsOf, copyOf, freshPath, lockAndTry, lookInto, makeTemplate, removeScratch, scan, tryToOpen, works } from './rig-folder.ts';
import { spoilings, type Spoiling } from './spoil.ts';
import { faultsOfWords } from './words.ts';

const template = await makeTemplate();
const whole = await lookInto(copyOf(template));
const lastSave = new Date('2026-01-12T08:30:00.000Z');
const flips = isLong ? 400 : 12;
const damage = 'files damaged at rest';
const isEnough = { timeout: isLong ? 3_600_000 : 180_000 };
say(`damage at rest: seed ${String(seed)}, ${String(flips)} turned bits a file`);

afterAll(removeScratch);

/** Spoils the file at `path` below a copy of the template in every way, and calls `check` with the folder. */
async function eachWay(path: string, check: (folder: string, where: string) => Promise<void>, from = template): Promise<void> {
  const bytes = readFileSync(join(from, path));
  await eachNoted(damage, spoilings(bytes.length, flips, seed), async ({ name, spoil }) => {
    const folder = copyOf(from);
    writeFileSync(join(folder, path), spoil(bytes));
    // What goes bad by itself is as old as it was.
    utimesSync(join(folder, path), lastSave, lastSave);
    await check(folder, `${path}, ${name}, seed ${String(seed)}`);
    rmSync(folder, { recursive: true });
  });
}

function expectWords(problem: Problem, where: string): void {
  expect(faultsOfWords(problem), where).toEqual([]);
}

/** What is told of a recovery names the file that was set aside and the time of the copy. */
function expectRecovery(folder: string, where: string) {
  const workspace = expectOk(tryToOpen(folder, works));
  const { opening } = workspace;
  if (opening.kind !== 'recovered') throw new Error(`it was ${opening.kind}: ${where}`);
  for (const language of ['zh', 'en'] as const) {
    const words = describeRecovery(opening, language, (iso) => iso);
    expect(words).toContain(opening.setAside);
    expect(words).toContain(opening.savedAt);
  }
  return { workspace, opening };
}

const generations = readdirSync(generationsIn(template)).sort();
const [backup = ''] = readdirSync(join(template, 'backups'));
const [attachment = ''] = readdirSync(join(template, 'attachments'));

describe('the workspace file', () => {
  it('is set aside as it was, and the newest copy opens, with words for it', isEnough, async () => {
    await eachWay('nianbao.sqlite', async (folder, where) => {
      const bad = readFileSync(fileIn(folder));
      const { workspace, opening } = expectRecovery(folder, where);
      expect(opening.lost, where).toMatchObject({ kind: 'nothing' });
      expect(readFileSync(opening.setAside).equals(bad), where).toBe(true);
      await workspace.close();
      expect(await lookInto(folder), where).toBe(whole);
    });
  });
});

describe.each([
  ['the newest generation', join('generations', generations.at(-1) ?? '')],
  ['a backup', join('backups', backup)],
  ['the note of the last save', 'last-save.json'],
])('%s', (_name, path) => {
  it('is not needed while the workspace file is good', isEnough, async () => {
    await eachWay(path, async (folder, where) => {
      const workspace = expectOk(tryToOpen(folder, works));
      expect(workspace.opening, where).toEqual({ kind: 'opened' });
      await workspace.close();
      expect(await lookInto(folder), where).toBe(whole);
    });
  });

  it('is not taken for good when the workspace file is bad too: the next good copy opens', isEnough, async () => {
    await eachWay(path, async (folder, where) => {
      writeFileSync(fileIn(folder), '');
      const { workspace, opening } = expectRecovery(folder, where);
      expect(opening.copy.name, where).not.toBe(basename(path));
      await workspace.close();
      expect(await lookInto(folder), where).toBe(whole);
    });
  });
});

describe('all copies of the newest state', () => {
  it('being bad, the state before opens, and the reports that lack edits are named', isEnough, async () => {
    const bytes = readFileSync(fileIn(template));
    await eachNoted(damage, spoilings(bytes.length, flips, seed), async ({ name, spoil }) => {
      const folder = copyOf(template);
      for (const path of [fileIn(folder), join(folder, 'backups', backup), join(generationsIn(folder), generations.at(-1) ?? '')]) {
        writeFileSync(path, spoil(readFileSync(path)));
      }
      const { workspace, opening } = expectRecovery(folder, name);
      expect(opening.lost.kind, name).toBe('some');
      expect(opening.copy.name, name).toBe(generations.at(-2));
      await workspace.close();
    });
  });
});

describe('the lock of an app that was killed', () => {
  it('never hides the workspace: it opens, or the user is asked or told who has it', isEnough, async () => {
    const locked = copyOf(template);
    const other = expectOk(await lockAndTry(copyOf(template), works));
    copyFileSync(join(other.path, '..', 'nianbao.lock'), join(locked, 'nianbao.lock'));
    await other.close();
    const codes = new Set<string>();
    await eachWay(
      'nianbao.lock',
      async (folder, where) => {
        const asked: Problem[] = [];
        const opened = await lockAndTry(folder, works, (silent) => asked.push(silent) > 0);
        for (const problem of [...asked, ...(opened.ok ? [] : [opened.problem])]) {
          codes.add(problem.code);
          expectWords(problem, where);
        }
        if (opened.ok) await opened.value.close();
        else expect(opened.problem.code, where).toBe('workspace/in-use');
        expect(await lookInto(folder), where).toBe(whole);
      },
      locked,
    );
    expect(codes).toContain('workspace/silent-lock');
  });
});

describe('an attachment', () => {
  it('is refused by name and path, mended by its backup, and stops no opening', isEnough, async () => {
    await eachWay(join('attachments', attachment), async (folder, where) => {
      const workspace = expectOk(tryToOpen(folder, works));
      const [{ id } = { id: '' }] = workspace.listFilings();
      const { filing } = expectOk(workspace.readFiling(id));
      const read = attachedFiles(openAttachmentFiles(works, folder), filing.attachments);
      if (read.ok) throw new Error(`it was taken: ${where}`);
      expect(read.problem.code, where).toBe('attachment/not-intact');
      expectWords(read.problem, where);
      const backups = backupsOf(workspace, folder, works);
      const path = join(folder, 'backups', backup);
      const { sha256 } = expectOk(await backups.inspect(path));
      expectOk(await backups.restore(path, sha256, '王芳'));
      expect(expectOk(openAttachmentFiles(works, folder).read(attachment)).length, where).toBe(scan.length);
      await workspace.close();
    });
  });
});

describe('a backup that is looked into', () => {
  it('is refused with its path, and restores nothing', isEnough, async () => {
    await eachWay(join('backups', backup), async (folder, where) => {
      const workspace = expectOk(tryToOpen(folder, works));
      const backups = backupsOf(workspace, folder, works);
      const path = join(folder, 'backups', backup);
      for (const outcome of [await backups.inspect(path), await backups.restore(path, 'ab'.repeat(32), '王芳')]) {
        if (outcome.ok) throw new Error(`it was taken: ${where}`);
        expect(['backup/damaged', 'backup/not-a-backup'], where).toContain(outcome.problem.code);
        expect(outcome.problem.details['path'], where).toBe(path);
        expectWords(outcome.problem, where);
      }
      await workspace.close();
      expect(await lookInto(folder), where).toBe(whole);
    });
  });
});

describe('the key of a unit', () => {
  const folder = freshPath();
  const identities = openIdentityFolder(works, folder);

  it('is refused with words, or opens as the very key it was', isEnough, async () => {
    const order = { unitCode: unit.code, unitName: unit.name, passphrase, now, algorithm: 'p256' as const };
    const identity = expectOk(await createIdentity(identities, order));
    const p12 = expectOk(identities.readKey(unit.code));
    // Opening a key is slow on purpose.
    const ways = spoilings(p12.length, isLong ? 100 : 6, seed);
    await eachNoted(damage, ways, ({ name, spoil }) => expectRefusedOrSame(name, spoil, p12, identity.fingerprint));
    const certificate = join(folder, `${unit.code}.crt.pem`);
    const pem = readFileSync(certificate);
    await eachNoted(damage, spoilings(pem.length, flips, seed), ({ name, spoil }) => {
      writeFileSync(certificate, spoil(pem));
      const status = identityStatus(identities, () => false, unit.code);
      if (!status.ok) expectWords(status.problem, name);
      else expect(status.value, name).toEqual(identity);
    });
  });

  async function expectRefusedOrSame(name: string, spoil: Spoiling['spoil'], p12: Uint8Array, fingerprint: string): Promise<void> {
    writeFileSync(join(folder, `${unit.code}.p12`), spoil(p12));
    const opened = await readPkcs12(expectOk(identities.readKey(unit.code)), passphrase);
    if (opened.ok) expect(opened.value.certificate.fingerprint, name).toBe(fingerprint);
    else expectWords(opened.problem, name);
  }
});

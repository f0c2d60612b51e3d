/** What the fault rig lets fail: everything that the app writes. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Outcome } from '#core/lib/outcome.ts';
import { enterCells } from '#core/filing/edit-filing.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { errnoOf, type FileSystem } from '#main/files/file-system.ts';
import { changeFiling } from '#main/filings/change-filing.ts';
import { openIdentityFolder } from '#main/signing/identity-folder.ts';
import { readImageHeader } from '#main/store/image-header.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { attachFiles } from '#main/use-cases/attach-files.ts';
import { exportBundle } from '#main/use-cases/export-bundle.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { approveFiling } from '#main/use-cases/review-filing.ts';
import { makeKey, now, passphrase, root, unit } from '../../main/bundle/sample.ts';
import { edition, expectOk, fileIn } from '../../main/store/workspace-fixture.ts';
import { backupsOf, copyOf, freshPath, lockAndTry, lookInto, outOf, tryToOpen, wholeBackupsIn, works } from './rig-folder.ts';
import type { Operation } from './sweep.ts';
import { doneAndSaved, ofFolder, openAndClose, problemOf, withWorkspace } from './trials.ts';

const editions = [edition];
const allEditions = () => expectOk(loadEditions(join(root, 'resources/editions')));
const writing = ['file/disk-full', 'file/locked', 'file/not-writable', 'file/read-only'];
const reading = ['file/locked', 'file/not-readable'];
const codesOf = (...codes: readonly string[]) => [...new Set(codes)].sort();

/** What was not exported must not lie there as if it had been, unless the disk is dead and lets nothing be removed. */
function refuseLeftBundle(fs: FileSystem, folder: string): void {
  try {
    fs.list(folder);
  } catch (error) {
    errnoOf(error);
    return;
  }
  if (readdirSync(folder).some((name) => name.endsWith('.asice'))) throw new Error('the bundle was left behind');
}

/** Other contents than its backup has. */
async function withoutAttachments(template: string): Promise<string> {
  const folder = copyOf(template);
  const workspace = expectOk(tryToOpen(folder, works));
  const [{ id } = { id: '' }] = workspace.listFilings();
  const { filing } = expectOk(workspace.readFiling(id));
  const content = { filing: { ...filing, attachments: [] }, pending: {} };
  expectOk(await workspace.updateFiling(id, content, { actor: '王芳', action: 'filing/detach', detail: {} }));
  await workspace.close();
  return folder;
}

function enter(workspace: Workspace, id: string, text: string): Promise<Outcome<unknown>> {
  const texts = [{ cell: 'applications.receivedThisYear.naturalPerson', text }] as const;
  return changeFiling(
    { editions, workspace },
    { id, action: 'filing/enter-cells', work: (stored) => enterCells(edition.form, stored, texts) },
  );
}

export async function makeOperations(template: string): Promise<readonly Operation[]> {
  const key = await makeKey();
  const source = `${freshPath()}.pdf`;
  writeFileSync(source, '%PDF-1 '.repeat(3_000));
  const frozen = join(root, 'tests/fixtures/workspaces/schema-1.sqlite');
  const [backup = ''] = readdirSync(join(template, 'backups'));
  const edited = await withoutAttachments(template);
  const sha256 = /-([0-9a-f]{64})\./u.exec(backup)?.[1] ?? '';

  return [
    {
      name: 'saving an edit',
      codes: codesOf(...writing),
      begin: withWorkspace(template, async (workspace, _folder, _fs, id) => doneAndSaved(workspace, await enter(workspace, id, '7'))),
    },
    {
      name: 'saving the edit after it, for which all is ready',
      codes: codesOf(...writing),
      begin: withWorkspace(
        template,
        async (workspace, _folder, _fs, id) => doneAndSaved(workspace, await enter(workspace, id, '7')),
        () => '',
        async (workspace, id) => doneAndSaved(workspace, await enter(workspace, id, '6')),
      ),
    },
    {
      name: 'opening',
      codes: codesOf(...reading, 'workspace/not-writable'),
      begin: (fs) => {
        const folder = copyOf(template);
        return Promise.resolve(
          ofFolder(
            folder,
            () => openAndClose(lockAndTry(folder, fs)),
            () => lookInto(folder),
          ),
        );
      },
    },
    {
      name: 'making a workspace',
      codes: codesOf(...writing, ...reading, 'workspace/not-writable'),
      begin: (fs) => {
        const folder = freshPath();
        return Promise.resolve(
          ofFolder(
            folder,
            () => openAndClose(tryToOpen(folder, fs)),
            () => lookInto(folder),
          ),
        );
      },
    },
    {
      name: 'recovering',
      codes: codesOf(...writing, ...reading, 'workspace/damaged', 'workspace/not-writable'),
      begin: (fs) => {
        const folder = copyOf(template);
        writeFileSync(fileIn(folder), new Uint8Array(readFileSync(fileIn(folder)).length));
        return Promise.resolve(
          ofFolder(
            folder,
            () => openAndClose(tryToOpen(folder, fs)),
            () => lookInto(folder),
          ),
        );
      },
    },
    {
      name: 'migrating',
      codes: codesOf(...writing, ...reading, 'workspace/not-writable'),
      // A failing folder sync after the rename leaves the new file, whatever is answered.
      isKept: (found) => found.includes('schema 2'),
      begin: (fs) => {
        const folder = freshPath();
        mkdirSync(folder);
        copyFileSync(frozen, fileIn(folder));
        const given = { editions: allEditions() };
        const look = async () => {
          const schema = `schema ${String(readImageHeader(readFileSync(fileIn(folder)))?.userVersion)}`;
          return `${schema} ${await lookInto(folder, given)}`;
        };
        return Promise.resolve(ofFolder(folder, () => openAndClose(tryToOpen(folder, fs, given)), look));
      },
    },
    {
      name: 'a backup of the app',
      codes: codesOf('file/disk-full', 'file/locked', 'backup/own-folder', ...reading),
      begin: withWorkspace(
        template,
        async (workspace, folder, fs) => problemOf(await backupsOf(workspace, folder, fs).make('before-seal')),
        (folder) => wholeBackupsIn(join(folder, 'backups')),
      ),
    },
    {
      name: 'a backup on a stick',
      codes: codesOf(...writing, ...reading),
      begin: withWorkspace(
        template,
        async (workspace, folder, fs) => {
          mkdirSync(outOf(folder));
          return problemOf(await backupsOf(workspace, folder, fs).makeIn(outOf(folder)));
        },
        (folder) => wholeBackupsIn(outOf(folder)),
      ),
    },
    {
      name: 'a restore',
      codes: codesOf(...writing, ...reading, 'backup/own-folder'),
      begin: withWorkspace(edited, async (workspace, folder, fs) => {
        const path = join(folder, 'backups', basename(backup));
        return doneAndSaved(workspace, await backupsOf(workspace, folder, fs).restore(path, sha256, '王芳'));
      }),
    },
    {
      name: 'sealing and exporting',
      share: 3,
      // The bundle is on the medium, whole, and the workspace says that it is not saved yet, or the medium is dead.
      isKept: (found) => found.endsWith(' valid'),
      codes: codesOf(...writing, ...reading),
      begin: withWorkspace(
        template,
        async (workspace, folder, fs, id) => {
          mkdirSync(outOf(folder));
          const chooseFolder = () => Promise.resolve(outOf(folder));
          const order = { id, p12: key.p12, passphrase, reason: null, now, chooseFolder, fs };
          const exported = await exportBundle({ editions, workspace }, order);
          if (!exported.ok) refuseLeftBundle(fs, outOf(folder));
          return doneAndSaved(workspace, exported);
        },
        async (folder) => {
          if (!existsSync(outOf(folder))) return 'no bundle';
          // A dead medium may keep the unfinished file too, under a name that nobody takes for a bundle.
          const names = readdirSync(outOf(folder)).filter((name) => name.endsWith('.asice'));
          const reports = names.map((name) =>
            verifyBundle({ bytes: readFileSync(join(outOf(folder), name)), trusted: [key.certificate], editions, now }),
          );
          const verdicts = (await Promise.all(reports)).map((each) => each.verdict);
          return verdicts.length === 0 ? 'no bundle' : verdicts.join(' ');
        },
        async (workspace, id) =>
          expectOk(await approveFiling({ editions, workspace }, { id, reviewer: '王芳', signatory: '陈海', isOnePerson: true })),
      ),
    },
    {
      name: 'attaching a file',
      codes: codesOf(...writing),
      begin: withWorkspace(template, async (workspace, _folder, fs, id) =>
        doneAndSaved(workspace, await attachFiles({ editions, workspace }, id, [source], fs)),
      ),
    },
    {
      name: 'keeping a key',
      codes: codesOf(...writing),
      begin: (fs) => {
        const folder = freshPath();
        const given = { p12: key.p12, certificatePem: key.pem };
        const look = () => {
          const found = openIdentityFolder(fs, folder).readKey(unit.code);
          return Promise.resolve(found.ok ? `a key, whole: ${String(Buffer.compare(found.value, key.p12) === 0)}` : found.problem.code);
        };
        return Promise.resolve(
          ofFolder(folder, () => Promise.resolve(problemOf(openIdentityFolder(fs, folder).keep(unit.code, given))), look),
        );
      },
    },
  ];
}

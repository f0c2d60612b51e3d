/** Attachments from the user's folder to the report and its bundle. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attachmentLimitBytes } from '#core/filing/attachment.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { attachFiles, removeAttachment } from '#main/use-cases/attach-files.ts';
import { undoEdit } from '#main/use-cases/undo-edit.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { edition, entry, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

async function deskWithReport() {
  const folder = makeTemporaryFolder();
  const workspace = open(folder);
  const id = expectOk(await workspace.addFiling(sampleFiling(), entry));
  const namesOf = () => expectOk(workspace.readFiling(id)).filing.attachments.map(({ name }) => name);
  return { folder, id, desk: { workspace, editions: [edition] }, namesOf };
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(makeTemporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('attaching files', () => {
  test('keeps their bytes under their digests, and each go is one step of undo', async () => {
    const { folder, id, desk, namesOf } = await deskWithReport();
    expectOk(await attachFiles(desk, id, [fileOf('签字页.pdf', '%PDF-1'), fileOf('附表.xlsx', 'PK')]));
    expect(namesOf()).toEqual(['签字页.pdf', '附表.xlsx']);
    expect(readFileSync(join(folder, 'attachments', sha256Hex('%PDF-1')), 'utf8')).toBe('%PDF-1');
    expectOk(await removeAttachment(desk, id, '附表.xlsx'));
    expect(namesOf()).toEqual(['签字页.pdf']);
    expectOk(await undoEdit(desk, id));
    expect(namesOf()).toEqual(['签字页.pdf', '附表.xlsx']);
    expectOk(await undoEdit(desk, id));
    expect(namesOf()).toEqual([]);
    await desk.workspace.close();
  });

  test('takes all of them or none: one that is too large leaves the report as it was', async () => {
    const { id, desk, namesOf, folder } = await deskWithReport();
    const large = fileOf('扫描.pdf', new Uint8Array(attachmentLimitBytes + 1));
    const attached = await attachFiles(desk, id, [fileOf('签字页.pdf', '%PDF-1'), large]);
    expect(attached).toMatchObject({ ok: false, problem: { code: 'attachment/too-large', details: { name: '扫描.pdf' } } });
    expect(namesOf()).toEqual([]);
    expect(readdirSync(folder)).not.toContain('attachments');
    await desk.workspace.close();
  });

  test('says so when the attachment to remove is not there', async () => {
    const { id, desk } = await deskWithReport();
    expect(await removeAttachment(desk, id, '没有.pdf')).toMatchObject({ ok: false, problem: { code: 'filing/not-found' } });
    await desk.workspace.close();
  });
});

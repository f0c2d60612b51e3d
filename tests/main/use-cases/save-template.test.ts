/** The Excel template of a report in the workspace, as the window asks for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import { saveTemplate } from '#main/use-cases/save-template.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { edition, entry, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

const received = 'applications.receivedThisYear.naturalPerson';
const carried = 'applications.carriedForward.naturalPerson';

async function deskWithTwoYears() {
  const workspace = open(makeTemporaryFolder());
  const [before, now] = [sampleFiling('469001', 2019), sampleFiling('469001', 2020)];
  expectOk(await workspace.addFiling({ ...before, cells: { ...before.cells, [carried]: 7 } }, entry));
  const id = expectOk(
    await workspace.addFiling({ ...now, cells: { ...now.cells, [received]: 5 }, tableNotes: { remedies: '含结转' } }, entry),
  );
  return { workspace, id, desk: { workspace, editions: [edition] } };
}

describe('saving the template of a report', () => {
  it('has the figures and notes so far, and those of last year’s report in the workspace', async () => {
    const { desk, id, workspace } = await deskWithTwoYears();
    const folder = makeTemporaryFolder();
    const fileName = expectOk(await saveTemplate(desk, id, folder));
    expect(fileName).toBe('单位469001-2020-填报表.xlsx');
    const book = read(readFileSync(join(folder, fileName)), { type: 'buffer' });
    expect(book.Sheets['表三']?.['D6']).toMatchObject({ t: 'n', v: 5 });
    expect(book.Sheets['表三']?.['J6']).toMatchObject({ t: 'n', v: 5, f: 'IF(COUNT(D6:I6)=0,"",SUM(D6:I6))' });
    expect(book.Sheets['上年数据表三']?.['D28']).toMatchObject({ t: 'n', v: 7 });
    expect(Object.values(book.Sheets['表四'] ?? {})).toContainEqual(expect.objectContaining({ v: '含结转' }));
    await workspace.close();
  });

  it('never writes over a workbook that may have been filled in since', async () => {
    const { desk, id, workspace } = await deskWithTwoYears();
    const folder = makeTemporaryFolder();
    const names = [await saveTemplate(desk, id, folder), await saveTemplate(desk, id, folder), await saveTemplate(desk, id, folder)].map(
      expectOk,
    );
    expect(names).toEqual(['单位469001-2020-填报表.xlsx', '单位469001-2020-填报表 (2).xlsx', '单位469001-2020-填报表 (3).xlsx']);
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    await workspace.close();
  });

  it('says why where nothing can be written, and for a report that is not there', async () => {
    const { desk, id, workspace } = await deskWithTwoYears();
    expect(await saveTemplate(desk, id, join(makeTemporaryFolder(), '没有'))).toMatchObject({
      ok: false,
      problem: { code: 'file/not-writable' },
    });
    expect(await saveTemplate(desk, '00000000-0000-4000-8000-000000000000', makeTemporaryFolder())).toMatchObject({
      problem: { code: 'filing/not-found' },
    });
    await workspace.close();
  });
});

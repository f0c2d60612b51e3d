/** Approval and unlocking of a report in a real workspace. */
import { describe, expect, test } from 'vitest';
import { enterCells } from '#core/filing/edit-filing.ts';
import { changeFiling, reviewOf } from '#main/filings/change-filing.ts';
import { approveFiling, unlockFiling } from '#main/use-cases/review-filing.ts';
import { undoEdit } from '#main/use-cases/undo-edit.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { edition, entry, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

const cell = 'applications.carriedForward.naturalPerson';

async function deskWithReport() {
  const workspace = open(makeTemporaryFolder());
  const id = expectOk(await workspace.addFiling(sampleFiling(), entry));
  const desk = { workspace, editions: [edition] };
  const enter = (text: string) =>
    changeFiling(desk, { id, action: 'filing/enter-cells', work: (stored, { form }) => enterCells(form, stored, [{ cell, text }]) });
  return { desk, id, enter };
}

describe('a report under review', () => {
  test('is not approved while findings stand', async () => {
    const { desk, id } = await deskWithReport();
    const refused = await approveFiling(desk, { id, reviewer: '李强', signatory: '陈海', isOnePerson: false });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'review/not-ready' } });
    expect(reviewOf(desk, id).state).toBe('open');
    await desk.workspace.close();
  });

  test('is not approved while the file of an attachment is gone, and all such are named', async () => {
    const { desk, id } = await deskWithReport();
    const { filing } = expectOk(desk.workspace.readFiling(id));
    const gone = (name: string) => ({ name, mediaType: 'application/pdf', size: 3, digest: 'a'.repeat(64) });
    const attachments = [gone('批复.pdf'), gone('统计表.pdf')];
    expectOk(await desk.workspace.updateFiling(id, { filing: { ...filing, attachments }, pending: {} }, entry));
    const refused = await approveFiling(desk, { id, reviewer: '李强', signatory: '陈海', isOnePerson: false });
    expect(refused).toMatchObject({ problem: { code: 'attachment/not-intact', details: { names: '批复.pdf, 统计表.pdf' } } });
    await desk.workspace.close();
  });

  test('that is approved takes no edit and no undo until it is unlocked, and then both', async () => {
    const { desk, id, enter } = await deskWithReport();
    expectOk(await enter('7'));
    const approval = { actor: '李强', action: 'review/approve', detail: { reviewer: '李强', signatory: '陈海' } };
    const { filing, pending } = expectOk(desk.workspace.readFiling(id));
    expectOk(await desk.workspace.updateFiling(id, { filing, pending }, approval));
    expect(reviewOf(desk, id)).toMatchObject({ state: 'approved', reviewer: '李强', signatory: '陈海' });
    const isListedAsApproved = () => desk.workspace.listFilings().find((each) => each.id === id)?.isApproved;
    expect(isListedAsApproved()).toBe(true);
    expect(await enter('8')).toMatchObject({ ok: false, problem: { code: 'filing/approved', details: { reviewer: '李强' } } });
    expect(await undoEdit(desk, id)).toMatchObject({ ok: false, problem: { code: 'filing/approved' } });
    expect(expectOk(desk.workspace.readFiling(id)).filing.cells[cell]).toBe(7);

    expectOk(await unlockFiling(desk, id, ' 退回补充 '));
    expect(reviewOf(desk, id)).toEqual({ state: 'open', reason: '退回补充' });
    expectOk(await undoEdit(desk, id));
    expectOk(await enter('8'));
    expect(expectOk(desk.workspace.readFiling(id)).filing.cells[cell]).toBe(8);
    expect(desk.workspace.verifyJournal()).toMatchObject({ kind: 'intact' });
    await desk.workspace.close();
  });
});

/** Undo and redo in a real workspace: across restarts, failing disks and exports, with the journal intact throughout. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { enterCells, type WorkingFiling } from '#core/filing/edit-filing.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { changeFiling, keepingPending, type Desk } from '#main/filings/change-filing.ts';
import { viewFiling } from '#main/filings/view-filing.ts';
import { showHistory } from '#main/use-cases/show-history.ts';
import { redoEdit, undoEdit } from '#main/use-cases/undo-edit.ts';
import { writeSection } from '#main/use-cases/write-section.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { edits, type Edit } from '../../core/history/arbitrary-filings.ts';
import { createFailingFileSystem } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, edition, expectOk, open, sampleFiling, withValue } from '../store/workspace-fixture.ts';

const creation = { actor: '填报人', action: 'filing/create', detail: {} } as const;
const person = 'applications.broughtForward.naturalPerson';
const deskOf = (workspace: Workspace): Desk => ({ editions: [edition], workspace });

async function begin(folder = makeTemporaryFolder(), now = createClock().now) {
  const workspace = open(folder, { now });
  const id = expectOk(await workspace.addFiling(sampleFiling(), creation));
  return { folder, workspace, desk: deskOf(workspace), id };
}

async function enter(desk: Desk, id: string, text: string, cell: CellKey = person): Promise<void> {
  const action = 'filing/enter-cells';
  expectOk(await changeFiling(desk, { id, action, work: (stored, { form }) => enterCells(form, stored, [{ cell, text }]) }));
}

/** As it is stored: what the user has in front of them. */
function present({ workspace }: Desk, id: string) {
  const { filing, pending, status } = expectOk(workspace.readFiling(id));
  return { filing, pending, status };
}

async function exportOnce({ workspace }: Desk, id: string, revision: number): Promise<void> {
  const { filing } = expectOk(workspace.readFiling(id));
  const submission = { revision, bundleDigest: String(revision).repeat(64), fileName: 'x.asice', folder: '/', exportedAt: '' };
  const entry = { actor: '填报人', action: 'bundle/export', detail: { revision } };
  expectOk(await workspace.recordSubmission(id, submission, filing, entry));
}

const apply = (desk: Desk, id: string, { action, work }: Edit) =>
  changeFiling(desk, { id, action, work: (stored) => ({ ok: true, value: work({ filing: stored.filing, pending: stored.pending }) }) });

type Action = { kind: 'edit'; edit: Edit } | { kind: 'undo' | 'redo' | 'reopen' } | { kind: 'fail'; at: number };
const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: edits.map((edit): Action => ({ kind: 'edit', edit })) },
    { weight: 4, arbitrary: fc.constantFrom<Action[]>({ kind: 'undo' }, { kind: 'undo' }, { kind: 'redo' }) },
    fc.constant<Action>({ kind: 'reopen' }),
    fc.nat(8).map((at): Action => ({ kind: 'fail', at })),
  ),
  { maxLength: 16 },
);

describe('undo and redo in a workspace', () => {
  it('go where two stacks of states would go, over restarts and failed saves, and leave the journal intact', async () => {
    const disk = createFailingFileSystem();
    await fc.assert(
      fc.asyncProperty(actions, async (sequence) => {
        disk.arm(null);
        const folder = makeTemporaryFolder();
        let workspace = open(folder, { fs: disk.fs });
        const id = expectOk(await workspace.addFiling(sampleFiling(), creation));
        const initial = present(deskOf(workspace), id);
        const done: WorkingFiling[] = [];
        let undone: WorkingFiling[] = [];
        const reopen = async () => {
          disk.arm(null);
          expect((await workspace.close()).state).toBe('saved');
          workspace = open(folder, { fs: disk.fs });
          expect(workspace.verifyJournal().kind).toBe('intact');
        };
        for (const action of sequence) {
          const desk = deskOf(workspace);
          const before = present(desk, id);
          if (action.kind === 'reopen') await reopen();
          else if (action.kind === 'fail') disk.arm({ errno: 'EIO', at: action.at });
          else if (action.kind === 'edit') {
            expectOk(await apply(desk, id, action.edit));
            if (JSON.stringify(present(desk, id)) === JSON.stringify(before)) continue;
            done.push(before);
            undone = [];
          } else {
            const gone = await (action.kind === 'undo' ? undoEdit(desk, id) : redoEdit(desk, id));
            const [from, to] = action.kind === 'undo' ? [done, undone] : [undone, done];
            const expected = from.pop();
            expect(gone.ok).toBe(expected !== undefined);
            if (expected === undefined) continue;
            to.push(before);
            expect(present(desk, id)).toEqual(expected);
          }
        }
        const final = present(deskOf(workspace), id);
        await reopen();
        let steps = 0;
        while ((await undoEdit(deskOf(workspace), id)).ok) steps += 1;
        expect(steps).toBe(done.length);
        expect(present(deskOf(workspace), id)).toEqual(initial);
        await reopen();
        for (; steps > 0; steps -= 1) expectOk(await redoEdit(deskOf(workspace), id));
        expect(present(deskOf(workspace), id)).toEqual(final);
        expect(workspace.verifyJournal().kind).toBe('intact');
        await workspace.close();
      }),
      { numRuns: 20 },
    );
  });

  it('say in the view what they would do next, in words', async () => {
    const { desk, id } = await begin();
    await enter(desk, id, '38');
    await enter(desk, id, '39');
    expectOk(await undoEdit(desk, id));
    const { undoing } = expectOk(await viewFiling(desk, id));
    expect(undoing.undo).toMatchObject({ kind: 'ready', what: { zh: '上年结转（自然人）：空白 → 38' } });
    expect(undoing.redo).toMatchObject({ kind: 'ready', what: { zh: '上年结转（自然人）：38 → 39' } });
    expectOk(await undoEdit(desk, id));
    expect(expectOk(await viewFiling(desk, id)).undoing.undo).toEqual({
      kind: 'none',
      why: { code: 'history/nothing-to-undo', details: { reason: 'beginning' } },
    });
  });

  it('say what they did and where it is to be seen', async () => {
    const { desk, id } = await begin();
    await enter(desk, id, '38');
    expect(expectOk(await undoEdit(desk, id))).toMatchObject({ place: { part: 'applications', cell: person } });
    await writeSection(desk, id, 'overview', narrativeFromText('总体情况。'));
    expect(expectOk(await undoEdit(desk, id)).place).toEqual({ part: 'overview', cell: null });
    const people = { preparer: '王芳', reviewer: null, signatory: null, phone: null };
    const work = (stored: Parameters<typeof keepingPending>[0]) => keepingPending(stored, { ...stored.filing, people });
    expectOk(await changeFiling(desk, { id, action: 'filing/name-people', work }));
    expect(expectOk(await undoEdit(desk, id))).toMatchObject({ what: { zh: '填报人：无 → 王芳' }, place: { part: 'people', cell: null } });
  });

  it('take back prose by the passage', async () => {
    const clock = createClock();
    const { desk, id } = await begin(makeTemporaryFolder(), clock.now);
    for (const text of ['主', '主动', '主动公开']) await writeSection(desk, id, 'overview', narrativeFromText(text));
    clock.moveMinutes(1);
    for (const text of ['主动公开1', '主动公开12']) await writeSection(desk, id, 'overview', narrativeFromText(text));
    const textOf = () => present(desk, id).filing.narrative['overview'];
    expectOk(await undoEdit(desk, id));
    expect(textOf()).toEqual(narrativeFromText('主动公开'));
    expectOk(await undoEdit(desk, id));
    expect(textOf()).toBeUndefined();
  });

  it('refuse, and change nothing, where the filing is not as the journal says', async () => {
    const { desk, id } = await begin();
    await enter(desk, id, '38');
    // What no version of the app does: an edit that the journal keeps no changes of, behind one that it does.
    const behind = { actor: '？', action: 'repair/other', detail: {} };
    const cells = { ...present(desk, id).filing.cells, [person]: 40 };
    expectOk(await desk.workspace.updateFiling(id, { filing: { ...present(desk, id).filing, cells }, pending: {} }, behind));
    const before = present(desk, id);
    const refused = await undoEdit(desk, id);
    expect(refused).toEqual({ ok: false, problem: { code: 'history/conflict', details: { place: person } } });
    expect(present(desk, id)).toEqual(before);
    expect(expectOk(await viewFiling(desk, id)).undoing.undo).toMatchObject({ kind: 'none', why: { code: 'history/conflict' } });
  });

  it('stop at an edit of a version that kept no changes', async () => {
    const { desk, id } = await begin();
    const old = { actor: '填报人', action: 'filing/enter-cells', detail: { cells: [{ cell: person, from: null, to: 1 }] } };
    expectOk(await desk.workspace.updateFiling(id, { filing: withValue(sampleFiling(), 1), pending: {} }, old));
    expect(await undoEdit(desk, id)).toEqual({
      ok: false,
      problem: { code: 'history/nothing-to-undo', details: { reason: 'old-version' } },
    });
  });
});

describe('an export', () => {
  it('is not undone: the edit before it is taken back as a new draft, and making it again ends the draft', async () => {
    const { desk, id } = await begin();
    await enter(desk, id, '38');
    await exportOnce(desk, id, 1);
    const exported = present(desk, id);
    expect(exported.status).toBe('submitted');
    expect(expectOk(await viewFiling(desk, id)).undoing.undo).toMatchObject({ what: { zh: expect.stringContaining('导出之前的修改') } });
    expectOk(await undoEdit(desk, id));
    const draft = present(desk, id);
    expect(draft).toMatchObject({ status: 'draft', filing: { cells: { [person]: null }, revision: { number: 2 } } });
    expect(expectOk(desk.workspace.readFiling(id)).submissions).toHaveLength(1);
    expectOk(await redoEdit(desk, id));
    expect(present(desk, id)).toEqual(exported);
  });

  it('is not what stands while a cell holds text that is no number', async () => {
    const { desk, id } = await begin();
    await exportOnce(desk, id, 1);
    await enter(desk, id, '若干');
    expect(present(desk, id)).toMatchObject({ status: 'draft', pending: { [person]: '若干' } });
    expectOk(await undoEdit(desk, id));
    expect(present(desk, id)).toMatchObject({ status: 'submitted', pending: {} });
  });

  it('is what stands again when the edits after it are undone', async () => {
    const { desk, id } = await begin();
    await enter(desk, id, '38');
    await exportOnce(desk, id, 1);
    const exported = present(desk, id);
    await enter(desk, id, '39');
    await enter(desk, id, '若干');
    expect(present(desk, id)).toMatchObject({ status: 'draft', filing: { revision: { number: 2 } } });
    expectOk(await undoEdit(desk, id));
    expectOk(await undoEdit(desk, id));
    expect(present(desk, id)).toEqual(exported);
  });
});

describe('the history', () => {
  it('tells who did what, newest first, of the report and of one cell', async () => {
    const { desk, id } = await begin();
    await enter(desk, id, '38');
    await enter(desk, id, '5', 'applications.receivedThisYear.naturalPerson');
    await exportOnce(desk, id, 1);
    expectOk(await undoEdit(desk, id));
    const told = (cell: CellKey | null) =>
      expectOk(showHistory(desk, id, cell)).lines.map(({ what, changes, isUndone }) =>
        [what.zh, ...changes.map(({ label, from, to }) => `${label.zh} ${from.zh} → ${to.zh}`), ...(isUndone ? ['后来已撤销'] : [])].join(
          ' ',
        ),
      );
    expect(told(null)).toEqual([
      '撤销 本年新收（自然人） 5 → 空白',
      '导出上报包（第 1 版）',
      '填写数据 本年新收（自然人） 空白 → 5 后来已撤销',
      '填写数据 上年结转（自然人） 空白 → 38',
      '建立年报',
    ]);
    expect(told(person)).toEqual(['导出上报包（第 1 版）', '填写数据 上年结转（自然人） 空白 → 38', '建立年报']);
  });

  it('of a cell that the edition does not have is refused', async () => {
    const { desk, id } = await begin();
    expect(showHistory(desk, id, 'a.b.c')).toMatchObject({ ok: false, problem: { code: 'filing/unknown-cell' } });
  });
});

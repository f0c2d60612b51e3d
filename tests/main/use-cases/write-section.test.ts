/** A section of the narrative is stored as it was written; what the form does not have is refused. */
import { describe, expect, it } from 'vitest';
import type { Block } from '#core/narrative/narrative.ts';
import { writeSection } from '#main/use-cases/write-section.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, edition, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

const creation = { actor: '填报人', action: 'filing/create', detail: {} } as const;
const blocks = (cell: `${string}.${string}.${string}`): readonly Block[] => [
  { kind: 'heading', level: 2, content: [{ kind: 'text', text: '（一）受理情况' }] },
  {
    kind: 'list',
    ordered: true,
    items: [
      [
        { kind: 'text', text: '收到 ' },
        { kind: 'figure', cell },
      ],
    ],
  },
];

async function begin() {
  const workspace = open(makeTemporaryFolder(), { now: createClock().now });
  const id = expectOk(await workspace.addFiling(sampleFiling(), creation));
  return { workspace, desk: { editions: [edition], workspace }, id };
}

describe('a section that was written', () => {
  it('is stored with its headings, lists and bound figures, and other sections stay', async () => {
    const { workspace, desk, id } = await begin();
    const before = expectOk(workspace.readFiling(id)).filing.narrative;
    const written = blocks('applications.receivedThisYear.total');
    expectOk(await writeSection(desk, id, 'overview', written));
    expect(expectOk(workspace.readFiling(id)).filing.narrative).toEqual({ ...before, overview: written });
  });

  it('is refused when a figure is bound to a cell that the form has not, or the form has no such section', async () => {
    const { workspace, desk, id } = await begin();
    const before = expectOk(workspace.readFiling(id)).filing;
    const stranger = await writeSection(desk, id, 'overview', blocks('applications.noSuchRow.total'));
    expect(stranger).toMatchObject({
      ok: false,
      problem: { code: 'filing/unknown-cell', details: { cell: 'applications.noSuchRow.total' } },
    });
    const nowhere = await writeSection(desk, id, 'noSuchSection', []);
    expect(nowhere).toMatchObject({ ok: false, problem: { code: 'filing/unknown-cell', details: { cell: 'noSuchSection' } } });
    expect(expectOk(workspace.readFiling(id)).filing).toEqual(before);
  });
});

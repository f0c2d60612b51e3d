/** Opening the app with files: a filing is taken in once, a bundle is verified, and one bad file hides no other. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '#core/lib/outcome.ts';
import type { Filing } from '#core/filing/filing.ts';
import { openGiven } from '#main/use-cases/open-given.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { edition, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

function prepare() {
  const folder = makeTemporaryFolder();
  const desk = { editions: [edition], workspace: open(join(folder, 'workspace')) };
  const write = (name: string, content: Filing | string) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const openFiles = async (...paths: string[]) =>
    expectOk(await openGiven(desk, paths, (bundles) => Promise.resolve(ok(bundles.map((fileName) => ({ fileName, problem: trouble }))))));
  return { desk, write, openFiles };
}
const trouble = { code: 'file/not-found', details: {} } as const;

describe('files that the app is opened with', () => {
  it('take a filing into the workspace, and open the same one again without a copy', async () => {
    const { desk, write, openFiles } = prepare();
    const path = write('a.filing.json', sampleFiling());
    const first = await openFiles(path);
    expect(first.id).toBe(desk.workspace.listFilings()[0]?.id);
    expect(await openFiles(path)).toEqual(first);
    expect(desk.workspace.listFilings()).toHaveLength(1);
    const entries = desk.workspace.journalOf(first.id ?? '');
    expect(entries.map(({ action }) => action)).toEqual(['filing/open-file']);
  });

  it('never replace another report of the same unit and year', async () => {
    const { desk, write, openFiles } = prepare();
    const filing = sampleFiling();
    const { id } = await openFiles(write('a.filing.json', filing));
    const other = { ...filing, people: { ...filing.people, preparer: '王芳' } };
    expect(await openFiles(write('b.filing.json', other))).toMatchObject({ id: null, problem: { code: 'filing/exists' } });
    expect(expectOk(desk.workspace.readFiling(id ?? '')).filing).toEqual(filing);
  });

  it('tell of a file that is no filing, and open the others all the same', async () => {
    const { write, openFiles } = prepare();
    const given = await openFiles(write('坏.json', '{'), write('a.filing.json', sampleFiling()), '/usb/一.asice');
    expect(given.problem?.code).toMatch(/^(?:file|json|filing|decode)/u);
    expect(given.id).not.toBeNull();
    expect(given.verified.map(({ fileName }) => fileName)).toEqual(['/usb/一.asice']);
  });
});

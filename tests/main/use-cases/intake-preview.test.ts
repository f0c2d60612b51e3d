/** Taking in a file or last year's report, in a real workspace: seen first, one step, undone in one, refused when outdated. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFiling } from '#core/filing/new-filing.ts';
import { enterCells } from '#core/filing/edit-filing.ts';
import type { takings } from '#core/intake/preview/apply-preview.ts';
import { type PreviewChoice } from '#core/intake/preview/apply-preview.ts';
import { changeFiling, type Desk } from '#main/filings/change-filing.ts';
import { applyHeld, previewFile, previewLastYear } from '#main/use-cases/intake-preview.ts';
import { showHistory } from '#main/use-cases/show-history.ts';
import { undoEdit } from '#main/use-cases/undo-edit.ts';
import { seedText, shippedEdition } from '../../fixtures/editions.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

const editions = (['2019', '2021'] as const).map((id) => shippedEdition(id));
const form = shippedEdition('2019').form;
const person = 'applications.broughtForward.naturalPerson';
const creation = { actor: '填报人', action: 'filing/create', detail: {} } as const;
const all = (taking: (typeof takings)[number]): PreviewChoice => ({
  tables: Object.fromEntries(form.edition.tables.map((table) => [table.id, taking])),
  sections: [],
});

async function begin() {
  const folder = makeTemporaryFolder();
  const desk: Desk = { editions, workspace: open(folder, { editions }) };
  const sample = sampleFiling();
  const blank = newFiling(sample.unit, 2020, shippedEdition('2019'));
  const id = expectOk(await desk.workspace.addFiling(blank, creation));
  const file = join(folder, '海南.txt');
  writeFileSync(file, seedText());
  return { folder, desk, id, file, cellsOf: () => expectOk(desk.workspace.readFiling(id)).filing.cells };
}

describe('taking in a file', () => {
  it('changes nothing before it is chosen, then takes it as one step that one undo takes back', async () => {
    const { desk, id, file, cellsOf } = await begin();
    const before = cellsOf();
    const held = expectOk(await previewFile(desk, { kind: 'stored', id }, file));
    expect(cellsOf()).toEqual(before);
    expectOk(await applyHeld(desk, held, all('all')));
    expect(Object.values(cellsOf()).filter((value) => value !== null)).toHaveLength(198);
    expectOk(await undoEdit(desk, id));
    expect(cellsOf()).toEqual(before);
  });

  it('keeps the name and the digest of the file with the history of every cell it filled', async () => {
    const { desk, id, file } = await begin();
    const held = expectOk(await previewFile(desk, { kind: 'stored', id }, file));
    expectOk(await applyHeld(desk, held, all('blanks')));
    const { sha256 } = held.previewed.preview.source;
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    const [line] = expectOk(showHistory(desk, id, person)).lines;
    expect(line?.what.zh).toBe(`读入数据 · 海南.txt · SHA-256 ${sha256}`);
  });

  it('is refused where the report has changed since it was shown, and where nothing was chosen', async () => {
    const { desk, id, file, cellsOf } = await begin();
    const held = expectOk(await previewFile(desk, { kind: 'stored', id }, file));
    expect(await applyHeld(desk, held, all('none'))).toMatchObject({ ok: false, problem: { code: 'intake/nothing-chosen' } });
    const work = { id, action: 'filing/enter-cells' };
    expectOk(
      await changeFiling(desk, { ...work, work: (stored, edition) => enterCells(edition.form, stored, [{ cell: person, text: '7' }]) }),
    );
    const between = cellsOf();
    expect(await applyHeld(desk, held, all('all'))).toMatchObject({ ok: false, problem: { code: 'intake/preview-outdated' } });
    expect(cellsOf()).toEqual(between);
  });

  it('of another year is refused with both years', async () => {
    const { desk, id, folder } = await begin();
    const file = join(folder, '2019.txt');
    writeFileSync(file, seedText().replace('海南省2020年', '海南省2019年'));
    expect(await previewFile(desk, { kind: 'stored', id }, file)).toMatchObject({
      ok: false,
      problem: { code: 'intake/other-year', details: { found: 2019 } },
    });
  });
});

describe('taking in a report that is not there yet', () => {
  it('makes none before it is chosen, then one with the figures, the prose and the title of the file', async () => {
    const { desk, file } = await begin();
    const unit = { ...sampleFiling().unit, code: '469002', name: '琼海市' };
    const count = desk.workspace.listFilings().length;
    const held = expectOk(await previewFile(desk, { kind: 'new', unit, reportYear: 2020 }, file));
    expect(desk.workspace.listFilings()).toHaveLength(count);
    const sections = held.previewed.preview.sections.map(({ section }) => section);
    const id = expectOk(await applyHeld(desk, held, { ...all('blanks'), sections }));
    const { filing } = expectOk(desk.workspace.readFiling(id));
    expect(Object.values(filing.cells).filter((value) => value !== null)).toHaveLength(198);
    expect(filing).toMatchObject({ unit, title: '海南省2020年政府信息公开工作年度报告' });
    expect(Object.keys(filing.narrative)).toEqual(expect.arrayContaining(sections));
  });

  it('is refused where the unit has one for the year', async () => {
    const { desk, file } = await begin();
    const target = { kind: 'new', unit: sampleFiling().unit, reportYear: 2020 } as const;
    expect(await previewFile(desk, target, file)).toMatchObject({ ok: false, problem: { code: 'filing/exists' } });
  });
});

describe('carrying over from last year', () => {
  it('takes 结转下年度 as 上年结转 across the editions, and names what the older form cannot tell', async () => {
    const { desk, id, file } = await begin();
    expectOk(await applyHeld(desk, expectOk(await previewFile(desk, { kind: 'stored', id }, file)), all('all')));
    const next = newFiling(sampleFiling().unit, 2021, shippedEdition('2021'));
    const nextId = expectOk(await desk.workspace.addFiling(next, creation));
    const held = expectOk(await previewLastYear(desk, nextId));
    expect(held.previewed.notCarried.map((each) => each.why)).toEqual(['not-in-last-years-form', 'not-in-last-years-form']);
    expectOk(await applyHeld(desk, held, { tables: { applications: 'blanks' }, sections: [] }));
    const { cells } = expectOk(desk.workspace.readFiling(nextId)).filing;
    expect(cells[person]).toBe(expectOk(desk.workspace.readFiling(id)).filing.cells['applications.carriedForward.naturalPerson']);
  });

  it('is refused where there is no report of last year', async () => {
    const { desk, id } = await begin();
    expect(await previewLastYear(desk, id)).toMatchObject({ ok: false, problem: { code: 'intake/no-last-year' } });
  });
});

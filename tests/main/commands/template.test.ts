/** `template`: an Excel workbook for a unit, with last year's figures where they are given; and what it refuses. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, type WorkBook } from 'xlsx';
import { readTemplateMeta, templateMetaSheet } from '#core/form/template-meta.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { templateCommand } from '#main/commands/template.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { filingFile, runHere } from './run-here.ts';

const whose = ['--unit', '010203', '--name', '示例县', '--year', '2025'];
const opened = (path: string): WorkBook => read(readFileSync(path), { type: 'buffer', dense: true });
const metaOf = (book: WorkBook) =>
  readTemplateMeta((book.Sheets[templateMetaSheet]?.['!data'] ?? []).map((row) => row.map((cell) => String(cell.v))));

/** Last year's report of the unit, with one figure. */
function lastYear(code: string, year: number): string {
  const unit = { code, name: '示例县', creditCode: null, level: 'county' } as const;
  const filing = newFiling(unit, year, shippedEdition('2021'));
  const cells = { ...filing.cells, 'applications.carriedForward.naturalPerson': 7 };
  return filingFile(`${code}-${String(year)}`, { ...filing, cells });
}

describe('the command template', () => {
  it('writes a workbook for the unit and year, in the edition of the year when none is named', async () => {
    const path = join(makeTemporaryFolder(), '填报表.xlsx');
    const ran = await runHere(templateCommand, [...whose, '-o', path]);
    expect(ran).toMatchObject({ ok: true, value: { exit: 0, data: { path, reportYear: 2025, edition: { id: '2021' }, hasPrior: false } } });
    expect(ran.ok && ran.value.text.zh).toContain('示例县 2025 年度');
    const { digest } = shippedEdition('2021');
    expect(metaOf(opened(path))).toMatchObject({
      unitCode: '010203',
      unitName: '示例县',
      reportYear: 2025,
      edition: { id: '2021', digest },
    });
  });

  it('puts last year’s figures on sheets of their own, and checks against them', async () => {
    const path = join(makeTemporaryFolder(), '填报表.xlsx');
    const ran = await runHere(templateCommand, [...whose, '--edition', '2021', '--prior', lastYear('010203', 2024), '-o', path]);
    expect(ran).toMatchObject({ ok: true, value: { data: { hasPrior: true } } });
    const book = opened(path);
    expect(book.SheetNames).toEqual([
      '填写说明',
      '表二',
      '表三',
      '表四',
      '上年数据表二',
      '上年数据表三',
      '上年数据表四',
      templateMetaSheet,
    ]);
    expect(book.Sheets['上年数据表三']?.['!data']?.[29]?.[3]).toMatchObject({ t: 'n', v: 7 });
    const formulas = (book.Sheets['表三']?.['!data'] ?? []).flat().flatMap((cell) => cell.f ?? []);
    expect(formulas.some((formula) => formula.includes('上年数据表三!D30'))).toBe(true);
  });

  it('is the same file from the same words', async () => {
    const folder = makeTemporaryFolder();
    const paths = ['a.xlsx', 'b.xlsx'].map((name) => join(folder, name));
    for (const path of paths) await runHere(templateCommand, [...whose, '-o', path]);
    const [one, other] = paths.map((path) => readFileSync(path));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it.each([
    ['an edition that is not for the year', [...whose, '--edition', '2019'], 'edition/wrong-for-year'],
    ['a year before there was a form', ['--unit', '1', '--name', '县', '--year', '2010'], 'edition/none-for-year'],
    ['a year that is none', ['--unit', '1', '--name', '县', '--year', '二〇二五'], 'usage/bad-value'],
    ['a unit without a name', ['--unit', '1', '--year', '2025'], 'usage/missing-argument'],
    ['a level that there is not', [...whose, '--level', 'village'], 'usage/bad-value'],
    ['last year’s report of another unit', [...whose, '--prior', lastYear('440000', 2024)], 'filing/not-prior'],
    ['a report of another year', [...whose, '--prior', lastYear('010203', 2023)], 'filing/not-prior'],
  ])('refuses %s, and writes nothing', async (_what, words, code) => {
    const path = join(makeTemporaryFolder(), '填报表.xlsx');
    const ran = await runHere(templateCommand, [...words, '-o', path]);
    expect(ran).toMatchObject({ ok: false, problem: { code } });
    expect(!ran.ok && describeProblem(ran.problem, 'zh')).not.toMatch(/\{\w+\}/u);
    expect(existsSync(path)).toBe(false);
  });

  it('does not write over last year’s report', async () => {
    const prior = lastYear('010203', 2024);
    const before = readFileSync(prior);
    expect(await runHere(templateCommand, [...whose, '--prior', prior, '-o', prior])).toMatchObject({ problem: { code: 'file/exists' } });
    expect(readFileSync(prior).equals(before)).toBe(true);
  });
});

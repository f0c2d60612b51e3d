/** `--prior` and `--predecessor`: whose reports may stand for last year's (Y-7). */
import { describe, expect, test } from 'vitest';
import { newFiling } from '#core/filing/new-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { validateCommand } from '#main/commands/validate.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { zeroCells } from '../../fixtures/subjects.ts';
import { filingFile, runHere } from './run-here.ts';

const edition = shippedEdition('2021');

function filingOf(code: string, name: string, reportYear: number, broughtForward: number, carriedForward: number): Filing {
  const unit = { code, name, creditCode: null, level: 'department' } as const;
  const cells = { 'applications.broughtForward.total': broughtForward, 'applications.carriedForward.total': carriedForward };
  return { ...newFiling(unit, reportYear, edition), cells: { ...zeroCells(edition.form), ...cells } };
}

const file = filingFile('应急管理局-2023', filingOf('460100-31', '应急管理局', 2023, 11, 11));
const own = filingFile('应急管理局-2022', filingOf('460100-31', '应急管理局', 2022, 5, 5));
const safety = filingFile('安全生产监督管理局-2022', filingOf('460100-17', '安全生产监督管理局', 2022, 4, 4));
const disaster = filingFile('减灾办公室-2022', filingOf('460100-18', '减灾办公室', 2022, 2, 2));
const older = filingFile('减灾办公室-2021', filingOf('460100-18', '减灾办公室', 2021, 2, 2));

/** What Y-1 says of the totals: the two sides. */
async function carriedOver(...options: readonly string[]): Promise<unknown> {
  const ran = await runHere(validateCommand, [file, ...options]);
  if (!ran.ok) return [ran.problem.code, ran.problem.details];
  const found = ran.value.data as readonly { code: string; severity: string; left: unknown; right: unknown }[];
  return found.filter(({ code }) => code === 'Y-1').map(({ severity, left, right }) => [severity, left, right]);
}

describe('validate with the reports of merged units', () => {
  test('compares with the sum of the unit’s own report and its predecessors’', async () => {
    expect(await carriedOver('--prior', own, '--predecessor', safety, '--predecessor', disaster)).toEqual([]);
    expect(await carriedOver('--prior', own, '--predecessor', safety)).toEqual([['error', 11, 9]]);
    expect(await carriedOver('--prior', own)).toEqual([['error', 11, 5]]);
  });

  test('takes predecessors alone, for a unit that is new', async () => {
    expect(await carriedOver('--predecessor', safety, '--predecessor', disaster)).toEqual([['error', 11, 6]]);
    expect(await carriedOver()).toEqual([['hint', null, null]]);
  });

  test('names the units whose figures were added up', async () => {
    const ran = await runHere(validateCommand, [file, '--prior', own, '--predecessor', safety]);
    const text = ran.ok ? ran.value.text : { zh: '', en: '' };
    expect(text.zh).toMatch(/^上年数据为 2 个单位之和：应急管理局、安全生产监督管理局。\n/u);
    expect(text.en).toMatch(/^Last year’s figures are the sum of 2 units: /u);
    const alone = await runHere(validateCommand, [file, '--prior', own]);
    expect(alone.ok && alone.value.text.zh).not.toContain('单位之和');
  });
});

describe('what cannot stand for last year’s report', () => {
  test.each([
    ['another unit’s report, unless the user says that it is a predecessor', ['--prior', safety], 'filing/not-prior'],
    ['a predecessor’s report of another year', ['--predecessor', older], 'filing/not-predecessor'],
    ['the unit’s own report as a predecessor', ['--predecessor', own], 'filing/not-predecessor'],
    ['a predecessor that is named twice', ['--predecessor', safety, '--predecessor', safety], 'filing/not-predecessor'],
  ])('%s', async (_name, options, code) => {
    expect(await carriedOver(...options)).toMatchObject([code, { expected: 2022 }]);
  });
});

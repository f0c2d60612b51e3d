/** `intake` of a folder: one filing for each report, and every other file named with its reason. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { intakeCommand } from '#main/commands/intake.ts';
import { templateCommand } from '#main/commands/template.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { asWebPage } from '../../fixtures/layouts/web-pages.ts';
import { publishedReport, publishedReports, valuesOf, type ReportName } from '../../fixtures/published-report.ts';
import { seedText, shippedEdition } from '../../fixtures/editions.ts';
import { runHere } from './run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-成批-'));
const inbox = join(folder, '收到');
const roster = join(folder, '名册.csv');

function pageOf(name: ReportName): string {
  const { form } = shippedEdition(publishedReports[name].edition);
  return asWebPage(printReport(printable(publishedReport(name), form), form), {});
}

beforeAll(async () => {
  mkdirSync(join(inbox, '下级'), { recursive: true });
  writeFileSync(join(inbox, 'a 宿迁.html'), pageOf('suqian-city-2024'));
  writeFileSync(join(inbox, 'b 宿迁 再发.html'), pageOf('suqian-city-2024'));
  writeFileSync(join(inbox, '下级', '洪泽.html'), pageOf('huaian-hongze-district-2023'));
  writeFileSync(join(inbox, '合订.txt'), `${seedText()}\n\n${seedText().replaceAll('海南省2020年政府信息', '五指山市2020年政府信息')}`);
  writeFileSync(join(inbox, '不认识.txt'), seedText().replaceAll('海南省2020年政府信息', '某某县2020年政府信息'));
  writeFileSync(join(inbox, '坏.xlsx'), Buffer.from('PK\u0003\u0004 truncated'));
  writeFileSync(roster, '代码,名称\n321300,宿迁市\n320813,淮安市洪泽区\n460000,海南省\n469001,五指山市\n');
  const made = await runHere(templateCommand, ['--unit', '469099', '--name', '表样镇', '--year', '2025', '-o', join(inbox, '表样.xlsx')]);
  expect(made.ok).toBe(true);
});

test('every report of a folder becomes a filing of its unit and year, and the rest is named', async () => {
  const out = join(folder, '结果');
  const ran = await runHere(intakeCommand, [inbox, '--roster', roster, '-o', out, '--report', join(folder, '清单.json')]);
  if (!ran.ok) throw new Error(JSON.stringify(ran.problem));
  expect(ran.value.exit).toBe(1);
  expect(readdirSync(out).toSorted()).toEqual(
    ['320813-2023', '321300-2024', '460000-2020', '469001-2020'].map((name) => `${name}.filing.json`),
  );
  const written = JSON.parse(readFileSync(join(out, '321300-2024.filing.json'), 'utf8')) as { cells: unknown; unit: { name: string } };
  expect(written.cells).toEqual(valuesOf(publishedReport('suqian-city-2024'), shippedEdition('2021').form));
  const lines = JSON.parse(readFileSync(join(folder, '清单.json'), 'utf8')) as { kind: string; path: string; where: string }[];
  expect(lines.map(({ kind, path }) => [path.slice(inbox.length + 1), kind])).toEqual([
    ['a 宿迁.html', 'taken'],
    ['b 宿迁 再发.html', 'duplicate'],
    [join('下级', '洪泽.html'), 'taken'],
    ['不认识.txt', 'unmatched'],
    ['合订.txt', 'taken'],
    ['合订.txt', 'taken'],
    ['坏.xlsx', 'refused'],
    ['表样.xlsx', 'unmatched'],
  ]);
  expect(ran.value.text.zh).toContain('某某县');
});

test('a template says itself whose it is, without a roster', async () => {
  const out = join(folder, '表样结果');
  const ran = await runHere(intakeCommand, [join(inbox, '表样.xlsx'), join(inbox, '坏.xlsx'), '-o', out]);
  expect(ran.ok ? ran.value.exit : null).toBe(1);
  expect(readdirSync(out)).toEqual(['469099-2025.filing.json']);
});

test('a folder that is not there is named, and nothing was taken', async () => {
  const ran = await runHere(intakeCommand, [join(folder, '没有'), '--roster', roster, '-o', join(folder, 'x')]);
  expect(ran).toMatchObject({ ok: true, value: { exit: 2, data: [{ kind: 'refused', problem: { code: 'file/not-found' } }] } });
});

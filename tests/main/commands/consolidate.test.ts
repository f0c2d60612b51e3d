/** `consolidate` over a folder as it comes in: bundles, filings, a workbook and published texts, some of them bad. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { utils } from 'xlsx';
import { sameValue } from '#core/lib/exact.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import type { Filing } from '#core/filing/filing.ts';
import { consolidateCommand } from '#main/commands/consolidate.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { printReport } from '../../fixtures/layouts/printed.ts';
import { asWebPage } from '../../fixtures/layouts/web-pages.ts';
import { asWorkbook, plainBook, writeBook } from '../../fixtures/layouts/workbooks.ts';
import { seedFiling, splitFiling, superior } from '../../fixtures/made-units.ts';
import { makeKey, seal, type TestKey } from '../bundle/sample.ts';
import { runHere } from './run-here.ts';

const edition = edition2019();
const seed = seedFiling(edition);
const units = splitFiling(seed, edition, 27);
const folder = mkdtempSync(join(tmpdir(), 'nianbao-汇总-'));
const inbox = join(folder, '收件');
const key = 'applications.receivedThisYear.naturalPerson';
const keys = new Map<number, TestKey>();

function unitAt(index: number): Filing {
  const filing = units[index];
  if (filing === undefined) throw new Error(`no unit ${String(index)}`);
  return filing;
}

/** The figures in print, with their unit of money. */
function print(filing: Filing) {
  const textOf = (cell: string) =>
    `${String(valueAt(filing.cells, cell as typeof key) ?? '')}${filing.cellUnits[cell as typeof key] ?? ''}`;
  return printReport({ title: filing.title, textOf }, edition.form);
}

async function bundleOf(index: number, filing = unitAt(index)): Promise<Uint8Array> {
  const made = keys.get(index) ?? (await makeKey(filing.unit.code, filing.unit.name));
  keys.set(index, made);
  return (await seal(made, { filing, edition, now: new Date('2026-02-01T00:00:00Z') })).bytes;
}

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(inbox, name), content);
}

function rosterText(extra = ''): string {
  const lines = units.map(({ unit }) => `${unit.code},${unit.name},市,460000,王芳,0898-66`);
  return ['单位代码,单位名称,级别,上级代码,联系人,电话', ...lines, extra].join('\r\n');
}

type Report = Record<string, unknown> & {
  readonly counts: Record<string, number>;
  readonly contributions: Record<string, readonly { unit: string; value: number; revision: number; signature: string }[]>;
};

async function consolidate(...words: string[]) {
  const [output, report] = [join(folder, 'out.filing.json'), join(folder, 'report.json')];
  const ran = await runHere(consolidateCommand, [
    inbox,
    '--unit',
    superior.code,
    '--name',
    superior.name,
    '-o',
    output,
    '--report',
    report,
    ...words,
  ]);
  if (!ran.ok) throw new Error(JSON.stringify(ran.problem));
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
  return { ...ran.value, filing: read(output) as Filing, report: read(report) as Report };
}

function codes(list: unknown): readonly unknown[] {
  return (list as readonly Record<string, unknown>[]).map((each) => each['unit'] ?? each['code']);
}

beforeAll(async () => {
  mkdirSync(join(inbox, '乡镇'), { recursive: true });
  // 25 and 26 are missing; 2 is tampered with; 4 is wrong; 6 is amended.
  for (const index of [0, 1]) put(`单位${String(index)}.asice`, await bundleOf(index));
  const tampered = Buffer.from(await bundleOf(2));
  const at = tampered.indexOf('filing.json') + 200;
  tampered[at] = (tampered[at] ?? 0) ^ 1;
  put('示例第03市年报.asice', tampered);
  const wrong = unitAt(4);
  put('4.filing.json', JSON.stringify({ ...wrong, cells: { ...wrong.cells, [key]: Number(wrong.cells[key]) + 9 } }));
  const last = unitAt(6);
  const first = { ...last, cells: unitAt(5).cells };
  put('旧.asice', await bundleOf(6, first));
  put('7.xlsx', asWorkbook(print(unitAt(7)), plainBook));
  put('8.html', asWebPage(print(unitAt(8)), {}));
  for (let index = 9; index < 25; index += 1)
    put(join(index % 2 === 0 ? '乡镇' : '', `${String(index)}.filing.json`), JSON.stringify(unitAt(index)));
  for (const index of [3, 5]) put(`${String(index)}.filing.json`, JSON.stringify(unitAt(index)));
  writeFileSync(join(folder, '名单.csv'), rosterText());
  put('说明.png', 'no report');
  // Keys are made and opened again.
}, 120_000);

describe('consolidate', () => {
  test('a folder with two missing, one tampered, one wrong and one amended says exactly that; repaired, it is the seed', async () => {
    const { revision } = unitAt(6);
    const amended = { ...unitAt(6), revision: { ...revision, number: 2 } };
    put('新.asice', await bundleOf(6, amended));
    const roster = ['--roster', join(folder, '名单.csv')];
    const { exit, report, filing, text } = await consolidate(...roster);
    expect(exit).toBe(3);
    expect(report.counts).toMatchObject({
      expected: 27,
      summed: 24,
      missing: 2,
      refused: 1,
      wrong: 1,
      superseded: 1,
      conflicts: 0,
      duplicates: 0,
    });
    expect(codes(report['missing'])).toEqual([unitAt(25).unit.code, unitAt(26).unit.code]);
    expect(report['refused']).toMatchObject([{ unit: unitAt(2).unit.code }]);
    expect(report['wrong']).toMatchObject([{ unit: unitAt(4).unit.code, findings: [{ code: 'T3-1' }, { code: 'T3-3' }] }]);
    expect(report['superseded']).toMatchObject([{ unit: unitAt(6).unit.code, revision: 1, by: { revision: 2 } }]);
    expect(report).toMatchObject({ complete: false, gaps: ['missing', 'refused', 'wrong'] });
    expect(Object.values(filing.tableNotes)[0]).toMatch(
      /^汇总数不完整：有单位未报送、有文件被拒收、有单位的数据自相矛盾。未报送（2 家）：示例第26市、示例第27市。拒收（1 家）：示例第03市。$/u,
    );
    expect((report['reminders'] as readonly { message: string }[]).map(({ message }) => message.split('\n')[0])).toEqual([
      expect.stringMatching(/^示例第03市：你单位报来的“示例第03市年报\.asice”没有收下。.*请用年报通重新导出后再报送一次。$/u),
      '示例第05市：报来的数据有误，请核对后更正报送：',
      '示例第26市：2020 年度政府信息公开工作年度报告尚未收到，请尽快报送。',
      '示例第27市：2020 年度政府信息公开工作年度报告尚未收到，请尽快报送。',
    ]);
    expect(text.zh).toMatch(/未报：示例第26市（469126）王芳 0898-66/u);
    const contribution = report.contributions[key]?.find(({ unit }) => unit === unitAt(0).unit.code);
    expect(contribution).toMatchObject({ value: unitAt(0).cells[key], revision: 1, signature: 'untrusted' });

    put('示例第03市年报.asice', await bundleOf(2));
    put('4.filing.json', JSON.stringify(unitAt(4)));
    for (const index of [25, 26]) put(`${String(index)}.filing.json`, JSON.stringify(unitAt(index)));
    writeFileSync(join(folder, 'before.json'), JSON.stringify(report));
    const repaired = await consolidate(...roster, '--since', join(folder, 'before.json'));
    expect(repaired.report).toMatchObject({ complete: true, gaps: [], missing: [], refused: [] });
    expect(repaired.exit).toBe(0);
    const different = edition.form.cells.filter(
      (cell) => !sameValue(valueAt(repaired.filing.cells, cell.key), valueAt(seed.cells, cell.key)),
    );
    expect(different).toEqual([]);
    expect(repaired.filing.tableNotes).toEqual({});
    const moved = (repaired.report['moved'] as readonly { cell: string; through: readonly { unit: string }[] }[]).find(
      ({ cell }) => cell === key,
    );
    expect(new Set(moved?.through.map(({ unit }) => unit))).toEqual(
      new Set([2, 4, 25, 26].filter((index) => index === 4 || unitAt(index).cells[key] !== 0).map((index) => unitAt(index).unit.code)),
    );
  }, 60_000);

  test('whom to trust: a registered key is believed, another is refused, and nobody else counts with --trust', async () => {
    const [own, other] = [keys.get(0), keys.get(1)];
    if (own === undefined || other === undefined) throw new Error('no keys');
    const pem = join(folder, 'trusted.pem');
    writeFileSync(pem, own.pem);
    const trusting = await consolidate('--trust', pem);
    const refused = trusting.report['refused'] as readonly { code: string; unit: string }[];
    expect(trusting.exit).toBe(3);
    expect(new Set(refused.filter(({ code }) => code === 'consolidation/untrusted').map(({ unit }) => unit))).toEqual(
      new Set([1, 2, 6].map((index) => unitAt(index).unit.code)),
    );
    const wrongPrint = rosterText()
      .replace('460000,王芳', `460000,${other.certificate.fingerprint}`)
      .replace('联系人', '证书指纹')
      .replaceAll(',王芳,', ',,');
    writeFileSync(join(folder, 'pins.csv'), wrongPrint);
    const pinned = await consolidate('--roster', join(folder, 'pins.csv'));
    expect(pinned.report['refused']).toMatchObject([
      { unit: unitAt(0).unit.code, code: 'consolidation/other-key' },
      { unit: unitAt(1).unit.code, code: 'certificate/pinned-as-other' },
    ]);
    writeFileSync(join(folder, 'pins.csv'), wrongPrint.replace(other.certificate.fingerprint, own.certificate.fingerprint));
    const believed = await consolidate('--roster', join(folder, 'pins.csv'));
    expect(believed.exit).toBe(0);
    expect(believed.report.contributions[key]?.find(({ unit }) => unit === unitAt(0).unit.code)?.signature).toBe('valid');
  }, 60_000);

  test('a roster may have a byte order mark, be in GB18030, or be a workbook', async () => {
    const path = join(folder, '名单2.csv');
    writeFileSync(path, `\ufeff${rosterText('469199,税务局,部门,460000,,')}`);
    expect((await consolidate('--roster', path)).report.counts).toMatchObject({ expected: 28, missing: 1 });
    // 代码,名称 and 469101,甲 in GB18030
    writeFileSync(path, Buffer.from('b4fac2eb2cc3fbb3c60d0a3436393130312cbcd7', 'hex'));
    const { report } = await consolidate('--roster', path);
    expect(report['units']).toEqual([expect.objectContaining({ code: '469101', name: '甲', state: 'summed' })]);
    expect(report.counts['refused']).toBe(27);
    // one of the 26 others has two revisions; the same as a workbook
    const book = join(folder, '名单.xlsx');
    writeFileSync(
      book,
      writeBook({ SheetNames: ['单位'], Sheets: { 单位: utils.aoa_to_sheet([['年报单位'], ['代码', '名称'], ['469101', '甲']]) } }),
    );
    expect((await consolidate('--roster', book)).report['units']).toEqual(report['units']);
  });

  test('what is read is not written over, and nothing readable is no sum', async () => {
    const path = join(inbox, '9.filing.json');
    const words = ['--unit', '460000', '--name', '海南省', '-o'];
    const over = await runHere(consolidateCommand, [path, ...words, path]);
    expect(over).toMatchObject({ ok: false, problem: { code: 'file/exists' } });
    const empty = join(folder, '空');
    mkdirSync(empty, { recursive: true });
    expect(await runHere(consolidateCommand, [empty, ...words, join(folder, 'x.json')])).toMatchObject({
      ok: false,
      problem: { code: 'consolidation/nothing-to-sum' },
    });
    rmSync(empty, { recursive: true });
  });

  test('last year, the superior’s own statement and its office’s own report are taken into account', async () => {
    const few = join(folder, '三家');
    mkdirSync(few, { recursive: true });
    const at = (name: string, filing: Filing) => {
      const path = join(few, `${name}.filing.json`);
      writeFileSync(path, JSON.stringify(filing));
      return path;
    };
    const files = [0, 1].map((index) => at(String(index), unitAt(index)));
    const own = at('本级', { ...unitAt(2), unit: superior });
    const run = async (...words: string[]) => {
      const ran = await runHere(consolidateCommand, [
        ...files,
        '--unit',
        '460000',
        '--name',
        '海南省',
        '-o',
        join(few, 'out.json'),
        ...words,
      ]);
      return ran.ok ? { exit: ran.value.exit, ...(ran.value.data as Report) } : { exit: 2, code: ran.problem.code };
    };
    const found = (ran: object) => ((ran as Report)['findings'] as readonly { code: string; left: unknown }[]).map(({ code }) => code);

    expect(await run(own)).toMatchObject({ exit: 1, counts: { summed: 2 }, refused: [{ code: 'consolidation/own-sum' }] });
    expect(await run('--own', own)).toMatchObject({ exit: 0, counts: { summed: 3, refused: 0 } });

    const against = await run('--against', at('汇总', { ...unitAt(5), unit: superior }));
    expect(against.exit).toBe(1);
    expect(new Set(found(against))).toContain('S-1');

    const year = (filing: Filing): Filing => ({ ...filing, reportYear: 2019 });
    const priors = [0, 1].flatMap((index) => ['--prior', at(`上年${String(index)}`, year(unitAt(index)))]);
    const compared = await run(...priors);
    expect(new Set(found(compared))).toContain('Y-1');
    expect(new Set(found(compared))).toContain('S-5');
    expect(await run('--prior', files[0] ?? '')).toMatchObject({ exit: 2, code: 'filing/not-prior' });
  });
});

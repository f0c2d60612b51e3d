/** The headless commands as contracts.md 2 describes them: words, files, JSON and exit status. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianbao, newFolder, passphrase, sampleText } from './run-cli.ts';

const folder = newFolder();
const at = (name: string) => join(folder, name);
const filing = at('海南省.filing.json');
const key = at('海南省.p12');
const bundle = at('海南省-460000-2020-v1.asice');

type Json = Record<string, unknown>;
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Json;

/** A copy of the sample's filing with one cell changed. */
function withCell(name: string, cell: string, value: unknown): string {
  const copy = readJson(filing);
  writeFileSync(at(name), JSON.stringify({ ...copy, cells: { ...(copy['cells'] as Json), [cell]: value } }));
  return at(name);
}

beforeAll(() => {
  const intake = nianbao([
    'intake',
    sampleText,
    '--unit',
    '460000',
    '--name',
    '海南省',
    '--year',
    '2020',
    '-o',
    filing,
    '--report',
    at('intake.json'),
  ]);
  expect(intake).toMatchObject({ status: 0, stderr: '' });
  expect(nianbao(['key', 'new', '--unit', '460000', '--name', '海南省', '-o', key])).toMatchObject({ status: 0, stderr: '' });
  expect(nianbao(['seal', filing, '--key', key, '-o', bundle])).toMatchObject({ status: 0, stderr: '' });
});

describe('the whole way without a window', () => {
  it('intake recovers all 198 figures of the seed and says so in its report', () => {
    expect(readJson(at('intake.json'))).toMatchObject({ found: 198, expected: 198, notFound: [], notUnderstood: [], statedTotals: [] });
    expect(Object.values(readJson(filing)['cells'] as Json).filter((value) => value !== null)).toHaveLength(198);
  });

  it('show prints the same cells of the text, the filing and the bundle, with official labels', () => {
    const [text, file, sealed] = [sampleText, filing, bundle].map((each) => nianbao(['show', each, '--tsv']));
    expect(text?.status).toBe(0);
    expect(text?.stdout.split('\n').filter((line) => line !== '')).toHaveLength(199);
    expect(text?.stdout).toContain('三、收到和处理政府信息公开申请情况\t三、本年度办理结果｜（三）不予公开｜1.属于国家秘密\t自然人\t5\n');
    expect(file?.stdout).toBe(text?.stdout);
    expect(sealed?.stdout).toBe(text?.stdout);
  });

  it('validate finds nothing in the seed, and exits with 1 and the arithmetic when one figure is changed', () => {
    const fine = nianbao(['validate', filing, '--json']);
    expect(fine.status).toBe(0);
    const severities = (JSON.parse(fine.stdout) as Json[]).map((each) => each['severity']);
    expect(new Set(severities)).toEqual(new Set(['hint']));
    const broken = nianbao(['validate', withCell('broken.json', 'applications.carriedForward.naturalPerson', 95), '--json']);
    expect(broken.status).toBe(1);
    const errors = (JSON.parse(broken.stdout) as Json[]).filter((each) => each['severity'] === 'error');
    expect(errors).toMatchObject([
      {
        code: 'T3-1',
        severity: 'error',
        table: 'applications',
        cells: [
          'applications.receivedThisYear.naturalPerson',
          'applications.broughtForward.naturalPerson',
          'applications.handlingTotal.naturalPerson',
          'applications.carriedForward.naturalPerson',
        ],
        left: 1470,
        right: 1471,
        difference: -1,
        message: '自然人：本年新收 1,432 + 上年结转 38 = 1,470；办理结果总计 1,376 + 结转下年 95 = 1,471；差 −1',
      },
      { code: 'T3-3', left: 136, right: 137, difference: -1 },
    ]);
  });

  it('validate --prior checks the rules across years, and refuses a report of another year as last year', () => {
    const before = { ...readJson(filing), reportYear: 2019 };
    writeFileSync(at('2019.json'), JSON.stringify(before));
    const across = nianbao(['validate', filing, '--prior', at('2019.json'), '--json']);
    expect(across.status).toBe(1);
    const codes = (JSON.parse(across.stdout) as Json[]).filter((each) => each['severity'] !== 'hint').map((each) => each['code']);
    expect(new Set(codes)).toEqual(new Set(['Y-1', 'Y-3', 'Y-6']));
    expect(nianbao(['validate', filing, '--prior', filing])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/不能作为上年数据/u),
    });
    const { unit } = before as unknown as { unit: Json };
    writeFileSync(at('haikou-2019.json'), JSON.stringify({ ...before, unit: { ...unit, code: '460100', name: '海口市' } }));
    const other = nianbao(['validate', filing, '--prior', at('haikou-2019.json')]);
    expect(other).toMatchObject({ status: 2, stderr: expect.stringMatching(/是海口市 2019 年度的/u) });
  });

  it('validate speaks English when asked', () => {
    const broken = nianbao(['validate', withCell('broken.json', 'remedies.reconsideration.upheld', -1), '--lang', 'en']);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain('must not be negative, found −1');
    expect(broken.stdout).not.toMatch(/错误|核实/u);
  });

  it('verify answers valid with the certificate, untrusted without, and 3 for a changed byte', () => {
    expect(nianbao(['verify', bundle, '--trust', at('海南省.crt.pem')])).toMatchObject({ status: 0 });
    expect(nianbao(['verify', bundle, '--trust', folder])).toMatchObject({ status: 0 });
    const untrusted = nianbao(['verify', bundle, '--json']);
    expect(untrusted.status).toBe(3);
    expect(JSON.parse(untrusted.stdout)).toMatchObject([
      { verdict: 'untrusted', reasons: [{ code: 'certificate/untrusted' }], reportYear: 2020 },
    ]);
    const changed = readFileSync(bundle);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    writeFileSync(at('changed.asice'), changed);
    const both = nianbao(['verify', at('changed.asice'), bundle, '--trust', folder, '--json']);
    expect(both.status).toBe(3);
    expect(JSON.parse(both.stdout)).toMatchObject([{ verdict: 'invalid' }, { verdict: 'valid' }]);
  });

  it('show and validate refuse a bundle whose signed contents were changed, as verify does', () => {
    const changed = readFileSync(bundle);
    const at1 = changed.indexOf('report.html') + 200;
    changed[at1] = (changed[at1] ?? 0) ^ 1;
    writeFileSync(at('changed-report.asice'), changed);
    for (const command of ['verify', 'show', 'validate']) {
      expect(nianbao([command, at('changed-report.asice')]).status, command).toBe(3);
    }
  });

  it('key show and key export tell the certificate that the bundle was signed with', () => {
    const shown = JSON.parse(nianbao(['key', 'show', key, '--json']).stdout) as Json;
    const verified = JSON.parse(nianbao(['verify', bundle, '--trust', folder, '--json']).stdout) as [{ signer: Json }];
    expect(shown).toMatchObject({ unitCode: '460000', unitName: '海南省' });
    expect(verified[0].signer['fingerprint']).toBe(shown['fingerprint']);
    expect(nianbao(['key', 'export', key, '-o', at('exported.pem')]).status).toBe(0);
    expect(readFileSync(at('exported.pem'), 'utf8')).toBe(readFileSync(at('海南省.crt.pem'), 'utf8'));
  });
});

describe('what cannot be done is said with its place and what to do', () => {
  const refusals: readonly (readonly [name: string, words: readonly string[], status: number, said: RegExp])[] = [
    ['an unknown command', ['publish'], 2, /没有“publish”这个命令/u],
    ['an unknown option', ['validate', filing, '--fast'], 2, /没有选项 --fast/u],
    ['a missing option', ['intake', sampleText, '--unit', '460000', '--name', '海南省', '-o', at('x.json')], 2, /缺少 --year/u],
    ['a missing file name', ['show'], 2, /缺少 FILE/u],
    ['a language that there is not', ['show', filing, '--lang', 'fr'], 2, /--lang 的值“fr”不对/u],
    [
      'an output that is the source',
      ['intake', sampleText, '--unit', '1', '--name', 'x', '--year', '2020', '-o', sampleText],
      2,
      /没有覆盖/u,
    ],
    [
      'a report of the intake where the filing goes',
      ['intake', sampleText, '--unit', '1', '--name', 'x', '--year', '2020', '-o', at('x.json'), '--report', at('x.json')],
      2,
      /--report/u,
    ],
    ['a file that is not there', ['validate', at('nowhere.json')], 2, /找不到文件/u],
    [
      'a year without an edition',
      ['intake', sampleText, '--unit', '1', '--name', 'x', '--year', '2018', '-o', at('x.json')],
      2,
      /没有适用于 2018 年度/u,
    ],
    [
      'the report of another year',
      ['intake', sampleText, '--unit', '460000', '--name', '海南省', '--year', '2019', '-o', at('x.json')],
      2,
      /是 2020 年度的报告，不是 2019/u,
    ],
    ['a bundle name that is taken', ['seal', filing, '--key', key, '-o', bundle], 2, /已经存在，没有覆盖/u],
    ['a key name that is taken', ['key', 'new', '--unit', '1', '--name', 'x', '-o', key], 2, /已经存在，没有覆盖/u],
    ['a key where a filing is wanted', ['validate', key], 2, /不是能识别的文件/u],
    ['a certificate that is none', ['verify', bundle, '--trust', sampleText], 2, /没有可用的证书/u],
  ];
  it.each(refusals)('%s', (_name, words, status, said) => {
    const ran = nianbao(words);
    expect(ran.stderr).toMatch(said);
    expect(ran).toMatchObject({ status, stdout: '' });
  });

  it('a folder without bundles', () => {
    expect(nianbao(['verify', newFolder()])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/找不到文件“.*asice”/u),
    });
  });

  it('a cut-off Word file, by its first bytes and whatever its name', () => {
    writeFileSync(at('年报.txt'), Buffer.from('504b030414000600', 'hex'));
    const ran = nianbao(['intake', at('年报.txt'), '--unit', '1', '--name', 'x', '--year', '2020', '-o', at('x.json')]);
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringMatching(/已损坏或不完整/u) });
  });

  it('one endless line takes no endless time', () => {
    const text = readFileSync(sampleText, 'utf8').replace(
      '\n\t94\n',
      `\n\t${'中'.repeat(3000)}${' 1'.repeat(1500)} x\n\t1${',111'.repeat(40_000)}x\n`,
    );
    writeFileSync(at('长行.txt'), text);
    expect(nianbao(['intake', at('长行.txt'), '--unit', '460000', '--name', '海南省', '--year', '2020', '-o', at('x.json')]).status).toBe(
      0,
    );
  });

  it('a text that is no report', () => {
    writeFileSync(at('信.txt'), '各位同事：\n请于周五前交表。\n');
    const ran = nianbao(['intake', at('信.txt'), '--unit', '460000', '--name', '海南省', '--year', '2020', '-o', at('x.json')]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/“信.txt”里找不到年度报告的内容/u);
  });

  it('a wrong passphrase, and no passphrase without a terminal', () => {
    expect(nianbao(['seal', filing, '--key', key, '-o', at('no.asice')], 'falsch falsch')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/口令不对/u),
    });
    expect(nianbao(['seal', filing, '--key', key, '-o', at('no.asice')], null)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/NIANBAO_PASSPHRASE/u),
    });
    expect(nianbao(['key', 'new', '--unit', '1', '--name', 'x', '-o', at('short.p12')], '短')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/口令太短/u),
    });
  });

  it('a filing with an error is not sealed: exit status 1, the finding, and no file', () => {
    const broken = withCell('broken.json', 'applications.carriedForward.naturalPerson', 95);
    const ran = nianbao(['seal', broken, '--key', key, '-o', at('broken.asice')]);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/还不能上报：有 2 处错误/u);
    expect(() => readFileSync(at('broken.asice'))).toThrow();
  });

  it('the key of another unit does not seal', () => {
    expect(nianbao(['key', 'new', '--unit', '460100', '--name', '海口市', '-o', at('haikou.p12')]).status).toBe(0);
    const ran = nianbao(['seal', filing, '--key', at('haikou.p12'), '-o', at('haikou.asice')]);
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringMatching(/“海口市”.*“海南省”/u) });
  });

  it('a file that is no bundle is unreadable input; a newer filing format and an unknown cell are named', () => {
    writeFileSync(at('说明.asice'), '这不是上报包');
    expect(nianbao(['verify', at('说明.asice')])).toMatchObject({ status: 2, stdout: expect.stringMatching(/不是上报包/u) });
    writeFileSync(at('newer.json'), JSON.stringify({ ...readJson(filing), format: 'nianbao.filing/9' }));
    expect(nianbao(['validate', at('newer.json')])).toMatchObject({ status: 2, stderr: expect.stringMatching(/nianbao.filing\/9/u) });
    const unknown = withCell('unknown.json', 'applications.receivedThisYear.martians', 1);
    expect(nianbao(['validate', unknown])).toMatchObject({ status: 2, stderr: expect.stringMatching(/martians/u) });
  });

  it('a filing made with other rules is a failed digest check', () => {
    writeFileSync(at('other-rules.json'), JSON.stringify({ ...readJson(filing), edition: { id: '2019', digest: 'ab'.repeat(32) } }));
    expect(nianbao(['validate', at('other-rules.json')])).toMatchObject({ status: 3, stderr: expect.stringMatching(/abababababab/u) });
  });

  it('with --json the problem is on standard output for machines', () => {
    const ran = nianbao(['validate', at('nowhere.json'), '--json', '--lang', 'en']);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      problem: { code: 'file/not-found', message: expect.stringContaining('There is no file') },
    });
  });

  it('the passphrase is never printed', () => {
    const words = ['seal', filing, '--key', key, '-o', at('quiet.asice')];
    const ran = nianbao(words);
    expect(ran.stdout + ran.stderr).not.toContain(passphrase);
  });
});

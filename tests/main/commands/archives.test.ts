/** Archives that commands are given instead of the files in them: each is named with what is inside, and the exit status tells. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '#core/text/describe-problem.ts';
import { intakeCommand } from '#main/commands/intake.ts';
import { tidyCommand } from '#main/commands/tidy.ts';
import { verifyCommand } from '#main/commands/verify.ts';
import { writeZip } from '#main/files/write-zip.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { seedFiling } from '../../fixtures/made-units.ts';
import { filingFile, runHere } from './run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-压缩包-'));
const inbox = join(folder, '收件');
const zip = join(inbox, '年报.zip');
const named = '“年报.zip”是压缩包，没有打开。请先解压，再接收里面的 2 个文件：上报/琼海.filing.json、三亚.asice。';
mkdirSync(inbox);
writeFileSync(zip, writeZip({ '上报/琼海.filing.json': new Uint8Array([123]), '三亚.asice': new Uint8Array([80]) }));

describe('an archive', () => {
  test('is named by tidy beside what was read', async () => {
    const ran = await runHere(tidyCommand, [filingFile('archives', seedFiling(edition2019())), inbox, '-o', join(folder, 'a.csv')]);
    expect(ran).toMatchObject({ value: { exit: 1, data: { files: 1, refused: [{ file: zip, message: { zh: named } }] } } });
  });
  test.each([
    ['named', zip],
    ['in a folder', inbox],
  ])('%s is named by verify', async (_how, place) => {
    const ran = await runHere(verifyCommand, [place]);
    expect(ran).toMatchObject({ value: { exit: 2, text: { zh: named } } });
  });
  test('is named by intake, alone and among others', async () => {
    const alone = await runHere(intakeCommand, [
      zip,
      '--unit',
      '469002',
      '--name',
      '琼海市',
      '--year',
      '2020',
      '-o',
      join(folder, 'x.filing.json'),
    ]);
    expect(alone.ok ? '' : describeProblem(alone.problem, 'zh')).toBe(named);
    const many = await runHere(intakeCommand, [inbox, '-o', join(folder, 'out')]);
    expect(many).toMatchObject({ value: { exit: 2, data: [{ kind: 'refused', path: zip, problem: { code: 'reception/archive' } }] } });
  });
});

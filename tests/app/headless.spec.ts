/** The app itself takes the headless commands, as it does when it is installed, and opens no window for them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from './models/launch.ts';

function run(words: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const noSandbox = process.env['NIANBAO_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];
  return spawnSync(process.env['NIANBAO_ELECTRON'] ?? '', [...noSandbox, root, ...words], { encoding: 'utf8', timeout: 30_000 });
}

test('intake, validate and show work in the app without a window, with the exit status of the contract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-headless-'));
  const filing = join(folder, 'a.filing.json');
  const sample = join(root, 'resources/samples/hainan-2020.txt');
  expect(run(['intake', sample, '--unit', '460000', '--name', '海南省', '--year', '2020', '-o', filing]).status).toBe(0);
  const fine = run(['validate', filing, '--json']);
  expect(fine.status).toBe(0);
  expect((JSON.parse(fine.stdout) as { severity: string }[]).every((each) => each.severity === 'hint')).toBe(true);
  writeFileSync(
    filing,
    readFileSync(filing, 'utf8').replace(
      '"applications.carriedForward.naturalPerson": 94',
      '"applications.carriedForward.naturalPerson": 95',
    ),
  );
  expect(run(['validate', filing]).status).toBe(1);
  expect(run(['validate', join(folder, 'nowhere.json')]).status).toBe(2);
});

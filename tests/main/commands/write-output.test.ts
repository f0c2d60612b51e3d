/** Where commands write to. */
import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeOutput } from '#main/commands/write-output.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

test.skipIf(process.platform === 'win32')('a pipe or a device is not replaced by a file', () => {
  const path = join(makeTemporaryFolder(), 'pipe');
  execFileSync('mkfifo', [path]);
  expect(writeOutput(path, 'a report')).toMatchObject({ ok: false, problem: { code: 'file/not-writable', details: { path } } });
  expect(lstatSync(path).isFIFO()).toBe(true);
});

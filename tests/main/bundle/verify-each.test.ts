/** Many files verified at once: threads and folders make no difference. */
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyEach, verifyInThreads } from '#main/bundles/verify-each.ts';
import { bundlesAt } from '#main/commands/bundles-at.ts';
import { buildThread } from '../../fixtures/build-thread.ts';
import { edition, makeKey, now, seal } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-验证-'));
const key = await makeKey();
const { bytes } = await seal(key);
const damaged = Buffer.from(bytes);
damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
const order = { trusted: [key.certificate], pins: [], lists: [], editions: [edition], now };

test('in threads each file gets the same report, in the order of the files, whatever is wrong with some', async () => {
  const paths = Array.from({ length: 36 }, (_, at) => join(folder, `${String(at)}.asice`));
  for (const [at, path] of paths.entries()) if (at !== 20) writeFileSync(path, at === 3 ? damaged : at === 17 ? 'zip' : bytes);
  const one = await verifyEach(paths, order);
  expect(one.map((each) => ('report' in each ? each.report.verdict : each.problem.code))).toEqual(
    paths.map((_, at) => (at === 3 || at === 17 ? 'invalid' : at === 20 ? 'file/not-found' : 'valid')),
  );
  const script = await buildThread('src-main/bundles/verify-worker.ts');
  expect(await verifyInThreads(paths, order, { script, threads: 2 })).toEqual(one);
});

test('a folder stands for the bundles below it, by name; a file that is named stays where it was named', () => {
  const inbox = join(folder, 'inbox');
  mkdirSync(join(inbox, 'b'), { recursive: true });
  for (const name of ['b/2.asice', '1.ASICE', '3.filing.json']) writeFileSync(join(inbox, name), '');
  const named = join(folder, '9.asice');
  copyFileSync(join(inbox, '1.ASICE'), named);
  const listed = bundlesAt([named, inbox, join(inbox, 'gone.asice')]);
  expect(listed).toMatchObject({
    value: [named, join(inbox, '1.ASICE'), join(inbox, 'b/2.asice'), join(inbox, 'gone.asice')].map((path) => ({ path })),
  });
});

/** Files that the system opens the app with, among the other words of a command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherGivenFiles } from '#main/shell/given-files.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

describe('the files that the app is opened with', () => {
  it('are the bundles and filings that exist, from the folder of the command line, each once', () => {
    const folder = makeTemporaryFolder();
    for (const name of ['甲.asice', 'b.filing.json', '说明.txt']) writeFileSync(join(folder, name), '');
    mkdirSync(join(folder, '文件夹.asice'));
    const files = gatherGivenFiles();
    const words = ['--no-sandbox', '甲.asice', '甲.asice', join(folder, 'b.filing.json'), '说明.txt', '没有.asice', '文件夹.asice'];
    expect(files.add(words, folder)).toBe(true);
    expect(files.take()).toEqual([join(folder, '甲.asice'), join(folder, 'b.filing.json')]);
  });

  it('are handed out once, and nothing is added by a start without files', () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'a.asice'), '');
    const files = gatherGivenFiles();
    expect(files.add(['--lang=zh'], folder)).toBe(false);
    expect(files.take()).toEqual([]);
    files.add(['a.asice'], folder);
    expect(files.take()).toHaveLength(1);
    expect(files.take()).toEqual([]);
  });
});

import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { checkDataFolder } from '#main/shell/check-data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-folder-'));

test('a folder that can be written to is fine and keeps nothing of the trial', () => {
  expect(checkDataFolder(nodeFileSystem, join(folder, '新'))).toBeNull();
  expect(readdirSync(join(folder, '新'))).toEqual([]);
});

test('a read-only folder is named with the reason', () => {
  const refuse = () => {
    throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
  };
  expect(checkDataFolder({ ...nodeFileSystem, openNew: refuse }, folder)).toEqual({
    code: 'workspace/not-writable',
    details: { path: folder, reason: 'EROFS' },
  });
});

/** Where folders are, and whether they take files. */
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { isWithin } from '#main/files/is-within.ts';
import { makeFolder } from '#main/files/make-folder.ts';
import { probeWriting } from '#main/files/probe-writing.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

test('a folder is in another one by any way there, and a neighbour with a like name is not', () => {
  const root = makeTemporaryFolder();
  const at = (...names: string[]) => join(root, ...names);
  for (const path of [at('data', 'workspace'), at('data2'), at('..data')]) mkdirSync(path, { recursive: true });
  symlinkSync(at('data', 'workspace'), at('link'));
  const inside = [at('data'), at('data', 'workspace'), at('link'), at('data', '..', 'data'), at('data', 'new')];
  expect(inside.filter((path) => !isWithin(at('data'), path))).toEqual([]);
  expect([at('data2'), root, at('..data'), at('data', '..')].filter((path) => isWithin(at('data'), path))).toEqual([]);
});

test('a folder that takes no file is known before anything is typed, and nothing is left where it does', () => {
  const folder = makeTemporaryFolder();
  expect(probeWriting(nodeFileSystem, folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  const path = join(folder, 'gone');
  expect(probeWriting(nodeFileSystem, path)).toMatchObject({ code: 'file/not-writable', details: { path } });
  expect(existsSync(path)).toBe(false);
});

test('a folder that cannot be made says what the system said, also where a folder above is missing', () => {
  const root = makeTemporaryFolder();
  const wanted = join(root, 'a', 'b');
  makeFolder(wanted);
  makeFolder(wanted);
  expect(existsSync(wanted)).toBe(true);
  writeFileSync(join(root, 'file'), '');
  expect(() => {
    nodeFileSystem.makeFolder(join(root, 'file', 'c'));
  }).toThrow(/ENOTDIR|EEXIST/u);
  const asked: string[] = [];
  const readOnly = {
    isFolder: (path: string) => path === root,
    make: (path: string) => {
      asked.push(path);
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    },
  };
  expect(() => {
    makeFolder(join(root, 'workspace', 'backups'), readOnly);
  }).toThrow('read-only');
  expect(asked).toEqual([join(root, 'workspace')]);
});

/** The app speaks to a network in one file only, and that file is reached from the upload alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const sources = ['src-core', 'src-main', 'src-renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|svelte)$/u.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');

it('node’s network modules, fetch and Electron’s net are in no other file', () => {
  const network =
    /from 'node:(?:https?|http2|net|tls|dgram|dns)[/']|\bfetch\(|WebSocket|EventSource|XMLHttpRequest|\bnet\.request|import\('node:(?:http|net)/u;
  expect(sources.filter((file) => network.test(textOf(file)))).toEqual(['src-main/upload/https-call.ts']);
});

it('what can call it is the upload, which asks for the setting first', () => {
  const callers = sources.filter((file) => /upload\/(?:https-call|uploads)\.ts'|'\.\/(?:https-call|uploads)\.ts'/u.test(textOf(file)));
  const rooms = callers.map((file) => (file.startsWith('src-main/upload/') ? 'src-main/upload/' : file));
  expect([...new Set(rooms)].sort()).toEqual(['src-main/ipc/upload-handlers.ts', 'src-main/upload/']);
  expect(textOf('src-main/ipc/upload-handlers.ts')).toContain('isUploadAllowed) return fail(');
});

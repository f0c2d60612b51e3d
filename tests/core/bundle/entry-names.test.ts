import { expect, test } from 'vitest';
import { entryNameFault } from '#core/bundle/entry-names.ts';
import { fileNameKey } from '#core/lib/file-name-key.ts';

test('ordinary names of any script may stand in a bundle', () => {
  for (const name of ['mimetype', 'META-INF/signature.p7s', 'attachments/附件1（说明）.pdf', 'a/b/c', '…'])
    expect(entryNameFault(name)).toBeNull();
});

test('names that unpack elsewhere, or differently on another system, are faults', () => {
  const faults: readonly [string, string][] = [
    ['', 'empty'],
    ['a/', 'a folder'],
    ['/etc/passwd', 'an absolute path'],
    ['..\\a', 'a backslash'],
    ['C:a', 'a control character, a colon or an invisible character'],
    ['a\u0000', 'a control character, a colon or an invisible character'],
    ['a\u202Eb', 'a control character, a colon or an invisible character'],
    ['../a', 'a path to the parent folder'],
    ['a/../b', 'a path to the parent folder'],
    ['a/..', 'a path to the parent folder'],
    ['./a', 'an empty path segment'],
    ['a//b', 'an empty path segment'],
    ['a'.repeat(241), 'too long'],
  ];
  for (const [name, fault] of faults) expect(entryNameFault(name), name).toBe(fault);
});

test('names that are one file on Windows or macOS have one key', () => {
  expect(fileNameKey('Filing.JSON')).toBe(fileNameKey('filing.json'));
  expect(fileNameKey('e\u0301')).toBe(fileNameKey('\u00C9'));
  expect(fileNameKey('a')).not.toBe(fileNameKey('b'));
});

import { expect, test } from 'vitest';
import { writeContainer } from '#main/files/zip-write.ts';
import { readContainer } from '#main/files/zip-read.ts';

const entries = [
  { name: 'filing.json', bytes: Buffer.from('{"a":1}') },
  { name: 'attachments/附件.txt', bytes: Buffer.from('你好') },
];
const bytes = Buffer.from(writeContainer(entries));

test('ETSI EN 319 162-1, 4.4.2: mimetype can be read at byte 38 of every container', () => {
  expect(bytes.subarray(30, 38).toString()).toBe('mimetype');
  expect(bytes.subarray(38, 38 + 31).toString()).toBe('application/vnd.etsi.asic-e+zip');
  expect(bytes.readUInt16LE(8)).toBe(0);
  expect(bytes.readUInt16LE(28)).toBe(0);
});

test('what is written is read back', async () => {
  const container = await readContainer(bytes);
  expect(container.ok && [...container.value].map(([name, content]) => [name, Buffer.from(content).toString()])).toEqual([
    ['mimetype', 'application/vnd.etsi.asic-e+zip'],
    ['filing.json', '{"a":1}'],
    ['attachments/附件.txt', '你好'],
  ]);
});

test('the same entries give the same bytes, dated 2000-01-01 in whatever time zone', () => {
  expect(Buffer.from(writeContainer(entries)).equals(bytes)).toBe(true);
  expect(bytes.readUInt16LE(10)).toBe(0);
  expect(bytes.readUInt16LE(12)).toBe((20 << 9) | (1 << 5) | 1);
});

test('what deflates like a bomb is stored, so that our own reader takes it', async () => {
  const white = { name: 'attachments/scan.bmp', bytes: Buffer.alloc(1024 * 1024, 255) };
  const container = await readContainer(writeContainer([white]));
  expect(container.ok && container.value.get(white.name)?.length).toBe(white.bytes.length);
});

test('a name that no entry may have, or twice the same, is a bug', () => {
  for (const name of ['../a', '', 'a/', '2020', 'mimetype']) {
    expect(() => writeContainer([{ name, bytes: Buffer.from('') }]), name).toThrow('cannot be called');
  }
  expect(() => writeContainer([...entries, ...entries])).toThrow('used twice');
});

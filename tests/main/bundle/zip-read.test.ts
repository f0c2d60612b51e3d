import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContainer } from '#main/files/zip-read.ts';
import { rawZip, type RawEntry, type RawOptions } from './raw-zip.ts';

const mimetype: RawEntry = { name: 'mimetype', data: 'application/vnd.etsi.asic-e+zip' };
const file: RawEntry = { name: 'filing.json', data: '{}', deflated: true };
const large = 33 * 1024 * 1024;

async function read(bytes: Uint8Array): Promise<string> {
  const container = await readContainer(bytes);
  if (container.ok) return [...container.value.keys()].join(' ');
  const { reason, place, why, what, name } = container.reason.details;
  return [container.reason.code, reason ?? place ?? why ?? what ?? name].filter((each) => each !== undefined).join(': ');
}

const readRaw = (entries: readonly RawEntry[], options?: RawOptions) => read(rawZip([mimetype, ...entries], options));

test('an ordinary container is read, in the order of its entries', async () => {
  expect(await readRaw([file, { name: '附件/说明.txt', data: '你好' }])).toBe('mimetype filing.json 附件/说明.txt');
});

test('fields that tools add to entries for times and owners do no harm', async () => {
  const extra = Buffer.from('555405000300000000', 'hex');
  expect(await readRaw([{ ...file, extra }])).toBe('mimetype filing.json');
});

describe('what is no container', () => {
  test('an empty file, a text, and a document of another kind are not ZIP', async () => {
    for (const bytes of ['', '海口市人民政府', '%PDF-1.7', '{}']) expect(await read(Buffer.from(bytes))).toBe('container/not-a-zip');
  });

  test('a ZIP without entries is no container', async () => {
    expect(await read(rawZip([]))).toBe('container/wrong-mimetype: it is not the first entry');
  });

  test('a file that is cut off anywhere is damaged', async () => {
    const whole = rawZip([mimetype, file]);
    for (let length = 4; length < whole.length; length += 1) {
      expect(await read(whole.subarray(0, length)), String(length)).toBe('container/damaged: the end is missing, the file is cut off');
    }
  });
});

describe('ETSI EN 319 162-1, 4.4.2: the mimetype entry', () => {
  const wrong = 'container/wrong-mimetype';

  test('is first', async () => {
    expect(await read(rawZip([file, mimetype]))).toBe(`${wrong}: it is not the first entry`);
    expect(await read(rawZip([file]))).toBe(`${wrong}: it is not the first entry`);
  });

  test('is stored, without an extra field', async () => {
    expect(await read(rawZip([{ ...mimetype, deflated: true }, file]))).toBe(`${wrong}: it is compressed or has extra fields`);
    expect(await read(rawZip([{ ...mimetype, extra: Buffer.from('555400000', 'hex') }, file]))).toBe(
      `${wrong}: it is compressed or has extra fields`,
    );
  });

  test('says exactly what the standard says', async () => {
    for (const data of ['application/epub+zip', 'application/vnd.etsi.asic-e+zip\n', 'application/vnd.etsi.asic-s+zip', '']) {
      expect(await read(rawZip([{ ...mimetype, data }, file]))).toBe(`${wrong}: it says ${JSON.stringify(data)}`);
    }
  });
});

describe('names', () => {
  test('that leave the folder they are unpacked in are refused', async () => {
    for (const name of ['../evil.txt', 'a/../../evil.txt', '/etc/passwd', '..\\evil.txt', 'C:\\evil.txt', 'c:evil.txt']) {
      expect(await readRaw([{ ...file, name }]), name).toContain('container/unsafe-name');
    }
  });

  test('that are empty, folders, or not UTF-8 are refused', async () => {
    for (const name of ['', 'folder/', 'a//b', Buffer.from([0xff, 0xfe])]) {
      expect(await readRaw([{ ...file, name }])).toContain('container/unsafe-name');
    }
    expect(await readRaw([{ ...file, name: Buffer.from('附件'), flags: 0 }])).toBe('container/unsafe-name: not UTF-8');
  });

  test('used twice are refused, also in other letters or composed otherwise', async () => {
    expect(await readRaw([file, file])).toBe('container/duplicate-entry: filing.json');
    expect(await readRaw([file, { ...file, name: 'Filing.JSON' }])).toBe('container/duplicate-entry: Filing.JSON');
    expect(
      await readRaw([
        { ...file, name: '\u00E9' },
        { ...file, name: 'e\u0301' },
      ]),
    ).toBe('container/duplicate-entry: e\u0301');
    expect(await readRaw([mimetype])).toBe('container/duplicate-entry: mimetype');
  });

  test('that differ between the local header and the directory are refused', async () => {
    expect(await readRaw([{ ...file, localName: 'Filing.json' }])).toBe('container/damaged: two headers that differ: filing.json');
    expect(await readRaw([{ ...file, localName: 'other' }])).toBe('container/damaged: two headers that differ: filing.json');
  });
});

describe('limits hold before anything is inflated', () => {
  test('at most 2,000 entries', async () => {
    const many = Array.from({ length: 2000 }, (_, index): RawEntry => ({ name: `a${String(index)}`, data: '' }));
    expect(await readRaw(many.slice(1))).toContain('mimetype a1 ');
    expect(await readRaw(many)).toContain('container/too-many-entries');
    expect(await readRaw([file], { count: 65535 })).toContain('container/too-many-entries');
  });

  test('at most 32 MiB for one entry', async () => {
    expect(await readRaw([{ ...file, size: large }])).toBe('container/too-large: filing.json');
  });

  test('at most 64 MiB for all of them', async () => {
    const parts = ['a', 'b', 'c'].map((name): RawEntry => ({
      name,
      data: Buffer.alloc(200_000, 'x'),
      packed: Buffer.alloc(200_000),
      size: 30 * 1024 * 1024,
      deflated: true,
    }));
    expect(await readRaw(parts)).toBe('container/too-large: c');
    expect(await read(Buffer.alloc(64 * 1024 * 1024 + 1))).toBe('container/too-large: .asice');
  });

  test('a bomb gives itself away by its ratio', async () => {
    const start = performance.now();
    expect(await readRaw([{ ...file, data: Buffer.alloc(30 * 1024 * 1024) }])).toBe('container/suspicious-ratio: filing.json');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('a bomb that understates its size is stopped at that size', async () => {
    const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    expect(await readRaw([{ ...file, packed, size: 1000 }])).toBe('container/damaged: the content is damaged: filing.json');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('an entry that overstates its size is damaged', async () => {
    expect(await readRaw([{ ...file, size: 100 }])).toContain('container/damaged');
    expect(await readRaw([{ ...file, deflated: false, size: 100 }])).toContain('container/damaged');
  });
});

describe('bytes that belong to no entry', () => {
  const stray = Buffer.from('stray');

  test('are refused before the first entry, between two, before the directory and after the end', async () => {
    expect(await readRaw([file], { before: stray })).toBe('container/stray-bytes: before the first entry');
    expect(await readRaw([{ ...file, gap: stray }])).toBe('container/stray-bytes: before filing.json');
    expect(await readRaw([file], { beforeDirectory: stray })).toBe('container/stray-bytes: before the directory');
    expect(await readRaw([file], { after: stray })).toBe('container/stray-bytes: after the end record');
    expect(await readRaw([file], { comment: stray })).toBe('container/stray-bytes: after the end record');
  });

  test('are refused behind the end of a deflate stream', async () => {
    const packed = Buffer.concat([deflateRawSync(Buffer.from('{}')), stray]);
    expect(await readRaw([{ ...file, packed }])).toBe('container/damaged: the content is damaged: filing.json');
  });

  test('are refused as an entry that the directory does not name', async () => {
    expect(await readRaw([file], { count: 1 })).toContain('container/damaged');
  });

  test('are refused as a second container behind the first', async () => {
    expect(await read(Buffer.concat([rawZip([mimetype, file]), rawZip([mimetype, file])]))).toContain('container/damaged');
  });
});

describe('entries of other kinds', () => {
  test('encrypted ones are refused as such', async () => {
    expect(await readRaw([{ ...file, deflated: false, flags: 1, packed: Buffer.alloc(14) }])).toBe('container/encrypted: filing.json');
  });

  test('unknown methods and flags, sizes after the data, links and ZIP64 are not supported', async () => {
    expect(await readRaw([{ ...file, method: 93 }])).toBe('container/unsupported: compression method 93');
    expect(await readRaw([{ ...file, flags: 0x20 }])).toBe('container/unsupported: flags 32');
    expect(await readRaw([{ ...file, flags: 8 }])).toBe('container/unsupported: sizes after the data');
    expect(await readRaw([{ ...file, madeBy: 0x031e, attributes: 0xa1ff0000 }])).toBe('container/unsupported: a link');
    expect(await readRaw([{ ...file, extra: Buffer.from('0100080000000000000000000', 'hex') }])).toBe(
      'container/unsupported: extra field 1',
    );
    expect(await readRaw([{ ...file, extra: Buffer.from('7570090001000000006576696c', 'hex') }])).toBe(
      'container/unsupported: extra field 28789',
    );
  });

  test('a wrong checksum is damage', async () => {
    expect(await readRaw([{ ...file, crc: 1 }])).toBe('container/damaged: the content is damaged: filing.json');
  });

  test('a deflate stream that is none is damage', async () => {
    expect(await readRaw([{ ...file, packed: Buffer.from('ffffffff', 'hex') }])).toBe(
      'container/damaged: the content is damaged: filing.json',
    );
  });
});

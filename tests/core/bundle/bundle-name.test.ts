import { describe, expect, test } from 'vitest';
import { bundleFileName, unitInFileName } from '#core/bundle/bundle-name.ts';

const unit = { code: '460000', name: '海南省人民政府办公厅', creditCode: null, level: 'province' } as const;
const revision = { number: 2, previousBundleDigest: null, changes: [] };

describe('contracts.md 4, the file name of a bundle', () => {
  test('names unit, code, year and revision', () => {
    expect(bundleFileName({ unit, reportYear: 2020, revision })).toBe('海南省人民政府办公厅-460000-2020-v2.asice');
  });

  test('stays within 255 bytes for the longest unit names and codes', () => {
    const longest = { ...unit, name: '国'.repeat(500), code: 'A'.repeat(32) };
    const name = bundleFileName({ unit: longest, reportYear: 2020, revision });
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(name.startsWith(`${'国'.repeat(60)}-AAAA`)).toBe(true);
  });
});

describe('the unit in a file name', () => {
  test('has no character that Windows or macOS reserves', () => {
    expect(unitInFileName('A<B>C:D"E/F\\G|H?I*J')).toBe('A_B_C_D_E_F_G_H_I_J');
  });

  test('is no path and no hidden file', () => {
    expect(unitInFileName('../../etc/passwd')).toBe('etc_passwd');
    expect(unitInFileName('.hidden')).toBe('hidden');
    expect(unitInFileName('name. ')).toBe('name');
  });

  test('has no invisible characters that could turn its reading direction', () => {
    expect(unitInFileName('海口市\u202Efdp\u0000\u200B市')).toBe('海口市fdp市');
  });

  test('is no device of Windows, with or without an extension', () => {
    for (const device of ['CON', 'nul', 'COM1', 'lpt9', 'Aux.x', 'COM¹']) expect(unitInFileName(device)).toBe(`_${device}`);
    expect(unitInFileName('CONSOLE')).toBe('CONSOLE');
  });

  test('is cut to 60 units of UTF-16 without halving a character', () => {
    expect(unitInFileName('国'.repeat(61))).toBe('国'.repeat(60));
    expect(unitInFileName(`${'国'.repeat(59)}𠮷𠮷`)).toBe('国'.repeat(59));
  });

  test('is composed the same way on every system', () => {
    expect(unitInFileName('e\u0301')).toBe('\u00E9');
  });

  test('is never empty', () => {
    for (const name of ['', '...', ' / ', '\u200B']) expect(unitInFileName(name)).toBe('单位');
  });
});

/** The icons: all sizes, and the containers of Windows and macOS hold the very images. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'resources/icons/linux');

describe('the icons', () => {
  it('have the size that their name says, from the task bar to the shop window', () => {
    const names = readdirSync(folder);
    const sizes = names.map((name) => {
      const image = readFileSync(join(folder, name));
      return `${image.readUInt32BE(16)}x${image.readUInt32BE(20)}.png`;
    });
    expect(sizes).toEqual(names);
    expect([...names].sort((one, other) => Number.parseInt(one) - Number.parseInt(other))).toEqual(
      [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => `${size}x${size}.png`),
    );
  });

  it('are packed from these images for Windows and macOS', () => {
    const said = execFileSync(process.execPath, [join(root, 'scripts/icons.mjs'), '--check'], { encoding: 'utf8' });
    expect(said).toContain('in place');
    const ico = readFileSync(join(root, 'resources/icons/icon.ico'));
    const small = readFileSync(join(folder, '16x16.png'));
    expect(ico.subarray(ico.readUInt32LE(18), ico.readUInt32LE(18) + small.length).equals(small)).toBe(true);
    const icns = readFileSync(join(root, 'resources/icons/icon.icns'));
    expect([icns.subarray(0, 4).toString('latin1'), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  });
});

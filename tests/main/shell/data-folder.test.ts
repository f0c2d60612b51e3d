/** The portable program keeps its data beside itself. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { portableDataFolder } from '#main/shell/data-folder.ts';

describe('the data folder of the portable program', () => {
  it('is beside the program', () => {
    expect(portableDataFolder({ PORTABLE_EXECUTABLE_DIR: '/usb/年报' }, [])).toBe(join('/usb/年报', '年报通数据'));
  });

  it('is not that of an installed app, nor one where the command line says otherwise', () => {
    expect(portableDataFolder({}, [])).toBeNull();
    expect(portableDataFolder({ PORTABLE_EXECUTABLE_DIR: '/usb' }, ['--user-data-dir=/elsewhere'])).toBeNull();
  });
});

/** Settings are kept with the workspace, and what stands there and is none of ours counts for nothing. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstSettings, readDayOfYear, type Settings } from '#core/workspace/settings.ts';
import { keepSettings, settingsOf } from '#main/settings/app-settings.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { open } from '../store/workspace-fixture.ts';

describe('the settings', () => {
  it('are as at first until they are set, and are there after a restart', async () => {
    const folder = join(makeTemporaryFolder(), 'workspace');
    const workspace = open(folder);
    expect(settingsOf(workspace)).toEqual(firstSettings);
    const settings: Settings = { theme: 'dark', zoom: 125, dueDay: '01-20', backupRhythm: 'daily', isUploadAllowed: true };
    expect(settingsOf({ readSetting: () => '{"theme":"dark","zoom":125,"dueDay":null}' })).toEqual({
      ...firstSettings,
      theme: 'dark',
      zoom: 125,
    });
    expect(await keepSettings(workspace, settings)).toMatchObject({ state: 'saved' });
    expect(await workspace.close()).toMatchObject({ state: 'saved' });
    expect(settingsOf(open(folder))).toEqual(settings);
  });

  it.each(['', 'x', '{"theme":"pink","zoom":100,"dueDay":null}', '{"theme":"dark","zoom":1000,"dueDay":null}'])(
    'are as at first for %j',
    (text) => {
      expect(settingsOf({ readSetting: () => text })).toEqual(firstSettings);
    },
  );

  it('take a day that every year has, and no other', () => {
    expect(['01-20', '03-31', '02-28', '12-31', '04-30'].filter((text) => readDayOfYear(text) !== text)).toEqual([]);
    expect(['1-5', ' 1 月 5 日', '１／５', '1.5', '01—05'].map(readDayOfYear)).toEqual(Array(5).fill('01-05'));
    const refused = ['', '00-10', '13-01', '02-29', '04-31', '01-32', '0120', '一月', '2026-01-05'];
    expect(refused.filter((text) => readDayOfYear(text) !== null)).toEqual([]);
  });
});

/** The settings of the app, kept with the workspace. */
import type { SaveState } from '#core/ipc/views.ts';
import { firstSettings, readSettings, type Settings } from '#core/workspace/settings.ts';
import type { Workspace } from '../store/workspace.ts';

const settingName = 'app-settings';

/** As they are at first until somebody has set them, and when what stands there is none of ours. */
export function settingsOf(workspace: Pick<Workspace, 'readSetting'>): Settings {
  const text = workspace.readSetting(settingName);
  return (text === null ? null : readSettings(text)) ?? firstSettings;
}

export function keepSettings(workspace: Pick<Workspace, 'writeSetting'>, settings: Settings): Promise<SaveState> {
  return workspace.writeSetting(settingName, JSON.stringify(settings));
}

const placeName = 'backup-place';

/** The folder of the further copies of backups; null where there is none. */
export function backupPlaceOf(workspace: Pick<Workspace, 'readSetting'>): string | null {
  const place = workspace.readSetting(placeName) ?? '';
  return place === '' ? null : place;
}

export function keepBackupPlace(workspace: Pick<Workspace, 'writeSetting'>, place: string | null): Promise<SaveState> {
  return workspace.writeSetting(placeName, place ?? '');
}

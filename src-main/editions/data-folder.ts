/** The user's data folder, where the app keeps what it is given: the same place for the commands as for the window. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** As Electron names it after the product. */
const appName = '年报通';

/** NIANBAO_DATA, or the folder that the system has for the data of programs. */
export function usualDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const given = environment['NIANBAO_DATA'];
  if (given !== undefined && given !== '') return given;
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), appName);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', appName);
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), appName);
}

/** The folder of installed editions in a data folder. */
export function installedEditionsIn(dataFolder: string): string {
  return join(dataFolder, 'editions');
}

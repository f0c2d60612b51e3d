/** Where the data are when the app was not installed. */
import { join } from 'node:path';

/**
 * The portable Windows program unpacks itself elsewhere and names the folder that it lies in: the data go there, so that
 * they travel with it. Null for an installed app, and where the command line names a folder.
 */
export function portableDataFolder(environment: NodeJS.ProcessEnv, words: readonly string[]): string | null {
  const folder = environment['PORTABLE_EXECUTABLE_DIR'] ?? '';
  return folder === '' || words.some((word) => word.startsWith('--user-data-dir=')) ? null : join(folder, '年报通数据');
}

/** Looks programs up in PATH. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} program
 * @returns {boolean} whether the shell would find it
 */
export function hasProgram(program) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => endings.some((ending) => isExecutable(path.join(folder, program + ending))));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where things are in the project, all derived from the place of this file. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {...string} parts path inside the project
 * @returns {string} the absolute path
 */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/**
 * The script of a tool from node_modules, to be run with this very Node: unlike node_modules/.bin it is the same
 * on every system and needs no shell.
 * @param {string} script path below node_modules
 * @returns {string} the absolute path
 */
export function toolScript(script) {
  return inRoot('node_modules', script);
}

/** The file the build makes for the headless commands. */
export const cliBundle = inRoot('out/main/cli.cjs');

/** Where test runners leave their results as JSON. */
export const testResults = inRoot('out/test-results');

/**
 * What Electron's own default app does for `electron <folder> …`: becomes the app in that folder. The npm-hosted
 * runtime comes without one (scripts/lib/electron-from-npm.mjs).
 */
import { app, dialog } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { folder, modules } = readArguments(process.argv.slice(1));

try {
  const require = createRequire(path.join(process.cwd(), 'anywhere.js'));
  for (const module of modules) require(module);
  if (folder === null) throw new Error('Usage: electron <app folder> [arguments]');
  // As in every start of this kind process.argv stays whole: executable, switches, folder, the app's own arguments.
  await import(pathToFileURL(becomeApp(path.resolve(folder))).href);
} catch (error) {
  console.error(error);
  if (app.isReady()) dialog.showErrorBox('Electron', String(error.stack ?? error));
  app.exit(1);
}

/** @returns {{ folder: string | null, modules: string[] }} the app's folder and the modules to load before it */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') modules.push(args[(index += 1)]);
    else if (!argument.startsWith('-')) return { folder: argument, modules };
  }
  return { folder: null, modules };
}

/** @returns {string} the app's main file */
function becomeApp(folder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  app.setDesktopName?.(manifest.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
  return path.resolve(folder, manifest.main ?? 'index.js');
}

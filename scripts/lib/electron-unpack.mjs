/** Turns the zip of a program built on Electron back into an ordinary Electron distribution. */
import { createWriteStream, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

/** The program's folder and executable in the zip, and what is its own rather than Electron's. */
const program = 'Cypress';
const ownParts = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

const fileType = 0o170000;
const symbolicLink = 0o120000;

/**
 * Unpacks Electron's part of the zip, with modes and symbolic links.
 * @param {string} zip
 * @param {string} dist folder to make
 * @throws {Error} damaged zip, unsafe name in it, or a failed write
 */
export async function unpackElectron(zip, dist) {
  const { default: yauzl } = await import('yauzl');
  const archive = await yauzl.openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = nameInDist(entry.fileName);
    if (name === null) continue;
    const target = path.join(dist, name);
    mkdirSync(path.dirname(target), { recursive: true });
    const mode = entry.externalFileAttributes >>> 16;
    const content = await archive.openReadStreamPromise(entry);
    if ((mode & fileType) === symbolicLink) symlinkSync(await text(content), target);
    else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 }));
  }
}

/**
 * Gives the unpacked files what makes an ordinary distribution: Electron's name and version file, a default app, so
 * that `electron <folder>` starts the app in that folder, and Electron's usual fuses: the program's own start-up
 * snapshot off, and on the switches that let a debugger in, without which Playwright waits for ever.
 * @param {string} dist
 * @param {string} version
 * @param {string} defaultApp folder with the default app's sources
 * @throws {Error} the executable is missing or has no fuses
 */
export async function makeOrdinaryElectron(dist, version, defaultApp) {
  const [{ flipFuses, FuseV1Options, FuseVersion }, { createPackage }] = await Promise.all([
    import('@electron/fuses'),
    import('@electron/asar'),
  ]);
  const executable = path.join(dist, 'electron');
  renameSync(path.join(dist, program), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await createPackage(defaultApp, path.join(dist, 'resources/default_app.asar'));
  if (!existsSync(path.join(dist, 'version'))) writeFileSync(path.join(dist, 'version'), version);
}

/** @returns {string | null} the path in the distribution, null for what does not belong there */
function nameInDist(entryName) {
  const prefix = `${program}/`;
  if (!entryName.startsWith(prefix) || entryName.endsWith('/')) return null;
  const name = entryName.slice(prefix.length);
  return ownParts.some((part) => name.startsWith(part)) ? null : name;
}

/** What the app is made of: versions, and the licences that the build gathered (`vite.licences.ts`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AboutView } from '#core/ipc/app-views.ts';
import type { PackageLicence } from '#core/workspace/package-licence.ts';

/** Each of them leaves its licences in its folder. */
const parts = ['main', 'preload', 'renderer'];

/** `build`: the folder of all parts. The files are of the app's own build, so nothing is decoded. */
export function about(build: string, version: string, runtime: NodeJS.ProcessVersions): AboutView {
  const files = parts.map((part) => join(build, part, 'licences.json')).filter((file) => existsSync(file));
  const all = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as readonly PackageLicence[]);
  const packages = new Map(all.map((each) => [`${each.name}@${each.version}`, each]));
  const isApp = 'electron' in runtime;
  const { electron, chrome, node } = runtime;
  return {
    versions: { 年报通: version, ...(isApp ? { Electron: electron, Chromium: chrome } : {}), 'Node.js': node },
    packages: [...packages.values()].sort((one, other) => one.name.localeCompare(other.name, 'en')),
  };
}

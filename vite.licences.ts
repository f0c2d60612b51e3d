/** Gathers the licences of the packages that end up in a build, for the screen about the app and for the release. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import type { PackageLicence } from './src-core/workspace/package-licence.ts';

/** In the folder of each build. */
export const licencesFile = 'licences.json';

const root = import.meta.dirname;
const inPackages = `${path.sep}node_modules${path.sep}`;

/**
 * Writes `licences.json` beside what is built: every package that a module or a copied file of the build is from.
 * @param more packages of which files are copied without being imported
 */
export function licenceNotices(more: readonly string[] = []): Plugin {
  return {
    name: 'licence-notices',
    generateBundle() {
      const folders = new Set(more.map((name) => path.join(root, 'node_modules', name)));
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id);
        if (folder !== null) folders.add(folder);
      }
      const licences = [...folders].map(licenceOf).sort((one, other) => one.name.localeCompare(other.name, 'en'));
      this.emitFile({ type: 'asset', fileName: licencesFile, source: JSON.stringify(licences) });
    },
  };
}

function packageFolder(id: string): string | null {
  const file = path.normalize(id.replace(/^\0+/u, '').replace(/\?.*$/u, ''));
  const start = file.lastIndexOf(inPackages);
  if (start < 0) return null;
  const [first = '', second = ''] = file.slice(start + inPackages.length).split(path.sep);
  const name = first.startsWith('@') ? path.join(first, second) : first;
  const folder = path.join(file.slice(0, start), 'node_modules', name);
  return existsSync(path.join(folder, 'package.json')) ? folder : null;
}

function licenceOf(folder: string): PackageLicence {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof version !== 'string' || typeof license !== 'string') {
    throw new Error(`${folder}: the package does not say its name, version and licence`);
  }
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice|ofl)(?:[.-].*)?$/iu.test(file));
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  return { name, version, licence: license, text: texts.join('\n\n') };
}

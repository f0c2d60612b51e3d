/** What the build was made from: path, size, time and digest of every source file. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const sourceRoots = /^(?:src-.+|resources)$/u;
const sourceFiles = /^(?:package\.json|package-lock\.json|tsconfig.*\.json|(?:vite|svelte)\..*)$/u;

/** @typedef {{ size: number, time: number, digest: string }} SourceFile */
/** @typedef {Record<string, SourceFile>} Snapshot by path in the project */

/**
 * Takes a snapshot. A file whose size and time are as before is not read again, so that an unchanged tree costs a few
 * milliseconds; its contents decide all the same, since a checkout changes times only.
 * @param {Snapshot} before
 * @returns {Snapshot}
 */
export function takeSnapshot(before) {
  const snapshot = /** @type {Snapshot} */ ({});
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory() ? sourceRoots.test(entry.name) : sourceFiles.test(entry.name)) {
      addTo(snapshot, entry, root, before);
    }
  }
  return snapshot;
}

/**
 * @param {Snapshot} one
 * @param {Snapshot} other
 * @returns {boolean} whether both hold the same files with the same contents
 */
export function isSameContent(one, other) {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((file) => one[file].digest === other[file]?.digest);
}

function addTo(snapshot, entry, folder, before) {
  const place = path.join(folder, entry.name);
  if (entry.isDirectory()) {
    for (const inner of readdirSync(place, { withFileTypes: true })) addTo(snapshot, inner, place, before);
  } else if (entry.isFile()) {
    const name = path.relative(root, place).replaceAll(path.sep, '/');
    const file = describe(place, before[name]);
    if (file) snapshot[name] = file;
  }
}

/** @returns {SourceFile | null} null when it was removed since the folder was listed */
function describe(file, before) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return null;
  const { size, mtimeMs: time } = stats;
  if (before && before.size === size && before.time === time) return before;
  return { size, time, digest: createHash('sha256').update(readFileSync(file)).digest('hex') };
}

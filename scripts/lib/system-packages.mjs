/**
 * The system's packages. On Debian and its relatives root gets the missing ones installed; anyone else is told what is
 * missing, and goes on without.
 */
import { debianMissing, installDebian } from './debian.mjs';
import { run } from './run.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { commonNeeds, linuxNeeds } from './system-needs.mjs';
import { hasProgram } from './which.mjs';

/** @typedef {import('./system-needs.mjs').SystemNeed} SystemNeed */

/**
 * Installs what is missing where that is possible.
 * @param {import('./progress.mjs').Say} say
 * @returns {Promise<readonly SystemNeed[]>} what is still missing: the tests that need it are to be skipped
 */
export async function ensureSystemPackages(say) {
  const missing = await missingNeeds();
  if (missing.length === 0) return [];
  if (isDebian() && process.getuid?.() === 0) {
    await withSetUpLock(say, () => installDebian(missing, say));
    return missingNeeds();
  }
  say(`missing: ${names(missing)}`);
  say(isDebian() ? `install with: sudo apt-get install ${names(missing)}` : 'install what goes by these names here');
  return missing;
}

/**
 * @param {readonly SystemNeed[]} missing
 * @returns {string} for a progress line
 */
export function describeMissing(missing) {
  return missing.length === 0 ? '' : `going on without ${names(missing)}`;
}

async function missingNeeds() {
  if (process.platform !== 'linux') return commonNeeds.filter(({ program }) => !hasProgram(program));
  const needs = [...linuxNeeds, ...commonNeeds];
  if (isDebian()) return debianMissing(needs);
  // Not in everyone's PATH.
  const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/sbin:/usr/sbin` };
  const { output } = await run('ldconfig', ['-p'], { env, output: 'keep' });
  return needs.filter(({ program, library }) => {
    if (program !== undefined) return !hasProgram(program);
    return library !== undefined && !output.includes(`${library} `);
  });
}

function isDebian() {
  return hasProgram('dpkg-query') && hasProgram('apt-get');
}

function names(needs) {
  return needs.map(({ name }) => name).join(' ');
}

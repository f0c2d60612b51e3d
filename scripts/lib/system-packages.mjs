/**
 * The system's packages. On Debian and its relatives root gets the missing ones installed; anyone else is told what is
 * missing, and goes on without.
 */
import { debianMissing, installDebian } from './debian.mjs';
import { run } from './run.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { commonNeeds, linuxNeeds, testNeeds } from './system-needs.mjs';
import { hasProgram } from './which.mjs';

/** @typedef {import('./system-needs.mjs').SystemNeed} SystemNeed */

/**
 * Installs what is missing where that is possible.
 * @param {import('./progress.mjs').Say} say
 * @param {{ forTests?: boolean }} [settings] `forTests` asks for what only the tests need, too
 * @returns {Promise<readonly SystemNeed[]>} what is still missing: the tests that need it are to be skipped
 */
export async function ensureSystemPackages(say, { forTests = false } = {}) {
  const extra = forTests ? testNeeds : [];
  const missing = await missingNeeds(extra);
  if (missing.length === 0) return [];
  if (isDebian() && process.getuid?.() === 0) {
    const groups = [missing.filter((need) => !extra.includes(need)), missing.filter((need) => extra.includes(need))];
    await withSetUpLock(say, () => installDebian(groups, say));
    return missingNeeds(extra);
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

async function missingNeeds(extra) {
  if (process.platform !== 'linux') return [...commonNeeds, ...extra].filter(({ program }) => !hasProgram(program));
  const needs = [...linuxNeeds, ...commonNeeds, ...extra];
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

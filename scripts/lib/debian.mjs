/**
 * Debian's packages. Newer releases gave libraries that were built with 64-bit time another name (libgtk-3-0t64), so
 * each library is known by either.
 */
import { run } from './run.mjs';

/** @typedef {import('./system-needs.mjs').SystemNeed} SystemNeed */

/** Another apt-get, such as the nightly one, is waited for this long. */
const lockTimeout = ['-o', 'DPkg::Lock::Timeout=120'];

/**
 * @param {readonly SystemNeed[]} needs
 * @returns {Promise<readonly SystemNeed[]>} those that are not installed under any of their names
 */
export async function debianMissing(needs) {
  const all = needs.flatMap(namesOf);
  // Its status only says that some name is unknown, which one of two aliases always is.
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...all], {
    output: 'keep',
  });
  const installed = new Set(output.split('\n').filter((line) => line.endsWith(' installed')));
  return needs.filter((need) => !namesOf(need).some((name) => installed.has(`${name} installed`)));
}

/**
 * Installs them with apt-get; root only. A failure is told and not thrown: the caller looks what is still missing.
 * @param {readonly (readonly SystemNeed[])[]} groups each is installed whole or not at all
 * @param {import('./progress.mjs').Say} say
 */
export async function installDebian(groups, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say('apt-get update');
  const update = await run('apt-get', ['update', ...lockTimeout], { env, output: 'keep' });
  if (update.status !== 0) say(`apt-get update failed, going on with the old lists:\n${update.output}`);
  for (const needs of groups.filter((group) => group.length > 0)) {
    const names = await Promise.all(needs.map(({ name }) => nameInThisRelease(name)));
    say(`apt-get install ${names.join(' ')}`);
    // Never at the price of something that is there: LibreOffice without windows would push out the one with windows.
    const args = ['install', '-y', '--no-install-recommends', '--no-remove', ...lockTimeout, ...names];
    const install = await run('apt-get', args, { env, output: 'keep' });
    if (install.status !== 0) say(`apt-get install failed (status ${install.status}):\n${install.output}`);
  }
}

/** The plain name may live on as a virtual package of several, which apt-get refuses: so the new name comes first. */
async function nameInThisRelease(name) {
  for (const alias of aliases(name).reverse()) {
    const { output } = await run('apt-cache', ['policy', alias], { env: { ...process.env, LC_ALL: 'C' }, output: 'keep' });
    if (/Candidate: (?!\(none\))/u.test(output)) return alias;
  }
  return name;
}

function namesOf({ name, alternatives = [] }) {
  return [...aliases(name), ...alternatives];
}

function aliases(name) {
  return /^lib.*\d$/u.test(name) ? [name, `${name}t64`] : [name];
}

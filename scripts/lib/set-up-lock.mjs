/** One set-up at a time in this folder. */
import { withLock } from './lock.mjs';
import { inRoot } from './paths.mjs';

/**
 * Runs `work` while no other command installs or builds in this project.
 * @template T
 * @param {import('./progress.mjs').Say} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function withSetUpLock(say, work) {
  // Not in node_modules, which `npm ci` removes.
  return withLock(inRoot('out/.set-up-lock'), work, (holder) => say(`waiting for another set-up${holder && ` (process ${holder})`}`));
}

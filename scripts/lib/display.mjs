/** Where windows can appear: the user's own display, or a virtual one. */
import { hasProgram } from './which.mjs';

/** @returns {boolean} whether the user can see a window */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/**
 * The command line that gives a program some display.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ command: string, args: readonly string[] } | null} null when no display can be had
 */
export function withSomeDisplay(command, args) {
  if (hasDisplay()) return { command, args };
  if (!hasProgram('xvfb-run')) return null;
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1920x1080x24', command, ...args] };
}

/** @returns {boolean} whether Chromium refuses to start with its sandbox: as root on Linux, and only there */
export function mustDropSandbox() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

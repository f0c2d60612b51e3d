/** What Electron and the tests need of the system, by Debian's package names. */

/**
 * @typedef {object} SystemNeed
 * @property {string} name Debian's package
 * @property {string} [program] the program that shows it is there on other systems
 * @property {string} [library] the shared library that shows it
 * @property {boolean} [forElectron] without it Electron does not start
 * @property {readonly string[]} [alternatives] other packages that serve as well
 */

/** @type {readonly SystemNeed[]} needed on Linux only */
export const linuxNeeds = [
  { name: 'xvfb', program: 'xvfb-run' },
  { name: 'xauth', program: 'xauth' },
  { name: 'libgtk-3-0', library: 'libgtk-3.so.0', forElectron: true },
  { name: 'libnss3', library: 'libnss3.so', forElectron: true },
  { name: 'libasound2', library: 'libasound.so.2', forElectron: true },
  { name: 'libgbm1', library: 'libgbm.so.1', forElectron: true },
  { name: 'libxss1', library: 'libXss.so.1' },
  { name: 'libnotify4', library: 'libnotify.so.4' },
  { name: 'libsecret-1-0', library: 'libsecret-1.so.0' },
  // Without it Chinese is boxes on the screenshots; fonts have no program or library to look for.
  { name: 'fonts-noto-cjk' },
];

/** @type {readonly SystemNeed[]} needed everywhere, by the tests that open bundles with ordinary tools */
export const commonNeeds = [
  { name: 'openssl', program: 'openssl' },
  { name: 'unzip', program: 'unzip' },
];

/**
 * @type {readonly SystemNeed[]} needed everywhere, by tests that have an office suite open our documents, and other programs read
 * them. They are large, so that only `npm test` asks for them.
 */
export const testNeeds = [
  { name: 'libreoffice-calc-nogui', program: 'soffice', alternatives: ['libreoffice-calc'] },
  { name: 'libreoffice-writer-nogui', program: 'soffice', alternatives: ['libreoffice-writer'] },
  { name: 'poppler-utils', program: 'pdftotext' },
  { name: 'zbar-tools', program: 'zbarimg' },
];

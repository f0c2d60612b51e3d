/* global process, __filename */
/**
 * Loaded before the app in every one of its threads: while the file named by NIANBAO_TEST_FAULT exists, no file can
 * be made or changed, as on a full disk or a read-only medium. The file holds the errno.
 */
const fs = require('node:fs');

const flag = process.env.NIANBAO_TEST_FAULT;
/** How the app opens what it writes: a new file, or one that it has made ready. */
const writing = ['wx', 'r+'];
const { open, openSync, readFileSync } = fs;

function faultOf(flags) {
  if (flag === undefined || !writing.includes(flags)) return null;
  let code;
  try {
    code = readFileSync(flag, 'utf8');
  } catch {
    return null;
  }
  return Object.assign(new Error(code), { code });
}

fs.openSync = (path, flags, ...rest) => {
  const fault = faultOf(flags);
  if (fault !== null) throw fault;
  return openSync(path, flags, ...rest);
};

fs.open = (path, flags, ...rest) => {
  const fault = faultOf(flags);
  if (fault === null) open(path, flags, ...rest);
  else process.nextTick(rest.at(-1), fault);
};

/** What Electron loads before the app it loads into the main thread alone. */
const threads = require('node:worker_threads');
const { Worker } = threads;
threads.Worker = class extends Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ['--require', __filename] });
  }
};

/* global process, __filename */
/**
 * Loaded before the app in every one of its threads: while the file named by NIANBAO_TEST_FAULT exists, no new file can
 * be made, as on a full disk or a read-only medium. The file holds the errno.
 */
const fs = require('node:fs');

const flag = process.env.NIANBAO_TEST_FAULT;
const { open, openSync, readFileSync } = fs;

function faultOf(flags) {
  if (flag === undefined || flags !== 'wx') return null;
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

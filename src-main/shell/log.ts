/** The app's log: what went wrong and where, never what people entered. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import log from 'electron-log/main';

export type LogDetails = Readonly<Record<string, string | number>>;

export type Log = {
  readonly warn: (event: string, details?: LogDetails) => void;
  /** Records a bug and returns the short reference that the user is shown. */
  readonly bug: (error: unknown, details?: LogDetails) => string;
};

/** Opens the log in `folder`; files above 1 MB are rotated. Uncaught errors of the process end there too. */
export function openLog(folder: string): Log {
  log.transports.file.resolvePathFn = () => join(folder, 'nianbao.log');
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = 'warn';
  // A log that is asked for is there, and tells when the app was used.
  log.info('start');
  log.errorHandler.startCatching({ showDialog: false });
  return {
    warn: (event, details = {}) => {
      log.warn(event, details);
    },
    bug: (error, details = {}) => {
      const reference = randomUUID().slice(0, 8);
      log.error(`bug ${reference}`, details, error);
      return reference;
    },
  };
}

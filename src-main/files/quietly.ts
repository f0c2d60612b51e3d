/** Cleaning up after a failure: that failure is the one to report, not what goes wrong while cleaning. */
import { errnoOf } from './file-system.ts';

/** Does a file call whose failure does no harm. @throws the error when it is a bug. */
export function quietly(call: () => void): void {
  try {
    call();
  } catch (error) {
    errnoOf(error);
  }
}

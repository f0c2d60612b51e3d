/** The parser's thread as the build makes it, made anew from the sources for the tests that need it. */
import { buildThread } from '../../fixtures/build-thread.ts';

let made: Promise<string> | null = null;

/** The path of the script; it is made once in each test file that asks. */
export function builtWorker(): Promise<string> {
  made ??= buildThread('src-main/readers/parse-worker.ts');
  return made;
}

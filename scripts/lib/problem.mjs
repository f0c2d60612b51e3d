/** Expected failures of the scripts: a plain sentence for the person at the keyboard, no stack. */

/** Exit status of a set-up that did not work: apart from 0 to 3, which the headless commands use. */
const setUpFailed = 70;

export class SetUpProblem extends Error {}

/**
 * Runs a script's main function and turns its result into the exit status. A `SetUpProblem` is told in plain words;
 * any other error is a bug and keeps its stack.
 * @param {() => Promise<number>} main resolves to the exit status
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = setUpFailed;
    console.error(error instanceof SetUpProblem ? `[set-up] ${error.message}` : error);
  }
}

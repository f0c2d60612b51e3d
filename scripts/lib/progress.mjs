/** Progress lines of the set-up and the checks, always on stderr: stdout belongs to the commands. */

/**
 * @param {number} milliseconds
 * @returns {string} `0.4 s`, `21 s` or `3 min 5 s`
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * @callback Say Tells what is being done now; the first call shows that a step takes time.
 * @param {string} text
 * @returns {void}
 */

/**
 * Numbered steps. A step that finds nothing to do says so in one line, or nothing at all when quiet.
 * @param {{ prefix: string, total: number, quiet?: boolean }} settings
 */
export function numberedSteps({ prefix, total, quiet = false }) {
  let number = 0;
  /**
   * @template T
   * @param {string} title
   * @param {(say: Say) => Promise<T>} work
   * @param {(result: T) => string} [describe] what the step came to, in a few words
   * @returns {Promise<T>}
   */
  return async function step(title, work, describe = () => '') {
    number += 1;
    const head = `[${prefix}] ${number}/${total} ${title} …`;
    const started = performance.now();
    let worked = false;
    const result = await work((text) => {
      worked = true;
      console.error(`${head} ${text}`);
    });
    const outcome = describe(result);
    if (worked) {
      const took = duration(performance.now() - started);
      console.error(`${head} done in ${took}${outcome && `: ${outcome}`}`);
    } else if (!quiet) {
      console.error(`${head} ${outcome || 'up to date'}`);
    }
    return result;
  };
}

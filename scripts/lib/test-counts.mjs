/** Counts of passed, failed and skipped tests, from the runners' JSON. */
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {string} file Vitest's JSON
 * @returns {Counts} one failure when there is no such file: the run died
 */
export function vitestCounts(file) {
  const results = readJson(file);
  if (results === null) return { passed: 0, failed: 1, skipped: 0 };
  // A file that does not load has no tests, yet must not be lost from the count.
  const broken = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken.length,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/**
 * @param {string} file Vitest's JSON
 * @returns {string[]} the full title of each test that was skipped
 */
export function vitestSkipped(file) {
  const results = readJson(file);
  if (results === null) return [];
  const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
  return tests.filter(({ status }) => ['skipped', 'pending', 'todo'].includes(status)).map(({ fullName }) => fullName);
}

/**
 * @param {string} file Playwright's JSON
 * @returns {Counts} one failure when there is no such file: the run died
 */
export function playwrightCounts(file) {
  const results = readJson(file);
  if (results === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, flaky, unexpected, skipped } = results.stats;
  return { passed: expected + flaky, failed: unexpected + results.errors.length, skipped };
}

/**
 * @param {string} file Playwright's JSON
 * @returns {string[]} file and title of each test
 */
export function playwrightTitles(file) {
  const results = readJson(file);
  return results === null ? [] : results.suites.flatMap((suite) => titlesIn(suite, []));
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function addCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

function titlesIn(suite, above) {
  const titles = [...above, suite.title];
  const own = suite.specs.map((spec) => [...titles, spec.title].join(' › '));
  return own.concat((suite.suites ?? []).flatMap((inner) => titlesIn(inner, titles)));
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The pages that tell what the benchmarks found: out/bench/benchmarks.md, docs/benchmarks.md and the tables of both READMEs. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, type } from 'node:os';
import { pathToFileURL } from 'node:url';
import { benchBundles } from './bench-bundle.mjs';
import { inRoot } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/** The bundle that writes lines and tables (tests/bench/report.ts). */
export const benchReport = inRoot(benchBundles, 'report.cjs');

/** @param {string} name @returns {string} where the benchmark's last measurements are, as JSON */
export function resultOf(name) {
  return inRoot(benchBundles, 'results', `${name}.json`);
}

/**
 * Writes what the benchmarks `names` found when they ran last; those that never ran are left out.
 * @param {readonly string[]} names
 * @param {{ electron: string | null, isForDocs: boolean }} settings
 * @returns {Promise<readonly string[]>} the files that were written
 * @throws {SetUpProblem} the documents need all of them
 */
export async function writeBenchmarks(names, { electron, isForDocs }) {
  const { benchmarksPage, betweenMarks, chineseReadmeTable, readmeTable } = await import(pathToFileURL(benchReport).href);
  const found = names.filter((name) => existsSync(resultOf(name)));
  const results = found.map((name) => JSON.parse(readFileSync(resultOf(name), 'utf8')));
  if (results.length === 0) return [];
  const machine = { ...thisMachine(electron), ...daysOf(found) };
  const page = benchmarksPage(results, machine);
  const pages = [['out/bench/benchmarks.md', page]];
  if (isForDocs) {
    const missing = names.filter((name) => !found.includes(name));
    if (missing.length > 0) throw new SetUpProblem(`docs/benchmarks.md shows all benchmarks; these never ran here: ${missing.join(', ')}.`);
    const filled = (file, table) => [file, betweenMarks(readFileSync(inRoot(file), 'utf8'), table)];
    pages.push(['docs/benchmarks.md', page], filled('README.md', readmeTable(results, machine)));
    pages.push(filled('README.zh-CN.md', chineseReadmeTable(results, machine)));
  }
  for (const [file, text] of pages) writeFileSync(inRoot(file), text);
  return pages.map(([file]) => file);
}

/** Nothing that names the machine or its user. */
function thisMachine(electron) {
  return { system: systemName(), cores: availableParallelism(), node: process.versions.node, electron };
}

function systemName() {
  const release = '/etc/os-release';
  const named = existsSync(release) ? /^PRETTY_NAME="?([^"\n]+)/mu.exec(readFileSync(release, 'utf8'))?.[1] : undefined;
  return named ?? { Darwin: 'macOS', Windows_NT: 'Windows' }[type()] ?? type();
}

/** The first and the last day on which they were measured. */
function daysOf(names) {
  const days = names.map((name) => statSync(resultOf(name)).mtime.toISOString().slice(0, 10)).sort();
  return { from: days[0], to: days.at(-1) };
}

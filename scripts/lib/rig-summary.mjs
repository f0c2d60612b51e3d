/** What the rigs noted (tests/rigs/summary.ts), summed up by kind. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @param {string} file one JSON object a line: `kind`, `tried`, `survived`
 * @returns {readonly string[]} a line for each kind, in the order in which they came; one that says so where nothing was noted
 */
export function describeRigs(file) {
  const notes = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  if (notes.length === 0) return ['nothing was tried'];
  const kinds = [...new Set(notes.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = notes.filter((each) => each.kind === kind);
    const sum = (name) => own.reduce((total, each) => total + each[name], 0).toLocaleString('en-US');
    return `${kind}: ${sum('tried')} tried, ${sum('survived')} survived`;
  });
}

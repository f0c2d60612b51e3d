/** The documents for people say only what is there: commands, scripts, files and places. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '#main/commands/registry.ts';

const root = resolve(import.meta.dirname, '../..');
const names = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'ARCHITECTURE.md'];
const texts = new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
const textOf = (name: string) => texts.get(name) ?? '';
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The command that the words begin with, which may be of one word or two. */
function commandIn(words: string): string | undefined {
  const [first = '', second = ''] = words.trim().split(/\s+/u);
  const named = (wanted: string) => commands.find(({ name }) => name === wanted)?.name;
  return named(`${first} ${second}`) ?? named(first);
}

/** Github's anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}

describe.each(names)('%s', (name) => {
  const text = textOf(name);

  it('names only npm scripts that exist', () => {
    const called = [...text.matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/gu)].map((match) => match[1] ?? match[2] ?? '');
    expect(called.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it('names only headless commands that exist, with options that they take', () => {
    const lines = [...text.matchAll(/nianbao -- ([^\n`]+)/gu)].map((match) => (match[1] ?? '').replace(/\s+#.*$/u, ''));
    for (const line of lines) {
      const command = commands.find((each) => each.name === commandIn(line));
      expect(command, line).toBeDefined();
      const options = [...line.matchAll(/\s--([a-z-]+)/gu)].map((match) => match[1] ?? '');
      const known = [...Object.keys(command?.options ?? {}), 'json', 'lang', 'data'];
      expect(
        options.filter((option) => !known.includes(option)),
        line,
      ).toEqual([]);
    }
  });

  it('links to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/gu)].map((match) => match[1] ?? '');
    const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map((match) => anchorOf(match[1] ?? ''));
    const missing = links.filter((link) =>
      link.startsWith('#') ? !headings.includes(link.slice(1)) : !existsSync(join(root, link.split('#')[0] ?? '')),
    );
    expect(missing).toEqual([]);
  });

  it('names only folders and files of the sources that exist', () => {
    const named = [...text.matchAll(/`((?:src-\w+|tests|scripts|resources)\/[\w./-]+?)\*?`/gu)].map((match) => match[1] ?? '');
    expect(named.filter((path) => !path.includes('<') && !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the two READMEs', () => {
  const [english, chinese] = [textOf('README.md'), textOf('README.zh-CN.md')];

  it('have the same sections, pictures and commands', () => {
    const counts = [/^## /gmu, /^!\[/gmu, /^npm run -s nianbao -- (\w+)/gmu].map((pattern) => [
      english.match(pattern)?.length,
      chinese.match(pattern)?.length,
    ]);
    expect(counts.filter(([one, other]) => one !== other)).toEqual([]);
    expect(counts.every(([one]) => (one ?? 0) > 0)).toBe(true);
  });

  it('say which headless commands there are, at least those of the daily work', () => {
    for (const name of ['intake', 'validate', 'seal', 'verify', 'key new', 'show', 'consolidate']) {
      expect(english, name).toContain(`nianbao -- ${name}`);
      expect(chinese, name).toContain(`nianbao -- ${name}`);
    }
  });
});

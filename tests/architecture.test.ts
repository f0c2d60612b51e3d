/** The walls of the house (ARCHITECTURE.md): who may import what, how files are named, how long they may be. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const sources = ['src-core', 'src-main', 'src-renderer'].flatMap((folder) => filesBelow(join(root, folder)));

/** The rooms of the core in their order: each may import itself and those before it. */
const coreOrder = [
  'lib',
  'form',
  'narrative',
  'rules',
  'workflow',
  'similarity',
  'suspects',
  'figures',
  'filing',
  'history',
  'drafting',
  'charts',
  'validation',
  'intake',
  'clipboard',
  'bundle',
  'consolidation',
  'documents',
  'workspace',
  'help',
  'text',
  'ipc',
];
/** `ipc/views.ts` only names types; text words what the rooms before it found. */
const corePackages = ['valibot', 'canonicalize', '@xmldom/xmldom', 'qr'];

/** Packages and the one room that may import them. */
const packageRooms: Readonly<Record<string, string>> = {
  'sql.js': 'src-main/store/',
  fflate: 'src-main/files/',
  yauzl: 'src-main/files/',
  xlsx: 'src-main/readers/',
  'xlsx/dist/cpexcel.full.mjs': 'src-main/readers/',
  mammoth: 'src-main/readers/',
  '@xmldom/xmldom': 'src-main/readers/word/',
  parse5: 'src-main/readers/',
  'hucre/xlsx': 'src-main/writers/',
  docx: 'src-main/writers/',
  'hyparquet-writer': 'src-main/writers/',
  pkijs: 'src-main/signing/',
  asn1js: 'src-main/signing/',
  '@noble/curves/abstract/weierstrass.js': 'src-main/signing/',
  'echarts/charts': 'src-main/writers/',
  'echarts/components': 'src-main/writers/',
  'echarts/core': 'src-main/writers/',
  'echarts/renderers': 'src-main/writers/',
  'electron-log/main': 'src-main/shell/',
  valibot: 'src-main/shell/',
};
/** Packages of the screens and their room; all other screens do without. */
const prosePackages = ['state', 'view', 'model', 'commands', 'keymap', 'history'].map((name) => `prosemirror-${name}`).concat('diff');
/** The one library of charts: drawn on the screen, and without one for documents. */
const chartPackages = ['echarts/charts', 'echarts/components', 'echarts/core', 'echarts/renderers'];
const electronPlaces = [
  'src-main/index.ts',
  'src-main/preload.ts',
  'src-main/shell/',
  'src-main/ipc/',
  'src-main/printing/print-page.ts',
  'src-main/printing/print-files.ts',
];

type Import = { readonly file: string; readonly target: string };
const imports: readonly Import[] = sources.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/^\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gmu)];
  return found.map((match) => ({ file, target: targetOf(file, match[1] ?? match[2] ?? match[3] ?? '') }));
});

describe('the import whitelist', () => {
  it('lets the core import itself, in the order of its rooms, and small pure packages', () => {
    const broken = from('src-core/').filter(({ file, target }) => {
      if (!target.startsWith('src-')) return !corePackages.includes(target);
      if (!target.startsWith('src-core/')) return true;
      return coreOrder.indexOf(roomOf(target)) > coreOrder.indexOf(roomOf(file)) || coreOrder.indexOf(roomOf(file)) < 0;
    });
    expect(broken.map(show)).toEqual([]);
  });

  it('lets the main process import the core, node and its packages, each package from one room', () => {
    const broken = from('src-main/').filter(({ file, target }) => {
      if (target.startsWith('src-core/') || target.startsWith('src-main/')) return false;
      if (target === 'electron') return !electronPlaces.some((place) => file.startsWith(place));
      if (target.startsWith('node:')) return file === 'src-main/preload.ts';
      return packageRooms[target] === undefined || !file.startsWith(packageRooms[target]);
    });
    expect(broken.map(show)).toEqual([]);
  });

  it.each(['src-main/cli.ts', 'src-main/desk.ts', 'src-main/backup.ts'])(
    'keeps %s free of Electron, however far its imports reach',
    (entry) => {
      const reached = new Set<string>();
      const visit = (file: string): void => {
        if (reached.has(file)) return;
        reached.add(file);
        for (const each of imports) if (each.file === file) visit(each.target);
      };
      visit(entry);
      expect([...reached].filter((each) => each === 'electron' || each.startsWith('src-main/shell/'))).toEqual([]);
      expect(reached.size).toBeGreaterThan(20);
    },
  );

  it('keeps use cases from importing each other, and the store and the signing from importing use cases', () => {
    const broken = [
      ...from('src-main/use-cases/'),
      ...from('src-main/store/'),
      ...from('src-main/signing/'),
      ...from('src-main/files/'),
    ].filter(({ target }) => target.startsWith('src-main/use-cases/'));
    expect(broken.map(show)).toEqual([]);
  });

  it('lets the preload script import electron and the names of the channels, nothing else', () => {
    const allowed = ['electron', 'src-core/ipc/channels.ts', 'src-core/ipc/notices.ts'];
    expect(
      from('src-main/preload.ts')
        .filter(({ target }) => !allowed.includes(target))
        .map(show),
    ).toEqual([]);
  });

  it('lets the screens import the core, svelte and icons; only state classes call the bridge, and only it touches window.nianbao', () => {
    const broken = from('src-renderer/').filter(({ file, target }) => {
      if (target === 'src-renderer/bridge.ts') return !file.startsWith('src-renderer/state/');
      if (target.startsWith('src-core/') || target.startsWith('src-renderer/')) return false;
      if (prosePackages.includes(target)) return !file.startsWith('src-renderer/prose/');
      if (chartPackages.includes(target)) return !file.startsWith('src-renderer/charts/');
      return target !== 'svelte' && !target.startsWith('svelte/') && !target.startsWith('@lucide/svelte/icons/');
    });
    expect(broken.map(show)).toEqual([]);
    const touching = sources.filter((file) => /window as unknown|window\.nianbao/u.test(readFileSync(join(root, file), 'utf8')));
    expect(touching).toEqual(['src-renderer/bridge.ts']);
  });
});

describe('the files of the house', () => {
  it('are named in kebab-case, components in PascalCase', () => {
    const odd = sources.filter((file) => {
      const name = file.split('/').at(-1) ?? '';
      if (name === 'tsconfig.json' || name === 'index.html') return false;
      return name.endsWith('.svelte')
        ? !/^[A-Z][A-Za-z]+\.svelte$/u.test(name)
        : !/^[a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.d)?\.(ts|css)$/u.test(name);
    });
    expect(odd).toEqual([]);
  });

  it('stay small: never above 250 lines, with a median below 80', () => {
    const lengths = sources
      .filter((file) => /\.(ts|svelte)$/u.test(file))
      .map((file) => [readFileSync(join(root, file), 'utf8').split('\n').length, file] as const);
    expect(lengths.filter(([length]) => length > 250)).toEqual([]);
    const sorted = lengths.map(([length]) => length).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });

  it('keep official labels of the form out of the code: they stand in the editions only', () => {
    const editions = ['2019', '2021'].map((id) => readFileSync(join(root, `resources/editions/${id}/edition.json`), 'utf8')).join('');
    const labels = [...editions.matchAll(/"(?:label|text)": "([^"]{6,})"/gu)].map((match) => match[1] ?? '');
    expect(labels.length).toBeGreaterThan(20);
    const holding = sources.filter((file) => {
      const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
      return labels.some((label) => text.includes(`'${label}'`));
    });
    expect(holding).toEqual([]);
  });
});

function from(folder: string): readonly Import[] {
  return imports.filter(({ file }) => file.startsWith(folder));
}

function show({ file, target }: Import): string {
  return `${file} must not import ${target}`;
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier));
  if (specifier.startsWith('#core/')) return `src-core/${specifier.slice(6)}`;
  if (specifier.startsWith('#main/')) return `src-main/${specifier.slice(6)}`;
  if (builtinModules.includes(specifier)) return `node:${specifier}`;
  return specifier;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [relative(root, path)];
  });
}

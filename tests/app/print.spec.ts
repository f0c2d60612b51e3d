/** PDF, printed by the app's own runtime from plain Node; and the HTML report in a browser, judged by axe. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launch, newDataFolder, root } from './models/launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-print-test-'));
const filing = join(folder, 'a.filing.json');

function nianbao(...words: string[]) {
  return spawnSync(process.execPath, [join(root, 'out/main/cli.cjs'), ...words], { encoding: 'utf8', timeout: 60_000 });
}

test.beforeAll(() => {
  const sample = join(root, 'resources/samples/hainan-2020.txt');
  expect(nianbao('intake', sample, '--unit', '460000', '--name', '海南省', '--year', '2020', '-o', filing).status).toBe(0);
});

test('render --to pdf makes a tagged A4 document with real fonts, on pages that the tables fit', () => {
  const output = join(folder, 'a.pdf');
  const { status, stderr } = nianbao('render', filing, '--to', 'pdf', '-o', output);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const pdf = readFileSync(output).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  const all = pdf + streamsOf(readFileSync(output));
  const has = (pattern: RegExp) => pattern.test(all);
  expect({
    isTagged: has(/\/MarkInfo\s*<<[^>]*\/Marked true/u) && has(/\/StructTreeRoot/u),
    hasRealFonts: has(/\/CIDFontType2/u),
    hasDrawnFonts: has(/\/Subtype\s*\/Type3/u),
  }).toEqual({ isTagged: true, hasRealFonts: true, hasDrawnFonts: false });
  const boxes = [...all.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/gu)].map(([, width, height]) =>
    [Number(width), Number(height)].map(Math.round).join(),
  );
  expect(new Set(boxes)).toEqual(new Set(['595,842']));
});

test('the page for the public is one page of A4, with real fonts', () => {
  const prior = join(folder, 'prior.filing.json');
  const before = JSON.parse(readFileSync(filing, 'utf8')) as { reportYear: number };
  writeFileSync(prior, JSON.stringify({ ...before, reportYear: before.reportYear - 1 }));
  const output = join(folder, 'page.pdf');
  const words = ['--infographic', '--to', 'pdf', '--date', '2021-01-29', '--prior', prior];
  expect(nianbao('render', filing, ...words, '-o', output)).toMatchObject({ stderr: '', status: 0 });
  const all = readFileSync(output).toString('latin1') + streamsOf(readFileSync(output));
  expect(all.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  expect(all).not.toMatch(/\/Subtype\s*\/Type3/u);
});

test('the HTML report and the page for the public have nothing that axe objects to', async () => {
  const pages = [join(folder, 'a.html'), join(folder, 'b.html')] as const;
  expect(nianbao('render', filing, '--to', 'html', '--paper', '--charts', '--date', '2021-01-29', '-o', pages[0]).status).toBe(0);
  expect(nianbao('render', filing, '--to', 'html', '--infographic', '-o', pages[1]).status).toBe(0);
  const { electron } = await launch(newDataFolder());
  try {
    for (const page of pages) {
      const opened = electron.waitForEvent('window');
      await electron.evaluate(({ BrowserWindow }, path) => {
        const window = new BrowserWindow({ webPreferences: { partition: 'judged' } });
        return window.loadFile(path);
      }, page);
      const { violations } = await new AxeBuilder({ page: await opened }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
  } finally {
    await electron.close();
  }
});

/** What is compressed in the file, as far as it is text. */
function streamsOf(bytes: Buffer): string {
  const found: string[] = [];
  for (const { index } of bytes.toString('latin1').matchAll(/stream\r?\n/gu)) {
    const from = bytes.indexOf('\n', index) + 1;
    try {
      found.push(inflateSync(bytes.subarray(from)).toString('latin1'));
    } catch {
      // pictures and what is not compressed
    }
  }
  return found.join('\n');
}

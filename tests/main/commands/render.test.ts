/** `render`, with the files that it writes and the refusals that it makes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paperMark } from '#core/documents/paper-copy.ts';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { paperCheckCommand } from '#main/commands/paper-check.ts';
import { renderCommand } from '#main/commands/render.ts';
import { printElsewhere } from '#main/printing/print-elsewhere.ts';
import { writeReportDocuments } from '#main/writers/report-documents.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { makeKey, sampleFiling, seal } from '../bundle/sample.ts';
import { newFolder } from './run-cli.ts';
import { bytesFile, filingFile, runHere } from './run-here.ts';

const filing = fullFiling('2021');
const { form } = shippedEdition('2021');
const file = filingFile('render', filing);
const folder = newFolder();

describe('render', () => {
  test.each(['docx', 'html', 'xlsx'] as const)('writes the %s that a bundle has', async (format) => {
    const output = join(folder, `报告.${format}`);
    expect(await runHere(renderCommand, [file, '--to', format, '-o', output])).toMatchObject({ ok: true, value: { exit: 0 } });
    const documents = await writeReportDocuments(filing, form);
    expect(Buffer.compare(readFileSync(output), Buffer.from(documents[format]))).toBe(0);
  });

  test('makes the paper copy of a bundle with the digest of the bundle', async () => {
    const sealed = await seal(await makeKey());
    const output = join(folder, 'paper.html');
    const done = await runHere(renderCommand, [bytesFile('a.asice', sealed.bytes), '--to', 'html', '--paper', '-o', output]);
    expect(done).toMatchObject({ ok: true, value: { data: { bundleDigest: sealed.bundleDigest } } });
    const html = renderReportHtml(sampleFiling(), shippedEdition('2019').form, { paper: { bundleDigest: sealed.bundleDigest } });
    expect(readFileSync(output, 'utf8')).toBe(html);
    expect(html.replaceAll(' ', '')).toContain(sealed.bundleDigest);
    const check = (code: string) => runHere(paperCheckCommand, [bytesFile('a.asice', sealed.bytes), '--code', code]);
    expect(await check(paperMark(sampleFiling(), sealed.bundleDigest))).toMatchObject({
      value: {
        exit: 0,
        data: { kind: 'same', bundle: expect.stringContaining('a.asice') as string, message: expect.stringContaining('一致') as string },
      },
    });
    expect(await check('')).toMatchObject({ value: { exit: 2, data: { kind: 'malformed', fault: { why: 'empty' } } } });
    expect(await check('ab'.repeat(32))).toMatchObject({ value: { exit: 3, data: { kind: 'other-content' } } });
    expect(await check('NIANBAO:1')).toMatchObject({ value: { exit: 2, data: { kind: 'malformed' } } });
    const notBundle = await runHere(paperCheckCommand, [file, '--code', sealed.bundleDigest]);
    expect(notBundle).toMatchObject({ ok: false, problem: { code: 'document/not-a-bundle' } });
  });

  test('writes the page for the public, with last year where it is given, and charts and date where they are asked for', async () => {
    const prior = filingFile('prior', { ...filing, reportYear: filing.reportYear - 1 });
    const [page, report] = [join(folder, '一图.html'), join(folder, '附图.html')];
    const words = [file, '--date', '2026-01-23', '--prior', prior, '--to', 'html'];
    expect(await runHere(renderCommand, [...words, '--infographic', '-o', page])).toMatchObject({ value: { exit: 0 } });
    expect(await runHere(renderCommand, [...words, '--charts', '-o', report])).toMatchObject({ value: { exit: 0 } });
    for (const each of [page, report].map((path) => readFileSync(path, 'utf8'))) {
      expect(each).toContain('2026年1月23日');
      expect(each).toContain('与上年相比');
    }
  });

  test('takes dates as they are written, and the name of a format in capitals, and says which dates are unlikely', async () => {
    const output = join(folder, '落款.HTM');
    const dated = (day: string) => runHere(renderCommand, [file, '--to', 'HTML', '--date', day, '-o', output]);
    expect(await dated('２０２６年1月23日')).toMatchObject({ value: { exit: 0, data: { warnings: [] } } });
    expect(readFileSync(output, 'utf8')).toContain('2026年1月23日');
    const early = await dated('2025.1.23');
    expect(early).toMatchObject({ value: { exit: 0, data: { warnings: [expect.stringContaining('2025 年结束之前')] } } });
    expect(early.ok && early.value.text.en).toContain('before the end of 2025');
  });

  test.each([
    [['--to', 'rtf', '-o', 'x.rtf'], 'usage/bad-value'],
    [['-o', 'x.docx'], 'usage/missing-argument'],
    [['--to', 'docx'], 'usage/missing-argument'],
    [['--to', 'xlsx', '--paper', '-o', 'x.xlsx'], 'document/no-paper-form'],
    [['--to', 'html', '-o', file], 'file/exists'],
    [['--to', 'docx', '--charts', '-o', 'x.docx'], 'document/no-charts'],
    [['--to', 'html', '--date', '2026-02-30', '-o', 'x.html'], 'document/bad-date'],
    [['--to', 'docx', '--infographic', '-o', 'x.docx'], 'document/no-infographic'],
    [['--to', 'png', '-o', 'x.png'], 'usage/bad-value'],
    [['--to', 'docx', '-o', 'x.pdf'], 'usage/bad-value'],
    [['--to', 'html', '-o', 'x.docx'], 'usage/bad-value'],
    [['--to', 'html', '--prior', file, '-o', 'x.html'], 'filing/not-prior'],
  ])('refuses %j: %s', async (words, code) => {
    expect(await runHere(renderCommand, [file, ...words])).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(filing)));
  });

  test('says that there is no runtime for PDF where there is none, and writes nothing', async () => {
    expect(await printElsewhere(undefined, folder)('')).toMatchObject({ ok: false, problem: { code: 'document/no-runtime' } });
    expect(await printElsewhere(join(folder, 'nowhere'), folder)('')).toMatchObject({
      ok: false,
      problem: { code: 'document/no-runtime' },
    });
    expect(existsSync(join(folder, 'page.pdf'))).toBe(false);
  });

  test('passes on why the runtime did not print', async () => {
    // any program that fails will do for a runtime
    const printed = await printElsewhere('/bin/false', folder)('<p>');
    expect(printed).toMatchObject({
      ok: false,
      problem: { code: /print-failed|no-display/u.exec(printed.ok ? '' : printed.problem.code)?.input },
    });
  });
});

/** `render`, with the files that it writes and the refusals that it makes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderReportHtml } from '#core/documents/report-html.ts';
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
    const html = renderReportHtml(sampleFiling(), shippedEdition('2019').form, { bundleDigest: sealed.bundleDigest });
    expect(readFileSync(output, 'utf8')).toBe(html);
    expect(html.replaceAll(' ', '')).toContain(sealed.bundleDigest);
  });

  test.each([
    [['--to', 'rtf', '-o', 'x.rtf'], 'usage/bad-value'],
    [['-o', 'x.docx'], 'usage/missing-argument'],
    [['--to', 'docx'], 'usage/missing-argument'],
    [['--to', 'xlsx', '--paper', '-o', 'x.xlsx'], 'document/no-paper-form'],
    [['--to', 'html', '-o', file], 'file/exists'],
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

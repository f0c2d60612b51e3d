/** Documents of a report in the workspace, as the window asks for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { DocumentFormat } from '#core/ipc/views.ts';
import { saveDocument, saveInfographic } from '#main/use-cases/save-document.ts';
import { writeReportDocuments } from '#main/writers/report-documents.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { edition, entry, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

const digest = 'cd'.repeat(32);

async function prepare() {
  const workspace = open(makeTemporaryFolder());
  const filing = sampleFiling('469001', 2020);
  const id = expectOk(await workspace.addFiling(filing, entry));
  const folder = makeTemporaryFolder();
  const asked: string[] = [];
  const save = (format: DocumentFormat, isPaper = false) =>
    saveDocument(
      { workspace, editions: [edition] },
      {
        id,
        format,
        isPaper,
        date: null,
        hasCharts: false,
        folder,
        print: (html) => {
          asked.push(html);
          return Promise.resolve(ok(new TextEncoder().encode('%PDF-')));
        },
      },
    );
  return { workspace, filing, id, folder, save, asked };
}

describe('saving a document of a report', () => {
  it('writes what a bundle would hold, and prints the same HTML for PDF', async () => {
    const { workspace, filing, folder, save, asked } = await prepare();
    const documents = await writeReportDocuments(filing, edition.form);
    for (const format of ['docx', 'html', 'xlsx'] as const) {
      const name = expectOk(await save(format));
      expect(name).toBe(`单位469001-2020-年度报告.${format}`);
      expect(Buffer.compare(readFileSync(join(folder, name)), Buffer.from(documents[format]))).toBe(0);
    }
    expect(readFileSync(join(folder, expectOk(await save('pdf'))), 'utf8')).toBe('%PDF-');
    expect(asked).toEqual([documents.html]);
    await workspace.close();
  });

  it('saves the page for the public, as one long picture too', async () => {
    const { workspace, id, folder } = await prepare();
    const asked: unknown[] = [];
    const print = (_html: string, as?: string) => {
      asked.push(as);
      return Promise.resolve(ok(new Uint8Array([1])));
    };
    const save = (format: 'html' | 'pdf' | 'png') =>
      saveInfographic({ workspace, editions: [edition] }, { id, format, date: null, folder, print });
    for (const format of ['html', 'pdf', 'png'] as const) expect(expectOk(await save(format))).toBe(`单位469001-2020-一图读懂.${format}`);
    expect(asked).toEqual([undefined, 'png']);
    expect(readFileSync(join(folder, '单位469001-2020-一图读懂.html'), 'utf8')).toContain('未填');
    await workspace.close();
  });

  it('never writes over an earlier one', async () => {
    const { workspace, save } = await prepare();
    const names = [expectOk(await save('html')), expectOk(await save('html')), expectOk(await save('html', true))];
    expect(names).toEqual([
      '单位469001-2020-年度报告.html',
      '单位469001-2020-年度报告 (2).html',
      '单位469001-2020-年度报告（纸质件）.html',
    ]);
    await workspace.close();
  });

  it('binds the paper copy to the bundle it went out with, until something changes', async () => {
    const { workspace, filing, id, folder, save } = await prepare();
    const digestOn = async () =>
      readFileSync(join(folder, expectOk(await save('html', true))), 'utf8')
        .replaceAll(' ', '')
        .includes(digest);
    expect(await digestOn()).toBe(false);
    const submission = { revision: 1, bundleDigest: digest, fileName: 'a.asice', folder, exportedAt: '2021-01-20T00:00:00.000Z' };
    expectOk(await workspace.recordSubmission(id, submission, filing, entry));
    expect(await digestOn()).toBe(true);
    expectOk(await workspace.updateFiling(id, { filing: { ...filing, tableNotes: { remedies: '含结转' } }, pending: {} }, entry));
    expect(await digestOn()).toBe(false);
    await workspace.close();
  });

  it('writes nothing when there is no paper form, or printing fails', async () => {
    const { workspace, id, folder, save } = await prepare();
    expect(await save('xlsx', true)).toMatchObject({ ok: false, problem: { code: 'document/no-paper-form' } });
    const failing = {
      id,
      format: 'pdf',
      isPaper: false,
      date: null,
      hasCharts: false,
      folder,
      print: () => Promise.resolve(fail(problem('document/no-display'))),
    } as const;
    expect(await saveDocument({ workspace, editions: [edition] }, failing)).toMatchObject({ problem: { code: 'document/no-display' } });
    expect(readdirSync(folder)).toEqual([]);
    await workspace.close();
  });
});

/** Web pages inside other files: whole in a Word document (altChunk), as portals and exporters make them, and in web archives. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { asWebPage } from '../../fixtures/layouts/web-pages.ts';
import { wordFile } from '../../fixtures/layouts/word-files.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, readHere, takeHere } from './read-here.ts';

const { form } = shippedEdition('2021');
const report = publishedReport('suqian-city-2024');
const figures = valuesOf(report, form);
const asked = { edition: '2021', name: '宿迁市', year: 2024 } as const;
const page = asWebPage(printReport(printable(report, form), form), {});

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const chunk = `<w:altChunk xmlns:r="${relationship}" r:id="htmlChunk"/>`;

/** A Word document of nothing but an embedded part. */
function wordWith(target: string, part: string, body = chunk): Uint8Array {
  const relations = `<Relationships><Relationship Id="htmlChunk" Type="${relationship}/aFChunk" Target="${target}"/></Relationships>`;
  const files = { 'word/_rels/document.xml.rels': strToU8(relations), [`word/${target}`]: Buffer.from(part, 'latin1') };
  return zipSync({ ...unzipSync(wordFile(body)), ...files });
}

const utf8 = (text: string) => Buffer.from(text).toString('latin1');

function quotedPrintable(text: string): string {
  const escaped = Buffer.from(text)
    .toString('latin1')
    .replace(/[^\n -<>-~]/gu, (each) => {
      return `=${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    });
  return escaped.split('\n').map(softened).join('\r\n');
}

/** Lines of mail are short: what is longer goes on after a soft break, and never within a code. */
function softened(line: string): string {
  return (line.match(/(?:=..|[^=]){1,24}/gu) ?? ['']).join('=\r\n');
}

function archive(encoding: string, body: string): string {
  const head = `Content-Type: text/html;\r\n charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///C:/a.htm`;
  const picture = 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=';
  return `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=mhtDocumentPart"\r\n\r\n------=mhtDocumentPart\r\n${head}\r\n\r\n${body}\r\n------=mhtDocumentPart\r\n${picture}\r\n------=mhtDocumentPart--\r\n`;
}

const archives: Readonly<Record<string, string>> = {
  'quoted-printable': archive('quoted-printable', quotedPrintable(page)),
  base64: archive(
    'base64',
    (
      Buffer.from(page)
        .toString('base64')
        .match(/.{1,76}/gu) ?? []
    ).join('\r\n'),
  ),
  '8bit': archive('8bit', utf8(page)),
};

const embedded: readonly (readonly [name: string, target: string, part: string])[] = [
  ['as a page', 'afchunk.htm', utf8(page)],
  ...Object.entries(archives).map(([name, text]) => [`as an archive in ${name}`, 'afchunk.mht', text] as const),
];

describe('alt-chunk: a report embedded in a Word document comes back', () => {
  test.each(embedded)('%s', async (_name, target, part) => {
    const intake = await takeHere(wordWith(target, part), '.docx', asked);
    expect(differences(intake, figures, form)).toEqual([]);
    expect(intake.report.notFound).toEqual([]);
    expect(intake.report.notUnderstood).toEqual([]);
    expect(intake.filing.title).toContain('宿迁市');
  });

  test('in its place between the paragraphs of the document', async () => {
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const { filing } = await takeHere(wordWith('a.html', utf8(page), chunk + paragraph('另有其他说明。')), '.docx', asked);
    expect(JSON.stringify(filing.narrative['otherMatters'])).toContain('另有其他说明。');
  });
});

test('alt-chunk-of-rtf: an embedded document that is no page is named, and never passed over', async () => {
  const read = await readHere(wordWith('afchunk.rtf', String.raw`{\rtf1 12}`), '.docx', asked);
  expect(read.ok ? null : read.problem).toEqual({
    code: 'intake/embedded-document',
    details: { fileName: 'report.docx', part: 'afchunk.rtf' },
  });
});

test.each(Object.entries(archives))('web-archive-called-doc: an archive in %s is read as its page', async (_name, text) => {
  const intake = await takeHere(Buffer.from(text, 'latin1'), '.doc', asked);
  expect(differences(intake, figures, form)).toEqual([]);
  expect(intake.report.notFound).toEqual([]);
});

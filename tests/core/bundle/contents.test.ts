import { expect, test } from 'vitest';
import { bundleContents } from '#core/bundle/contents.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import { validate } from '#core/validation/validate.ts';
import { documents, edition, sampleFiling, uncheckedWithoutLastYear } from '../../main/bundle/sample.ts';

const filing = sampleFiling();
const findings = validate(edition.form, edition.book, subjectOf(filing, null));
const scan = { name: '签字页.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) };
const sheet = { name: '附表.xlsx', mediaType: 'application/zip', bytes: new Uint8Array([80, 75]) };
const entries = bundleContents({ filing, findings, journal: [{ b: 2, a: 1 }], documents, attachments: [sheet, scan] });

test('the entries and their media types are in a fixed order', () => {
  expect(entries.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['filing.json', 'application/json'],
    ['validation.json', 'application/json'],
    ['journal.json', 'application/json'],
    ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['report.html', 'text/html'],
    ['report.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['attachments/签字页.pdf', 'application/pdf'],
    ['attachments/附表.xlsx', 'application/zip'],
  ]);
});

test('RFC 8785: the JSON is canonical, so keys in another order give the same bytes', () => {
  const reversed = Object.fromEntries(Object.entries(filing).reverse()) as typeof filing;
  expect(bundleContents({ filing: reversed, findings, journal: [{ a: 1, b: 2 }], documents, attachments: [scan, sheet] })).toEqual(entries);
  expect(entries[2]?.content).toBe('{"entries":[{"a":1,"b":2}],"format":"nianbao.journal/1"}');
});

test('the validation says with which edition it was made, and what was found', () => {
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual(uncheckedWithoutLastYear);
  expect(JSON.parse(String(entries[1]?.content))).toEqual({
    format: 'nianbao.validation/1',
    edition: { id: edition.id, digest: edition.digest },
    findings,
    justifications: [],
  });
});

/** What a bundle holds: the filing, its validation, the journal and the printed report, each as a named text. */
import { canonicalJson } from '../lib/canonical-json.ts';
import { sortedByName } from '../filing/attachment.ts';
import type { Filing } from '../filing/filing.ts';
import type { Finding } from '../rules/finding.ts';
import { attachmentsPrefix, filingName, journalName, reportNames, validationName } from './entry-names.ts';

export type BundleEntry = { readonly name: string; readonly mediaType: string; readonly content: string | Uint8Array };

/** A journal entry as plain data (it has to have a JSON form); who keeps the journal says what is in it. */
export type JournalRecord = Readonly<Record<string, unknown>>;

export type AttachedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** The report as it is printed: Word, web page, Excel. */
export type PrintedReport = { readonly docx: Uint8Array; readonly html: string; readonly xlsx: Uint8Array };

export type BundleParts = {
  readonly filing: Filing;
  readonly findings: readonly Finding[];
  readonly journal: readonly JournalRecord[];
  readonly documents: PrintedReport;
  readonly attachments: readonly AttachedFile[];
};

const officeMediaType = 'application/vnd.openxmlformats-officedocument';

/** The data objects in their fixed order. Texts are UTF-8; JSON is canonical (RFC 8785), so the same filing gives the same bytes. */
export function bundleContents({ filing, findings, journal, documents, attachments }: BundleParts): readonly BundleEntry[] {
  const validation = {
    format: 'nianbao.validation/1',
    edition: { id: filing.edition.id, digest: filing.edition.digest },
    findings,
    justifications: filing.justifications,
  };
  return [
    json(filingName, filing),
    json(validationName, validation),
    json(journalName, { format: 'nianbao.journal/1', entries: journal }),
    { name: reportNames.docx, mediaType: `${officeMediaType}.wordprocessingml.document`, content: documents.docx },
    { name: reportNames.html, mediaType: 'text/html', content: documents.html },
    { name: reportNames.xlsx, mediaType: `${officeMediaType}.spreadsheetml.sheet`, content: documents.xlsx },
    ...sortedByName(attachments).map(({ name, mediaType, bytes }) => ({ name: `${attachmentsPrefix}${name}`, mediaType, content: bytes })),
  ];
}

function json(name: string, value: unknown): BundleEntry {
  return { name, mediaType: 'application/json', content: canonicalJson(value) };
}

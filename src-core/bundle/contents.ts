/** What a bundle holds: the filing, its validation, the journal and the printed report, each as a named text. */
import { canonicalJson } from '../lib/canonical-json.ts';
import { sortedByName } from '../filing/attachment.ts';
import type { Filing } from '../filing/filing.ts';
import type { Finding } from '../rules/finding.ts';
import { attachmentsPrefix, filingName } from './entry-names.ts';

export type BundleEntry = { readonly name: string; readonly mediaType: string; readonly content: string | Uint8Array };

/** A journal entry as plain data (it has to have a JSON form); who keeps the journal says what is in it. */
export type JournalRecord = Readonly<Record<string, unknown>>;

export type AttachedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type BundleParts = {
  readonly filing: Filing;
  readonly findings: readonly Finding[];
  readonly journal: readonly JournalRecord[];
  readonly reportHtml: string;
  readonly attachments: readonly AttachedFile[];
};

/** The data objects in their fixed order. Texts are UTF-8; JSON is canonical (RFC 8785), so the same filing gives the same bytes. */
export function bundleContents({ filing, findings, journal, reportHtml, attachments }: BundleParts): readonly BundleEntry[] {
  const validation = {
    format: 'nianbao.validation/1',
    edition: { id: filing.edition.id, digest: filing.edition.digest },
    findings,
    justifications: filing.justifications,
  };
  return [
    json(filingName, filing),
    json('validation.json', validation),
    json('journal.json', { format: 'nianbao.journal/1', entries: journal }),
    { name: 'report.html', mediaType: 'text/html', content: reportHtml },
    ...sortedByName(attachments).map(({ name, mediaType, bytes }) => ({ name: `${attachmentsPrefix}${name}`, mediaType, content: bytes })),
  ];
}

function json(name: string, value: unknown): BundleEntry {
  return { name, mediaType: 'application/json', content: canonicalJson(value) };
}

/** Saves a report of the workspace as a document: Word, web page, Excel or PDF, as it is published or as the paper copy. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import { documentWords } from '#core/documents/document-words.ts';
import type { DocumentFormat } from '#core/ipc/views.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import type { Desk } from '../filings/change-filing.ts';
import type { PrintHtml } from '../printing/print-port.ts';
import { writeReportAs } from '../writers/report-documents.ts';

export type DocumentOrder = {
  readonly id: string;
  readonly format: DocumentFormat;
  readonly isPaper: boolean;
  readonly folder: string;
  readonly print: PrintHtml;
};

/** Returns the file's name; a file of that name is not overwritten, the new one gets a number behind its name. */
export async function saveDocument(desk: Desk, { id, format, isPaper, folder, print }: DocumentOrder): Promise<Outcome<string>> {
  const stored = desk.workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing } = stored.value;
  const edition = editionById(desk.editions, filing.edition.id);
  if (!edition.ok) return edition;
  if (isPaper && format === 'xlsx') return fail(problem('document/no-paper-form'));
  const digest = isPaper ? digestOf(desk, id) : ok(null);
  if (!digest.ok) return digest;
  const bytes = await writeReportAs(format, filing, edition.value.form, isPaper ? { bundleDigest: digest.value } : null, print);
  if (!bytes.ok) return bytes;
  const { documentFile, paperFile } = documentWords.fileNames;
  const named = (number: number) =>
    fillPlaces(isPaper ? paperFile : documentFile, {
      unit: unitInFileName(filing.unit.name),
      year: filing.reportYear,
      number: number === 1 ? '' : ` (${String(number)})`,
      format,
    });
  let number = 1;
  while (existsSync(join(folder, named(number)))) number += 1;
  const written = writeAtomically(nodeFileSystem, join(folder, named(number)), bytes.value);
  return written.ok ? ok(named(number)) : written;
}

/** The bundle that the report went out with, as long as nothing has changed since; else there is none yet. */
function digestOf({ workspace }: Desk, id: string): Outcome<string | null> {
  const stored = workspace.readFiling(id);
  if (!stored.ok) return stored;
  const exported = workspace.lastExported(id);
  if (!exported.ok) return exported;
  const isSame = exported.value !== null && canonicalJson(exported.value) === canonicalJson(stored.value.filing);
  return ok(isSame ? (stored.value.submissions.at(-1)?.bundleDigest ?? null) : null);
}

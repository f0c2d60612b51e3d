/** The prose of reports that count: read from the received files, since sums keep figures only. */
import { dirname, extname } from 'node:path';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { filingName } from '#core/bundle/entry-names.ts';
import { parseJson } from '#core/lib/decode.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { editionById, editionForYear } from '#core/rules/loaded-edition.ts';
import type { SummedUnit } from '#core/consolidation/consolidate.ts';
import type { ComparedFiling } from '#core/validation/similar-filings.ts';
import { openReceivedFiles } from '../attachments/received-files.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { decodeText } from '../files/read-file.ts';
import { readContainer } from '../files/zip-read.ts';
import type { Desk } from '../filings/change-filing.ts';
import { intakeReportFile, parseReportFile } from '../filings/read-report-file.ts';

/** By the digest of the unit's file. The file was verified when it came, and its digest is compared when it is read. */
export async function readProse(
  { workspace, editions }: Desk,
  { source, code }: Pick<SummedUnit, 'source' | 'code'>,
): Promise<Outcome<ComparedFiling>> {
  const bytes = openReceivedFiles(nodeFileSystem, dirname(workspace.path)).read(source.sourceDigest);
  if (!bytes.ok) return bytes;
  const edition = editionById(editions, source.editionId);
  if (!edition.ok) return edition;
  // a report that came in a file with others is kept as a filing file
  const isReport = source.kind === 'report' && extname(source.file) !== '.json';
  const filing = isReport ? await readReport(bytes.value) : await readFiling(bytes.value);
  return filing.ok ? ok({ edition: edition.value, filing: { ...filing.value, unit: { ...filing.value.unit, code } } }) : filing;

  async function readFiling(content: Uint8Array): Promise<Outcome<Filing>> {
    const { file } = source;
    const container = source.kind === 'bundle' ? await readContainer(content) : null;
    const entry = container === null ? content : container.ok ? container.value.get(filingName) : undefined;
    if (entry === undefined) return fail(problem('received/no-figures', { file }));
    const text = decodeText(entry, file);
    const json = text.ok ? parseJson(text.value, { file }) : text;
    return json.ok ? decodeFiling(json.value, editions, file) : json;
  }
  async function readReport(content: Uint8Array): Promise<Outcome<Filing>> {
    const { file, reportYear, unit } = source;
    const form = editionForYear(editions, reportYear);
    const parsed = await parseReportFile(file, content);
    if (!parsed.ok) return parsed;
    if (!form.ok) return form;
    const read = intakeReportFile(parsed.value, { edition: form.value, editions, unit, reportYear });
    return read.ok ? ok(read.value.filing) : read;
  }
}

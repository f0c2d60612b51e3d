/** Any supported file becomes a filing: a filing file, a bundle, or the text of a published report. */
import { basename, extname } from 'node:path';
import { parseJson } from '#core/lib/decode.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import { recognise } from '#core/intake/recognise.ts';
import { editionById, editionForYear, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes, readText } from '../files/read-file.ts';
import { readReportText, textLimitBytes } from './read-report-text.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';

/** The unit code of a text that is only looked at: nobody has said whose report it is. */
export const unknownUnitCode = '-';
export const bundleLimitBytes = 64 * 1024 * 1024;

export type ReadFiling = { readonly filing: Filing; readonly edition: LoadedEdition };

/** Reads by content and name; a filing made with other rules than the installed ones is refused (edition/digest-mismatch). */
export async function readFiling(path: string, editions: readonly LoadedEdition[]): Promise<Outcome<ReadFiling>> {
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return readFilingFile(path, editions);
  if (extension === '.asice') return readBundle(path, editions);
  if (extension === '.txt') return readReport(path, editions);
  const found = readBytes(nodeFileSystem, path, bundleLimitBytes);
  return found.ok ? fail(problem('file/unsupported-kind', { file: basename(path), known: '.filing.json, .asice, .txt' })) : found;
}

/** A filing file whose edition and rules are the installed ones. */
export function readFilingFile(path: string, editions: readonly LoadedEdition[]): Outcome<ReadFiling> {
  const file = basename(path);
  const text = readText(nodeFileSystem, path, textLimitBytes);
  if (!text.ok) return text;
  const json = parseJson(text.value, { file });
  if (!json.ok) return json;
  const filing = decodeFiling(json.value, editions, file);
  return filing.ok ? withEdition(filing.value, editions, file) : filing;
}

async function readBundle(path: string, editions: readonly LoadedEdition[]): Promise<Outcome<ReadFiling>> {
  const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
  if (!bytes.ok) return bytes;
  const report = await verifyBundle({ bytes: bytes.value, trusted: [], editions, now: new Date() });
  const damage = report.reasons.find((each) => each.code !== 'certificate/untrusted' && each.code !== 'revalidation/blocking');
  if (report.filing === null || damage !== undefined) {
    return fail(problem('bundle/not-intact', { file: basename(path), reason: damage?.code ?? '' }));
  }
  return withEdition(report.filing, editions, basename(path));
}

function readReport(path: string, editions: readonly LoadedEdition[]): Outcome<ReadFiling> {
  const fileName = basename(path);
  const text = readReportText(path);
  if (!text.ok) return text;
  const recognised = recognise(text.value, editions);
  if (recognised.year === null) return fail(problem('intake/not-a-report', { fileName, missing: '标题中的年度 / the year in the title' }));
  const edition = recognised.editionId === null ? editionForYear(editions, recognised.year) : editionById(editions, recognised.editionId);
  if (!edition.ok) return edition;
  // Nobody has said whose report it is; a text that is only looked at needs no code.
  const unit = { code: unknownUnitCode, name: recognised.unitName ?? fileName, creditCode: null, level: 'department' as const };
  const read = intakeText({ text: text.value, edition: edition.value, unit, reportYear: recognised.year, fileName });
  return read.ok ? ok({ filing: read.value.filing, edition: edition.value }) : read;
}

function withEdition(filing: Filing, editions: readonly LoadedEdition[], file: string): Outcome<ReadFiling> {
  const edition = editionById(editions, filing.edition.id);
  if (!edition.ok) return edition;
  const { id, digest } = edition.value;
  if (digest === filing.edition.digest) return ok({ filing, edition: edition.value });
  return fail(
    problem('edition/digest-mismatch', { file, edition: id, found: filing.edition.digest.slice(0, 12), known: digest.slice(0, 12) }),
  );
}

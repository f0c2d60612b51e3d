/** Any supported file becomes a filing: a filing file, a bundle, or a published report of any kind. */
import { basename, extname } from 'node:path';
import { pinOf } from '#core/bundle/check-filing.ts';
import { isAboutTrust } from '#core/bundle/verdict.ts';
import { parseJson } from '#core/lib/decode.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { decodeFiling } from '#core/filing/decode-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { editionById, editionByPin, editionForYear, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes, readText } from '../files/read-file.ts';
import { intakeReportFile, readReportFile, recogniseReportFile } from './read-report-file.ts';
import { textLimitBytes } from './read-report-text.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';

/** The unit code of a text that is only looked at: nobody has said whose report it is. */
export const unknownUnitCode = '-';
export const bundleLimitBytes = 64 * 1024 * 1024;

export type ReadFiling = {
  readonly filing: Filing;
  readonly edition: LoadedEdition;
  /** SHA-256 of the manifest, for a filing that was read from a bundle. */
  readonly bundleDigest: string | null;
};

/** Reads by content and name; a filing made with other rules than the installed ones is refused (edition/digest-mismatch). */
export async function readFiling(
  path: string,
  editions: readonly LoadedEdition[],
  { isYearNeeded = true }: { readonly isYearNeeded?: boolean } = {},
): Promise<Outcome<ReadFiling>> {
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return readFilingFile(path, editions);
  if (extension === '.asice') return readBundle(path, editions);
  return readReport(path, editions, isYearNeeded);
}

/** A filing file whose edition and rules are the installed ones. */
export function readFilingFile(path: string, editions: readonly LoadedEdition[]): Outcome<ReadFiling> {
  const file = basename(path);
  const text = readText(nodeFileSystem, path, textLimitBytes);
  if (!text.ok) return text;
  const json = parseJson(text.value, { file });
  if (!json.ok) return json;
  // Of several editions of one name, such as one that was corrected, the filing says which it was made with.
  const pinned = editionByPin(editions, pinOf(json.value));
  const filing = decodeFiling(json.value, pinned === null ? editions : [pinned], file);
  return filing.ok ? withEdition(filing.value, editions, file) : filing;
}

async function readBundle(path: string, editions: readonly LoadedEdition[]): Promise<Outcome<ReadFiling>> {
  const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
  if (!bytes.ok) return bytes;
  const report = await verifyBundle({ bytes: bytes.value, trusted: [], editions, now: new Date() });
  const damage = report.reasons.find((each) => !isAboutTrust(each) && each.code !== 'revalidation/blocking');
  if (report.filing === null || damage !== undefined) {
    return fail(problem('bundle/not-intact', { file: basename(path), reason: damage?.code ?? '' }));
  }
  const read = withEdition(report.filing, editions, basename(path));
  return read.ok ? ok({ ...read.value, bundleDigest: report.bundleDigest }) : read;
}

/** A report that names no year counts as one of the first year of its edition, where the year is not needed. */
async function readReport(path: string, editions: readonly LoadedEdition[], isYearNeeded: boolean): Promise<Outcome<ReadFiling>> {
  const file = await readReportFile(path);
  if (!file.ok) return file;
  const { fileName } = file.value;
  const recognised = recogniseReportFile(file.value, editions);
  const known = recognised.editionId === null ? null : editionById(editions, recognised.editionId);
  const year =
    recognised.year ?? yearInName(fileName) ?? (isYearNeeded || known?.ok !== true ? null : known.value.form.edition.reportYears.from);
  if (year === null) {
    return recognised.editionId === null
      ? fail(problem('intake/not-a-report', { fileName, missing: '标题中的年度 / the year in the title' }))
      : fail(problem('intake/no-year', { fileName }));
  }
  const edition = known ?? editionForYear(editions, year);
  if (!edition.ok) return edition;
  // Nobody has said whose report it is; a text that is only looked at needs no code.
  const unit = { code: unknownUnitCode, name: recognised.unitName ?? fileName, creditCode: null, level: 'department' as const };
  const read = intakeReportFile(file.value, { edition: edition.value, editions, unit, reportYear: year });
  return read.ok ? ok({ filing: read.value.filing, edition: edition.value, bundleDigest: null }) : read;
}

function yearInName(fileName: string): number | null {
  const years = new Set([...fileName.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].map((match) => Number(match[1])));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

function withEdition(filing: Filing, editions: readonly LoadedEdition[], file: string): Outcome<ReadFiling> {
  const pinned = editionByPin(editions, filing.edition);
  if (pinned !== null) return ok({ filing, edition: pinned, bundleDigest: null });
  const edition = editionById(editions, filing.edition.id);
  if (!edition.ok) return edition;
  const { id, digest } = edition.value;
  return fail(
    problem('edition/digest-mismatch', { file, edition: id, found: filing.edition.digest.slice(0, 12), known: digest.slice(0, 12) }),
  );
}

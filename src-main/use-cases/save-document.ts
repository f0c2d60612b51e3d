/** Saves a report of the workspace as a document: as it is published, as the paper copy, or as the page for the public. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import { documentWords } from '#core/documents/document-words.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Form } from '#core/form/form.ts';
import type { DocumentFormat, InfographicFormat } from '#core/ipc/views.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import type { Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';
import type { PrintHtml } from '../printing/print-port.ts';
import { drawReportCharts, writeInfographicAs } from '../writers/report-charts.ts';
import { writeReportAs } from '../writers/report-documents.ts';

export type DocumentOrder = {
  readonly id: string;
  readonly format: DocumentFormat;
  readonly isPaper: boolean;
  /** A day for the unit and date below, or null for none. */
  readonly date: string | null;
  /** Where the format can have them. */
  readonly hasCharts: boolean;
  readonly folder: string;
  readonly print: PrintHtml;
};

/** Returns the file's name; a file of that name is not overwritten, the new one gets a number behind its name. */
export async function saveDocument(desk: Desk, order: DocumentOrder): Promise<Outcome<string>> {
  const { id, format, isPaper, date, hasCharts, folder, print } = order;
  const found = reportOf(desk, id);
  if (!found.ok) return found;
  const { filing, form } = found.value;
  if (isPaper && format === 'xlsx') return fail(problem('document/no-paper-form'));
  const digest = isPaper ? digestOf(desk, id) : ok(null);
  if (!digest.ok) return digest;
  const paper = isPaper ? { bundleDigest: digest.value } : null;
  const canHaveCharts = format === 'html' || format === 'pdf';
  const charts = hasCharts && canHaveCharts ? await drawReportCharts(filing, form, findPriorYear(desk, filing)) : [];
  const bytes = await writeReportAs(format, filing, form, { paper, date, charts }, print);
  if (!bytes.ok) return bytes;
  const { documentFile, paperFile } = documentWords.fileNames;
  return saveIn(folder, isPaper ? paperFile : documentFile, format, filing, bytes.value);
}

export type InfographicOrder = {
  readonly id: string;
  readonly format: InfographicFormat;
  readonly date: string | null;
  readonly folder: string;
  readonly print: PrintHtml;
};

/** 一图读懂: as `saveDocument`. */
export async function saveInfographic(desk: Desk, { id, format, date, folder, print }: InfographicOrder): Promise<Outcome<string>> {
  const found = reportOf(desk, id);
  if (!found.ok) return found;
  const { filing, form } = found.value;
  const bytes = await writeInfographicAs(format, filing, form, { prior: findPriorYear(desk, filing), date }, print);
  return bytes.ok ? saveIn(folder, documentWords.fileNames.infographicFile, format, filing, bytes.value) : bytes;
}

function reportOf({ workspace, editions }: Desk, id: string): Outcome<{ readonly filing: Filing; readonly form: Form }> {
  const stored = workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing } = stored.value;
  const edition = editionById(editions, filing.edition.id);
  return edition.ok ? ok({ filing, form: edition.value.form }) : edition;
}

/** @param name with `{unit}`, `{year}`, `{number}` and `{format}` */
function saveIn(folder: string, name: string, format: string, { unit, reportYear }: Filing, bytes: Uint8Array): Outcome<string> {
  const named = (number: number) =>
    fillPlaces(name, {
      unit: unitInFileName(unit.name),
      year: reportYear,
      number: number === 1 ? '' : ` (${String(number)})`,
      format,
    });
  let number = 1;
  while (existsSync(join(folder, named(number)))) number += 1;
  const written = writeAtomically(nodeFileSystem, join(folder, named(number)), bytes);
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

/** Takes a published report into the workspace, so that the next one can be compared with it and carry its figures on. */
import { basename } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import type { IntakeReport } from '#core/intake/report.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';
import { intakeReportFile, readReportFile } from '../filings/read-report-file.ts';

export type ImportOrder = { readonly path: string; readonly unit: ReportingUnit; readonly reportYear: number };

/** The id of the filing and what was not understood; filing/exists when the unit has one for the year, or why the file cannot be read. */
export async function importReport(
  desk: Desk,
  order: ImportOrder,
): Promise<Outcome<{ readonly id: string; readonly report: IntakeReport }>> {
  const { editions, workspace } = desk;
  const { path, unit, reportYear } = order;
  const edition = editionForYear(editions, reportYear);
  if (!edition.ok) return edition;
  const file = await readReportFile(path);
  if (!file.ok) return file;
  const read = intakeReportFile(file.value, { edition: edition.value, editions, unit, reportYear });
  if (!read.ok) return read;
  const { filing, report } = read.value;
  const detail = { file: basename(path), found: report.found, expected: report.expected };
  const added = await workspace.addFiling(filing, { actor: '填报人', action: 'filing/import', detail });
  return added.ok ? ok({ id: added.value, report }) : added;
}

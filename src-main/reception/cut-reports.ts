/** The reports of several units in one file, such as a workbook with a sheet for each: every one becomes a filing of its own. */
import { basename } from 'node:path';
import { unnamedUnitCode } from '#core/consolidation/match-source.ts';
import { eachReport, type ReportInFile } from '#core/intake/each-report.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { problem } from '#core/lib/problem.ts';
import { editionForYear, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { ReportFile } from '../filings/read-report-file.ts';
import { placesNotRead } from './places-not-read.ts';
import { refusedFor, type Part } from './received.ts';
import { unsignedSource } from './unsigned-source.ts';

/** None for a file with one report, and where nobody can say which lines are whose. */
export function partsOf(path: string, file: ReportFile, editions: readonly LoadedEdition[], reportYear: number | null): readonly Part[] {
  const reports = eachReport(file, editions);
  if (reports.length < 2 || reports.some(({ names }) => names.length === 0)) return [];
  return reports.map((report) => partOf(path, report, editions, reportYear));
}

/** It goes by the file's name and its own, and is kept as the filing file that was made of it. */
function partOf(path: string, report: ReportInFile, editions: readonly LoadedEdition[], asked: number | null): Part {
  const [name = ''] = report.names;
  const year = report.year ?? asked;
  const file = `${path}（${name.replace(/[\\/]/gu, '、')}）.filing.json`;
  const refused = (reason: Parameters<typeof refusedFor>[1]): Part => ({ received: refusedFor(file, reason), bytes: null });
  const fileName = basename(file);
  if (year === null) return refused(problem('intake/no-year', { fileName }));
  const edition = editionForYear(editions, year, report.editionId ?? undefined);
  if (!edition.ok) return refused(edition.problem);
  const unit = { code: report.unitCode ?? unnamedUnitCode, name, creditCode: null, level: 'department' } as const;
  const read = report.take({ edition: edition.value, editions, unit, reportYear: year, fileName });
  if (!read.ok) return refused(read.problem);
  const { filing } = read.value;
  const bytes = new TextEncoder().encode(canonicalJson(filing));
  const from = { file, kind: 'report', bytes, edition: edition.value, notUnderstood: placesNotRead(read.value.report) } as const;
  return { received: { kind: 'source', source: unsignedSource(filing, from) }, bytes };
}

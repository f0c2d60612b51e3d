/** Many files in one go, one after another: each report in them becomes a filing of its unit, or is named with the reason. */
import { basename } from 'node:path';
import type { Filing, ReportingUnit } from '#core/filing/filing.ts';
import { levelOfCode } from '#core/form/division-code.ts';
import { eachReport, type ReportInFile } from '#core/intake/each-report.ts';
import { unitKey, yearsIn } from '#core/intake/intake-reports.ts';
import type { IntakeReport } from '#core/intake/report.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { editionById, editionForYear, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { readReportFile } from './read-report-file.ts';

/** `where` is the title or the sheets of a report in a file of several, else empty. */
export type TakenReport = { readonly path: string; readonly where: string } & (
  | { readonly kind: 'taken'; readonly filing: Filing; readonly report: IntakeReport }
  /** Nobody knows the unit (`names` is what it may be called) or the year. */
  | { readonly kind: 'unmatched'; readonly names: readonly string[]; readonly year: number | null }
  | { readonly kind: 'refused'; readonly problem: Problem }
);

export type TakeOrder = {
  readonly editions: readonly LoadedEdition[];
  /** The units that reports may be of. */
  readonly units: readonly ReportingUnit[];
  /** For reports that name no year; those of another year are refused. */
  readonly year: number | null;
};

/** The reports of the files in their order; nothing of a file is kept once it has been passed on. */
export async function* takeFiles(paths: readonly string[], order: TakeOrder): AsyncGenerator<TakenReport> {
  for (const path of paths) {
    const file = await readReportFile(path);
    if (!file.ok) yield { path, where: '', kind: 'refused', problem: file.problem };
    else for (const report of eachReport(file.value, order.editions)) yield takeReport(path, report, order);
  }
}

function takeReport(path: string, report: ReportInFile, { editions, units, year: asked }: TakeOrder): TakenReport {
  const at = { path, where: report.where };
  const fileName = basename(path);
  const names = report.where === '' ? [...report.names, fileName.replace(/\.[^.]*$/u, '')] : report.names;
  const inName = [...new Set(yearsIn(fileName))];
  const year = report.year ?? asked ?? (inName.length === 1 ? (inName[0] ?? null) : null);
  const unit = unitOf(report, names, units);
  if (unit === null || year === null) return { ...at, kind: 'unmatched', names, year };
  if (asked !== null && asked !== year)
    return { ...at, kind: 'refused', problem: problem('intake/other-year', { fileName, asked, found: year }) };
  const edition = report.editionId === null ? editionForYear(editions, year) : editionById(editions, report.editionId);
  if (!edition.ok) return { ...at, kind: 'refused', problem: edition.problem };
  const read = report.take({ edition: edition.value, editions, unit, reportYear: year, fileName });
  return read.ok ? { ...at, kind: 'taken', ...read.value } : { ...at, kind: 'refused', problem: read.problem };
}

/** By the code of a template (which says enough where no units are given), else by the first name that is exactly one unit's. */
function unitOf({ unitCode }: ReportInFile, names: readonly string[], units: readonly ReportingUnit[]): ReportingUnit | null {
  if (unitCode !== null) {
    const own = { code: unitCode, name: names[0] ?? unitCode, creditCode: null, level: levelOfCode(unitCode) };
    return units.length === 0 ? own : (units.find((unit) => unit.code === unitCode) ?? null);
  }
  for (const name of names) {
    const [unit, ...others] = units.filter((each) => unitKey(each.name) === unitKey(name));
    if (unit !== undefined && others.length === 0) return unit;
  }
  return null;
}

/** A workbook or published report that arrives: it has to say itself whose and which year's it is. */
import { basename } from 'node:path';
import { unnamedUnitCode } from '#core/consolidation/match-source.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { levelOfCode } from '#core/form/division-code.ts';
import { templateMetaOf } from '#core/intake/intake-template.ts';
import { problem } from '#core/lib/problem.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import { intakeReportFile, parseReportFile, recogniseReportFile, type ReportFile } from '../filings/read-report-file.ts';
import type { ReceiveOrder } from './receive-file.ts';
import { partsOf } from './cut-reports.ts';
import { placesNotRead } from './places-not-read.ts';
import { refusedFor, type Received, type Several } from './received.ts';
import { unsignedSource } from './unsigned-source.ts';

/** The unit is the one in our template's hidden sheet, or is known by its name alone until a roster gives it a code. */
export async function readReport(path: string, bytes: Uint8Array, { editions, reportYear }: ReceiveOrder): Promise<Received | Several> {
  const file = await parseReportFile(path, bytes);
  if (!file.ok) return refusedFor(path, file.problem);
  const parts = partsOf(path, file.value, editions, reportYear);
  if (parts.length > 0) return { kind: 'several', parts };
  const recognised = recogniseReportFile(file.value, editions);
  const unit = unitOf(file.value, recognised.unitName);
  const claimedUnit = unit === null || unit.code === unnamedUnitCode ? null : unit.code;
  const fileName = basename(path);
  if (unit === null) {
    const isReport = recognised.editionId !== null;
    const missing = '标题中的单位名称';
    return refusedFor(
      path,
      isReport ? problem('consolidation/no-code', { file: path }) : problem('intake/not-a-report', { fileName, missing }),
    );
  }
  const year = recognised.year ?? reportYear;
  if (year === null) return refusedFor(path, problem('intake/no-year', { fileName }), claimedUnit);
  const edition = editionForYear(editions, year, recognised.editionId ?? undefined);
  if (!edition.ok) return refusedFor(path, edition.problem, claimedUnit);
  const read = intakeReportFile(file.value, { edition: edition.value, editions, unit, reportYear: year });
  if (!read.ok) return refusedFor(path, read.problem, claimedUnit);
  const { filing, report } = read.value;
  const from = { file: path, kind: 'report', bytes, edition: edition.value, notUnderstood: placesNotRead(report) } as const;
  return { kind: 'source', source: unsignedSource(filing, from) };
}

function unitOf(file: ReportFile, unitName: string | null): ReportingUnit | null {
  const meta = file.kind === 'document' ? templateMetaOf(file.document) : null;
  if (meta !== null) return { code: meta.unitCode, name: meta.unitName, creditCode: null, level: levelOfCode(meta.unitCode) };
  return unitName === null ? null : { code: unnamedUnitCode, name: unitName, creditCode: null, level: 'department' };
}

/** Opens the sample: the published report of 海南省 for 2020, read from its text as any such report is. */
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';
import { readReportText } from '../filings/read-report-text.ts';

const sampleFile = 'hainan-2020.txt';
const sampleYear = 2020;
const sampleUnit: ReportingUnit = { code: '460000', name: '海南省', creditCode: null, level: 'province' };

/** The id of the sample's filing; one that is in the workspace already is opened as it is. */
export async function openSample({ editions, workspace }: Desk, folder: string): Promise<Outcome<string>> {
  const known = workspace.findFiling(sampleUnit.code, sampleYear);
  if (known !== null) return ok(known);
  const edition = editionForYear(editions, sampleYear);
  if (!edition.ok) return edition;
  const text = readReportText(join(folder, sampleFile));
  if (!text.ok) return text;
  const read = intakeText({ text: text.value, edition: edition.value, unit: sampleUnit, reportYear: sampleYear, fileName: sampleFile });
  if (!read.ok) return read;
  return workspace.addFiling(read.value.filing, { actor: '填报人', action: 'filing/open-sample', detail: { file: sampleFile } });
}

/** Saves the Excel template of a report in the workspace: with its figures so far, and last year's where there are any. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { planTemplate, templateFileName, type TemplatePrior } from '#core/documents/template-workbook.ts';
import type { Filing } from '#core/filing/filing.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import type { Desk } from '../filings/change-filing.ts';
import { findPriorYear } from '../filings/prior-year.ts';
import { writeWorkbook } from '../writers/write-workbook.ts';

/**
 * Returns the file's name. A workbook of that name may have been filled in since: the new one gets a number behind its
 * name.
 */
export async function saveTemplate(desk: Desk, id: string, folder: string): Promise<Outcome<string>> {
  const stored = desk.workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing } = stored.value;
  const edition = editionById(desk.editions, filing.edition.id);
  if (!edition.ok) return edition;
  const { unit, reportYear } = filing;
  const plan = planTemplate({ unit, reportYear, edition: edition.value, prior: priorOf(desk, filing), filled: filing });
  const bytes = await writeWorkbook(plan);
  let number = 1;
  while (existsSync(join(folder, templateFileName(filing, number)))) number += 1;
  const fileName = templateFileName(filing, number);
  const written = writeAtomically(nodeFileSystem, join(folder, fileName), bytes);
  return written.ok ? ok(fileName) : written;
}

function priorOf(desk: Desk, filing: Filing): TemplatePrior | null {
  const found = findPriorYear(desk, filing);
  if (found === null) return null;
  const { form, cells, cellUnits } = found;
  return { form, cells, cellUnits, unitName: filing.unit.name, reportYear: filing.reportYear - 1 };
}

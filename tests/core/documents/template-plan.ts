/** Templates of the shipped editions as plans, for tests. */
import type { Cells } from '#core/form/edit-cells.ts';
import type { UnitLevel } from '#core/form/unit-level.ts';
import { planTemplate, type TemplatePrior, type TemplateRequest } from '#core/documents/template-workbook.ts';
import type { PlannedCell, SheetPlan, WorkbookPlan } from '#core/documents/workbook-plan.ts';
import { shippedEdition, type EditionId } from '../../fixtures/editions.ts';

export const reportYears: Readonly<Record<EditionId, number>> = { '2019': 2020, '2021': 2025 };

export function request(id: EditionId, level: UnitLevel = 'prefecture', more: Partial<TemplateRequest> = {}): TemplateRequest {
  const unit = { code: '321300', name: '宿迁市', creditCode: null, level };
  return { unit, reportYear: reportYears[id], edition: shippedEdition(id), prior: null, ...more };
}

export function plan(id: EditionId, level: UnitLevel = 'prefecture', more: Partial<TemplateRequest> = {}): WorkbookPlan {
  return planTemplate(request(id, level, more));
}

export function priorOf(id: EditionId, cells: Cells): TemplatePrior {
  return { form: shippedEdition(id).form, cells, cellUnits: {}, unitName: '宿迁市', reportYear: 2024 };
}

export function sheetOf({ sheets }: WorkbookPlan, name: string): SheetPlan {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}: ${sheets.map((sheet) => sheet.name).join(', ')}`);
  return found;
}

export function textOf({ content }: PlannedCell): string {
  return content.kind === 'text' ? content.text : '';
}

export function textsOf(sheet: SheetPlan): readonly string[] {
  return sheet.cells.map(textOf).filter((text) => text !== '');
}

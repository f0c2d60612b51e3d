/** Last year's figures of a unit into which others were merged (机构改革, Y-7): the sum of their reports, with its parts. */
import { sumExact, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form, type FormCell } from '../form/form.ts';
import { formatCell } from '../form/format-cell.ts';
import type { Block, Inline, Narrative } from '../narrative/narrative.ts';
import type { PriorFiling } from '../rules/subject.ts';
import type { Filing } from './filing.ts';

/** The report of one of the units for last year. */
export type PriorPart = { readonly form: Form; readonly filing: Pick<Filing, 'unit' | 'cells' | 'cellUnits' | 'narrative'> };

export type MergedPrior = PriorFiling & { readonly parts: readonly PriorPart[] };

/** What one of the units adds to a cell; null where its report has no such cell or left it blank. */
export type PriorContribution = { readonly unit: Filing['unit']; readonly value: CellValue };

/**
 * The sum by cells of `form`, exact; its own figures where there is one part. A cell that any of the reports leaves blank,
 * does not have, or states in another unit of money is blank in the sum: what is not known of one unit is not known of
 * all, and the rules say that they could not check. The prose of all follows one another, section by section.
 */
export function mergePriors(form: Form, parts: readonly PriorPart[]): MergedPrior {
  const cells = Object.fromEntries(form.cells.map((cell) => [cell.key, sumOfParts(cell, parts)]));
  return { form, cells, narrative: joinProse(parts), parts };
}

/** Where a merged figure comes from, in the order of the parts. */
export function contributionsTo({ parts }: MergedPrior, cell: CellKey): readonly PriorContribution[] {
  return parts.map((part) => ({ unit: part.filing.unit, value: valueOfPart(part, cell) }));
}

function sumOfParts({ key, unitOpen }: FormCell, parts: readonly PriorPart[]): CellValue {
  const values = parts.map((part) => valueOfPart(part, key));
  const [only] = values;
  if (values.length === 1) return only ?? null;
  const units = new Set(parts.map(({ filing }) => filing.cellUnits[key]));
  if (values.includes(null) || (unitOpen && units.size > 1)) return null;
  return sumExact(values.map((value) => ({ coefficient: 1, value })));
}

function valueOfPart({ form, filing }: PriorPart, key: CellKey): CellValue {
  return form.cellByKey.has(key) ? valueAt(filing.cells, key) : null;
}

function joinProse(parts: readonly PriorPart[]): Narrative {
  const sections: Record<string, readonly Block[]> = {};
  for (const part of parts) {
    for (const [section, blocks] of Object.entries(part.filing.narrative)) {
      sections[section] = [...(sections[section] ?? []), ...blocks.map((block) => settled(block, part))];
    }
  }
  return sections;
}

/** Bound figures become the text that their own report shows: in the sum they would show the sum. */
function settled(block: Block, { form, filing }: PriorPart): Block {
  const settle = (content: readonly Inline[]): readonly Inline[] =>
    content.map((each) =>
      each.kind === 'text' ? each : { kind: 'text', text: formatCell(cellOf(form, each.cell).value, valueAt(filing.cells, each.cell)) },
    );
  return block.kind === 'list' ? { ...block, items: block.items.map(settle) } : { ...block, content: settle(block.content) };
}

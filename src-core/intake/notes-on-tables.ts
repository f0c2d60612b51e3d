/** Notes on whole tables: printed by another edition of the form, or as pictures. */
import type { IntakeOrder } from './intake-lines.ts';
import type { FoundSection } from './outline.ts';
import { shareOfColumns } from './recognise.ts';
import type { ReadTables } from './read-tables.ts';
import type { IntakeNote } from './report.ts';

export function notesOnTables(sections: readonly FoundSection[], tables: ReadTables, order: IntakeOrder): readonly IntakeNote[] {
  return sections.flatMap((section): readonly IntakeNote[] => {
    const place = section.plan.heading;
    const found = order.edition.form.cells.some((cell) => cell.table.id === section.plan.id && tables.values.has(cell.key));
    const pictures = section.lines.filter((line) => line.isPicture === true).length;
    if (!found && pictures > 0) return [{ code: 'picture', place, text: String(pictures), expected: '' }];
    const other = otherEdition(section, order);
    return other === null ? [] : [{ code: 'other-edition', place, text: other, expected: order.edition.id }];
  });
}

/** The edition whose columns the table has, where it is not the one asked for. */
function otherEdition({ plan, lines }: FoundSection, { edition, editions = [] }: IntakeOrder): string | null {
  const share = (each: (typeof editions)[number]) => shareOfColumns(lines, plan.id, each, editions);
  const own = share(edition);
  if (own === null || own >= 0.5) return null;
  const likely = editions.find((each) => each !== edition && (share(each) ?? 0) >= 0.5);
  return likely?.id ?? null;
}

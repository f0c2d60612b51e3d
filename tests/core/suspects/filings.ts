/** Filings for these tests: published ones with some cells changed, and what localisation says about them. */
import type { CellValue } from '#core/lib/exact.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { applyEdits, type Cells } from '#core/form/edit-cells.ts';
import type { Finding } from '#core/rules/finding.ts';
import { validate } from '#core/validation/validate.ts';
import { localise, type LocaliseOrder } from '#core/suspects/localise.ts';
import type { Localised } from '#core/suspects/repair.ts';
import { publishedSubject, subjectOfCells } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

export type Changes = Readonly<Record<CellKey, CellValue>>;

/** 宿迁市 2024, which contradicts itself nowhere. */
const suqian = publishedSubject('suqian-city-2024');
export const { form } = suqian.edition;
export const book = tableBook(suqian.edition.book);
export const clean: Cells = suqian.subject.cells;
export const yearBefore: Cells = publishedSubject('suqian-city-2023').subject.cells;

/** As imported: totals stay as they are stated. */
export function stated(changes: Changes): Cells {
  return { ...clean, ...changes };
}

/** As typed into the app: totals follow. */
export function typed(changes: Changes): Cells {
  return applyEdits(
    form,
    clean,
    Object.entries(changes).map(([cell, value]) => ({ cell: cell as CellKey, value })),
  );
}

/** With a clock that stands still, so that nothing depends on the machine. */
export function localised(cells: Cells, order: Partial<LocaliseOrder> = {}): Localised {
  return localise({ form, book, cells, now: () => 0, ...order });
}

/** The best repairs of all causes. */
export function bestRepairs(result: Localised): Changes {
  return Object.fromEntries(result.causes.flatMap((cause) => cause.repairs[0]?.changes ?? []).map(({ cell, value }) => [cell, value]));
}

export function repaired(cells: Cells, changes: Changes): Cells {
  return applyEdits(
    form,
    cells,
    Object.entries(changes).map(([cell, value]) => ({ cell: cell as CellKey, value })),
  );
}

/** Sums that do not hold and impossible values. */
export function contradictions(cells: Cells): readonly Finding[] {
  return validate(form, book, subjectOfCells(cells)).filter(
    ({ kind, relation, severity }) => kind === 'integer' || kind === 'nonNegative' || (severity === 'error' && relation === '='),
  );
}

export function sizeOf(result: Localised): number {
  return result.causes.reduce((sum, cause) => sum + cause.size, 0);
}

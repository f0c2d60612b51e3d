/** Last year's filing of the same unit, as the workspace has it. */
import type { Filing } from '#core/filing/filing.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import type { Desk } from './change-filing.ts';

export type StoredPrior = PriorYear & { readonly editionId: string };

/** Null when the workspace has none, or one that cannot be read: then the rules say that they could not check. */
export function findPriorYear({ editions, workspace }: Desk, filing: Filing): StoredPrior | null {
  const summary = workspace.listFilings().find((each) => each.unit.code === filing.unit.code && each.reportYear === filing.reportYear - 1);
  const stored = summary === undefined ? null : workspace.readFiling(summary.id);
  if (stored?.ok !== true) return null;
  const edition = editionById(editions, stored.value.filing.edition.id);
  return edition.ok ? { editionId: edition.value.id, form: edition.value.form, cells: stored.value.filing.cells } : null;
}

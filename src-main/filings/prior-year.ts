/** Last year's filing of the same unit, as the workspace has it. */
import type { Filing } from '#core/filing/filing.ts';
import type { Justification } from '#core/filing/justification.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import type { PriorFiling } from '#core/rules/subject.ts';
import type { Desk } from './change-filing.ts';

export type StoredPrior = PriorFiling &
  Pick<Filing, 'cellUnits'> & { readonly editionId: string; readonly justifications: readonly Justification[] };

/** Null when the workspace has none, or one that cannot be read: then the rules say that they could not check. */
export function findPriorYear({ editions, workspace }: Desk, filing: Filing): StoredPrior | null {
  const id = workspace.findFiling(filing.unit.code, filing.reportYear - 1);
  const stored = id === null ? null : workspace.readFiling(id);
  if (stored?.ok !== true) return null;
  const edition = editionById(editions, stored.value.filing.edition.id);
  if (!edition.ok) return null;
  const { cells, cellUnits, narrative, justifications } = stored.value.filing;
  return { editionId: edition.value.id, form: edition.value.form, cells, cellUnits, narrative, justifications };
}

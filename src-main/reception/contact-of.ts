/** Whom to call about a unit: the newest roster that has a telephone number of it tells. */
import type { ContactView } from '#core/ipc/reception-views.ts';
import type { Workspace } from '../store/workspace.ts';

export function contactOf({ reception }: Pick<Workspace, 'reception'>, code: string): ContactView | null {
  for (const year of [...reception.rosterYears()].sort((one, other) => other - one)) {
    const unit = reception.roster(year).units.find((each) => each.code === code || each.predecessors.includes(code));
    if (unit !== undefined && unit.phone !== null) return { contact: unit.contact, phone: unit.phone, year };
  }
  return null;
}

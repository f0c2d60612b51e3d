/** The rules' view of a filing. */
import type { PriorYear, Subject } from '../rules/subject.ts';
import type { Filing } from './filing.ts';

export function subjectOf(filing: Filing, prior: PriorYear | null): Subject {
  const { cells, cellUnits, unit } = filing;
  return { cells, cellUnits, level: unit.level, prior };
}

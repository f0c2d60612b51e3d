/** The rules' view of a filing. */
import type { FilingSubject, PriorFiling } from '../rules/subject.ts';
import type { Filing } from './filing.ts';

export function subjectOf(filing: Filing, prior: PriorFiling | null): FilingSubject {
  const { cells, cellUnits, unit, narrative, reportYear, title } = filing;
  return { cells, cellUnits, level: unit.level, narrative, reportYear, unitName: unit.name, title, prior };
}

/** A filing at its beginning: the unit is known, every cell is blank. */
import type { UnitLevel } from '../form/unit-level.ts';
import { blankCells } from '../form/edit-cells.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { filingFormat, standardTitle, type Filing, type ReportingUnit } from './filing.ts';

export function newFiling(unit: ReportingUnit, reportYear: number, edition: LoadedEdition): Filing {
  return {
    format: filingFormat,
    unit,
    reportYear,
    edition: { id: edition.id, digest: edition.digest },
    title: standardTitle(unit.name, reportYear),
    cells: blankCells(edition.form),
    cellUnits: {},
    tableNotes: {},
    cellNotes: {},
    narrative: {},
    justifications: [],
    people: { preparer: null, reviewer: null, signatory: null, phone: null },
    attachments: [],
    revision: { number: 1, previousBundleDigest: null, changes: [] },
  };
}

/** The level that a division code (GB/T 2260 and its 9- and 12-digit extensions) implies; manual codes are departments. */
export function levelOfCode(code: string): UnitLevel {
  if (/^\d{2}0000$/u.test(code)) return 'province';
  if (/^\d{4}00$/u.test(code)) return 'prefecture';
  if (/^\d{6}$/u.test(code)) return 'county';
  if (/^\d{9}(\d{3})?$/u.test(code)) return 'township';
  return 'department';
}

/** A filing at its beginning: the unit is known, every cell is blank. */
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

/** A filing: what one unit reports for one year in one form edition (contracts.md 1). */
import type { CellValue } from '../lib/exact.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { UnitLevel } from '../form/unit-level.ts';
import type { Cells } from '../form/edit-cells.ts';
import type { Narrative } from '../narrative/narrative.ts';
import type { Attachment } from './attachment.ts';
import type { Justification } from './justification.ts';

export const filingFormat = 'nianbao.filing/1';

export type ReportingUnit = {
  /** 6, 9 or 12 digits of the division code, or a manual code: always text. */
  readonly code: string;
  readonly name: string;
  /** 统一社会信用代码 (GB 32100-2015), where the unit has one. */
  readonly creditCode: string | null;
  readonly level: UnitLevel;
};

export type People = {
  readonly preparer: string | null;
  readonly reviewer: string | null;
  readonly signatory: string | null;
  readonly phone: string | null;
};

export type RevisionChange = { readonly cell: CellKey; readonly from: CellValue; readonly to: CellValue; readonly reason: string };

export type Revision = {
  readonly number: number;
  /** SHA-256 of the manifest of the bundle that this revision replaces. */
  readonly previousBundleDigest: string | null;
  readonly changes: readonly RevisionChange[];
};

export type Filing = {
  readonly format: typeof filingFormat;
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  readonly edition: { readonly id: string; readonly digest: string };
  /** The report's title as printed. */
  readonly title: string;
  readonly cells: Cells;
  /** Units of amounts for which the form prints none (2019: 采购总金额). */
  readonly cellUnits: Readonly<Record<CellKey, AmountUnit>>;
  readonly tableNotes: Readonly<Record<string, string>>;
  readonly cellNotes: Readonly<Record<CellKey, string>>;
  readonly narrative: Narrative;
  readonly justifications: readonly Justification[];
  readonly people: People;
  /** Files that go along, in the order of their names. */
  readonly attachments: readonly Attachment[];
  readonly revision: Revision;
};

/** 「XX（单位全称）XXXX年政府信息公开工作年度报告」, the title that the notices prescribe. */
export function standardTitle(unitName: string, reportYear: number): string {
  return `${unitName}${String(reportYear)}年政府信息公开工作年度报告`;
}

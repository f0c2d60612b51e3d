/** A unit's report as it takes part in a sum: its figures and where they come from, without its prose. */
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { Form } from '../form/form.ts';
import type { Filing, ReportingUnit } from '../filing/filing.ts';
import type { Justification } from '../filing/justification.ts';
import type { Finding } from '../rules/finding.ts';

/** `valid`: signed by a key that is trusted; `untrusted`: signed, by nobody we know; `unsigned`: a plain file. */
export type SignatureState = 'valid' | 'untrusted' | 'unsigned';

/** A bundle and a filing file carry a revision of their own; a `report` (workbook, published text) does not. */
export type SourceKind = 'bundle' | 'filing' | 'report';

/** What the file itself is and says, beside the figures. */
export type Provenance = {
  /** As the caller named it. */
  readonly file: string;
  readonly kind: SourceKind;
  /** SHA-256 of the file's bytes, 64 hexadecimal digits, as the other digests. */
  readonly sourceDigest: string;
  /** SHA-256 of the filing's canonical JSON: the same in a bundle and in a plain file. */
  readonly contentDigest: string;
  /** Of bundles: SHA-256 of the manifest, which the next revision names. */
  readonly bundleDigest: string | null;
  readonly signature: SignatureState;
  readonly signerFingerprint: string | null;
  /** Findings of the unit's own figures that are errors: the report is wrong, whatever it adds to the sum. */
  readonly wrong: readonly Finding[];
  /** Places of a report that intake could not read; their cells are blank. */
  readonly notUnderstood: readonly string[];
};

export type Source = Provenance & {
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  readonly editionId: string;
  readonly revision: { readonly number: number; readonly previousBundleDigest: string | null };
  /** In the order of the form's cells: ten thousand units take little room this way. */
  readonly values: readonly CellValue[];
  readonly amountUnits: Readonly<Record<CellKey, AmountUnit>>;
  readonly justifications: readonly Justification[];
};

/** The filing's part in a sum; its prose is let go. */
export function sourceOf(filing: Filing, form: Form, provenance: Provenance): Source {
  const { number, previousBundleDigest } = filing.revision;
  return {
    ...provenance,
    unit: filing.unit,
    reportYear: filing.reportYear,
    editionId: filing.edition.id,
    revision: { number, previousBundleDigest },
    values: form.cells.map((cell) => valueAt(filing.cells, cell.key)),
    amountUnits: filing.cellUnits,
    justifications: filing.justifications,
  };
}

/** The part in a sum of a report that nobody signed: a filing file, or what intake read of a workbook or published text. */
import { figureFindings, wrongFigures } from '#core/consolidation/figure-findings.ts';
import { sourceOf, type Provenance, type Source } from '#core/consolidation/source.ts';
import type { Filing } from '#core/filing/filing.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { sha256Hex } from '../signing/digest.ts';

/** `bytes` are the file's, `edition` the filing's. */
type From = Pick<Provenance, 'file' | 'kind' | 'notUnderstood'> & { readonly bytes: Uint8Array; readonly edition: LoadedEdition };

export function unsignedSource(filing: Filing, { bytes, edition, ...from }: From): Source {
  return sourceOf(filing, edition.form, {
    ...from,
    sourceDigest: sha256Hex(bytes),
    contentDigest: sha256Hex(canonicalJson(filing)),
    bundleDigest: null,
    signature: 'unsigned',
    signerFingerprint: null,
    wrong: wrongFigures(figureFindings(filing, edition, null)),
  });
}

/** Filings as sources of a sum, as reception would hand them over. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { Filing } from '#core/filing/filing.ts';
import { sourceOf, type Provenance, type Source } from '#core/consolidation/source.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { seedFiling, splitFiling } from '../../fixtures/made-units.ts';

export const edition = edition2019();
export const seed = seedFiling(edition);
export const parts = splitFiling(seed, edition, 27);

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function sourceFrom(filing: Filing, changes: Partial<Provenance> = {}, of: LoadedEdition = edition): Source {
  const contentDigest = digest(canonicalJson(filing));
  return sourceOf(filing, of.form, {
    file: `${filing.unit.code}.filing.json`,
    kind: 'filing',
    sourceDigest: contentDigest,
    contentDigest,
    bundleDigest: null,
    signature: 'unsigned',
    signerFingerprint: null,
    wrong: [],
    notUnderstood: [],
    ...changes,
  });
}

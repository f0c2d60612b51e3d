/** A bundle that arrives: verified from its first byte, then its figures. */
import { basename } from 'node:path';
import { isAboutTrust } from '#core/bundle/verdict.ts';
import { sourceOf } from '#core/consolidation/source.ts';
import { wrongFigures } from '#core/consolidation/figure-findings.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { problem } from '#core/lib/problem.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { ReceiveOrder } from './receive-file.ts';
import { refusedFor, type Received } from './received.ts';

/**
 * A signature that nobody vouches for is a refusal only where the superior said whom to trust: by `--trust`, or by a key
 * of this unit in the roster. Otherwise the bundle counts as `untrusted`, and whoever reads the sum is told.
 */
export async function readBundle(path: string, bytes: Uint8Array, { editions, trust, registered, now }: ReceiveOrder): Promise<Received> {
  const report = await verifyBundle({ bytes, ...trust, editions, now });
  const { filing, reasons, signer, findings, verdict, bundleDigest } = report;
  const claimedUnit = filing?.unit.code ?? signer?.unitCode ?? unitInName(path);
  const edition = filing === null ? null : editionById(editions, filing.edition.id);
  if (verdict === 'invalid' || filing === null || signer === null || edition?.ok !== true) {
    return { kind: 'refused', file: path, claimedUnit, problem: null, reasons };
  }
  if (reasons.some(isAboutTrust)) {
    const expected = registered.get(filing.unit.code);
    const details = { file: path, unit: filing.unit.name, code: filing.unit.code, fingerprint: signer.fingerprint };
    if (expected !== undefined) return refusedFor(path, problem('consolidation/other-key', { ...details, expected }), claimedUnit);
    if (trust.isAsked) return refusedFor(path, problem('consolidation/untrusted', details), claimedUnit);
  }
  const source = sourceOf(filing, edition.value.form, {
    file: path,
    kind: 'bundle',
    sourceDigest: sha256Hex(bytes),
    contentDigest: sha256Hex(canonicalJson(filing)),
    bundleDigest,
    signature: verdict === 'valid' ? 'valid' : 'untrusted',
    signerFingerprint: signer.fingerprint,
    wrong: wrongFigures(findings),
    notUnderstood: [],
  });
  return { kind: 'source', source };
}

/** The code in a file name that the app made: `单位简称-代码-年度-vN.asice`. */
function unitInName(path: string): string | null {
  return /-([0-9A-Za-z]{1,32})-2\d{3}-v\d+(?:\D[^/\\]*)?\.asice$/u.exec(basename(path))?.[1] ?? null;
}

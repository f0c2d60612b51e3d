// Receipts for the sample's bundles, signed by an office of the province.
import { receiptName } from '#core/bundle/entry-names.ts';
import type { Receipt } from '#core/bundle/receipt.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { sealReceipt, type Answer } from '#main/bundles/seal-receipt.ts';
import { writeSignedContainer } from '#main/bundles/signed-container.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import type { OpenedKey } from '#main/signing/pkcs12-bags.ts';
import { edition, now, valueOf } from './sample.ts';

export const acceptance: Answer = { verdict: 'accepted', reason: null, cells: [], officer: '王芳' };

export async function answer(bundle: Uint8Array, key: OpenedKey, how: Answer = acceptance, at = now) {
  const report = await verifyBundle({ bytes: bundle, trusted: [], editions: [edition], now: at });
  return sealReceipt({ report, file: 'b.asice', answer: how, key, now: at });
}

/** A receipt that says whatever it is told to, signed all the same. */
export async function forge(bundle: Uint8Array, key: OpenedKey, changes: Record<string, unknown>): Promise<Uint8Array> {
  const honest: Receipt = valueOf(await answer(bundle, key)).receipt;
  const bytes = Buffer.from(canonicalJson({ ...honest, ...changes }));
  return writeSignedContainer([{ name: receiptName, mediaType: 'application/json', bytes }], key, now);
}

/** Receipts that came together or before: the same one again is a replay, and of several answers the latest counts. */
import { reason } from './checked.ts';
import type { Receipt } from './receipt.ts';
import type { Reason } from './verdict.ts';

export type ReceivedReceipt = { readonly digest: string; readonly receipt: Receipt };

/** Reasons against each of `received`, in their order; `known` are the receipts of earlier times. */
export function checkOrder(received: readonly ReceivedReceipt[], known: readonly ReceivedReceipt[]): readonly (readonly Reason[])[] {
  return received.map(({ digest, receipt }, index) => {
    const before = [...known, ...received.slice(0, index)];
    const { time } = receipt;
    if (before.some((each) => each.digest === digest)) return [reason('receipt/replayed', { time })];
    const newer = [...known, ...received]
      .map((each) => each.receipt)
      .filter((each) => each.bundleDigest === receipt.bundleDigest && Date.parse(each.time) > Date.parse(time))
      .toSorted((one, other) => other.time.localeCompare(one.time))[0];
    return newer === undefined ? [] : [reason('receipt/superseded', { time, newer: newer.time })];
  });
}

/** What becomes of a file that arrives: a source of the sum, a refusal that says why, or something that is no report. */
import type { Refusal } from '#core/consolidation/refusal.ts';
import type { Source } from '#core/consolidation/source.ts';
import type { Problem } from '#core/lib/problem.ts';

/** `why`: a file beside the reports in a folder, such as a certificate, a picture or a receipt. */
export type Ignored = { readonly kind: 'ignored'; readonly file: string; readonly why: 'not-a-report' | 'receipt' };

export type Received = { readonly kind: 'source'; readonly source: Source } | Refusal | Ignored;

/** A file with the reports of several units: each is received for itself. */
export type Several = { readonly kind: 'several'; readonly parts: readonly Part[] };

/** `bytes` are the filing file that is kept of it, null where it was refused. */
export type Part = { readonly received: Received; readonly bytes: Uint8Array | null };

/** What came of a file where files are kept; `known`: kept and read before, so that nothing was done. */
export type Arrival =
  | { readonly kind: 'known'; readonly file: string; readonly digest: string }
  /** `kept` has the digest and size of the bytes; null for what is no report and what could not be read or kept. */
  | { readonly kind: 'received'; readonly received: Received; readonly kept: { readonly digest: string; readonly size: number } | null };

export function refusedFor(file: string, problem: Problem, claimedUnit: string | null = null): Refusal {
  return { kind: 'refused', file, claimedUnit, problem, reasons: [] };
}

/** What becomes of a file that arrives: a source of the sum, a refusal that says why, or something that is no report. */
import type { Reason } from '#core/bundle/verdict.ts';
import type { Source } from '#core/consolidation/source.ts';
import type { Problem } from '#core/lib/problem.ts';

/** `reasons` of a bundle that verification found invalid; `problem` of anything else. */
export type Refusal = {
  readonly kind: 'refused';
  readonly file: string;
  /** The code of the unit that the file claims to be of, as far as it can be told; nothing vouches for it. */
  readonly claimedUnit: string | null;
  readonly problem: Problem | null;
  readonly reasons: readonly Reason[];
};

/** `why`: a file beside the reports in a folder, such as a certificate, a picture or a receipt. */
export type Ignored = { readonly kind: 'ignored'; readonly file: string; readonly why: 'not-a-report' | 'receipt' };

export type Received = { readonly kind: 'source'; readonly source: Source } | Refusal | Ignored;

export function refusedFor(file: string, problem: Problem, claimedUnit: string | null = null): Refusal {
  return { kind: 'refused', file, claimedUnit, problem, reasons: [] };
}

/** Why a file was refused, in words and as a code for machines. */
import type { Language } from '../lib/bilingual.ts';
import type { Refusal } from '../consolidation/refusal.ts';
import { describeProblem } from './describe-problem.ts';
import { describeReason } from './describe-reason.ts';

/** The first reason leads; `reasons` has them all. */
export type DescribedRefusal = {
  readonly code: string;
  readonly message: string;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
};

export function describeRefusal({ problem, reasons }: Refusal, language: Language): DescribedRefusal {
  const described =
    problem === null
      ? reasons.map((each) => ({ code: each.code, message: describeReason(each, language) }))
      : [{ code: problem.code, message: describeProblem(problem, language) }];
  const first = described[0] ?? { code: 'container/damaged', message: '' };
  return { ...first, reasons: described };
}

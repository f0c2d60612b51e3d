/** Which refusals are failed checks of a signature, a digest or trust (exit status 3), and which are of other kinds. */
import type { Refusal } from '#core/consolidation/refusal.ts';

const failedProblems: readonly string[] = ['consolidation/untrusted', 'consolidation/other-key', 'edition/digest-mismatch'];
/** What is no bundle at all, of another kind, or only fails our rules, proves nothing about its signature. */
const otherReasons: readonly string[] = ['container/not-a-zip', 'container/wrong-kind', 'revalidation/blocking'];

export function isTrustFailure({ problem, reasons }: Refusal): boolean {
  if (problem !== null) return failedProblems.includes(problem.code);
  return reasons.some(({ code }) => !otherReasons.includes(code));
}

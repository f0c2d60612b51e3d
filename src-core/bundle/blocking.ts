/** What stands in the way of sealing or accepting a filing, counted and with its first messages in both languages. */
import { blockingFindings } from '../filing/justification.ts';
import type { Filing } from '../filing/filing.ts';
import { countBySeverity } from '../rules/count-findings.ts';
import type { Finding } from '../rules/finding.ts';

const messagesShown = 3;

export type Blocking = { readonly errors: number; readonly warnings: number; readonly zh: string; readonly en: string };

/** The details for a problem or a reason, or null when nothing is in the way. */
export function describeBlocking(findings: readonly Finding[], filing: Filing): Blocking | null {
  const blocking = blockingFindings(findings, filing.justifications, filing.cells);
  if (blocking.length === 0) return null;
  const { error, warning } = countBySeverity(blocking);
  const first = blocking.slice(0, messagesShown);
  return {
    errors: error,
    warnings: warning,
    zh: first.map((each) => each.message.zh).join('；'),
    en: first.map((each) => each.message.en).join('; '),
  };
}

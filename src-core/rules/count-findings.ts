/** How many findings there are of each severity. */
import type { Finding } from './finding.ts';
import type { Severity } from './rule-base.ts';

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, hint: 0 };
  for (const finding of findings) count[finding.severity] += 1;
  return count;
}

/** Findings with the suspects of their cause. */
import type { Finding } from '../rules/finding.ts';
import { groupFindings } from './group-findings.ts';
import type { Localised } from './repair.ts';

/** The same findings in the same order, each with the ranked suspects of its group. */
export function addSuspects(findings: readonly Finding[], localised: Localised): readonly Finding[] {
  const groups = groupFindings(findings, localised);
  return findings.map((finding) => {
    const group = groups.find((each) => each.findings.includes(finding));
    return group === undefined ? finding : { ...finding, suspects: group.suspects };
  });
}

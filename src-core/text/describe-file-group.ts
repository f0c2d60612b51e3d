/** What is wrong with several files at once, without the name of any of them. */
import type { RoledFile } from '../consolidation/file-roles.ts';
import type { Language } from '../lib/bilingual.ts';
import { describeProblem } from './describe-problem.ts';
import { describeReason } from './describe-reason.ts';
import { fileRoleWords } from './screens/subordinates.ts';

type Details = Readonly<Record<string, string | number>>;

/** What differs from file to file though the reason is the same. */
const ofOneFile: readonly string[] = ['file', 'fileName', 'path', 'name', 'names', 'unit', 'code', 'fingerprint', 'count', 'size'];

/** By the first of them: they were grouped by their reason. */
export function describeFileGroup([first]: readonly RoledFile[], language: Language): string {
  if (first === undefined) return '';
  const { file, role } = first;
  if (role.kind === 'left-out') return describeProblem({ ...role.problem, details: general(role.problem.details) }, language);
  if (role.kind !== 'refused' || file.refusal === null) return fileRoleWords[role.kind][language];
  const { problem, reasons } = file.refusal;
  if (problem !== null) return describeProblem({ ...problem, details: general(problem.details) }, language);
  return reasons.map((each) => describeReason({ ...each, details: general(each.details) }, language)).join(language === 'zh' ? '' : ' ');
}

function general(details: Details): Details {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, ofOneFile.includes(key) ? '…' : value]));
}

/** A problem in words: what, where and what to do, in Chinese or English. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { ProblemCode } from '../lib/problem-code.ts';
import type { Problem } from '../lib/problem.ts';
import { systemWords, wordsOfErrno } from './describe-errno.ts';
import { withLocalTimes } from './local-times.ts';
import { rosterDetails } from './describe-roster.ts';
import { attachmentProblems } from './problems/attachments.ts';
import { backupDamageWords, backupProblems, lockProblems } from './problems/backups.ts';
import { appProblems, bundleProblems, keyProblems } from './problems/bundles.ts';
import { wordsOfDamage } from './problems/damage-reasons.ts';
import { documentProblems } from './problems/documents.ts';
import { consolidationProblems, rosterReasons } from './problems/consolidation.ts';
import { fileProblems, usageProblems } from './problems/files.ts';
import { editionProblems, filingProblems, workspaceProblems } from './problems/filings.ts';
import { intakeProblems, intakeReasons } from './problems/intake.ts';
import { wordsOfKeyReason } from './problems/key-reasons.ts';
import { historyProblems, historyReasons } from './problems/history.ts';
import { reviewProblems } from './problems/review.ts';
import { updateProblems } from './problems/updates.ts';
import { uploadProblems } from './problems/upload.ts';

export const problemWords: Readonly<Record<ProblemCode, Bilingual>> = {
  ...usageProblems,
  ...fileProblems,
  ...editionProblems,
  ...filingProblems,
  ...intakeProblems,
  ...historyProblems,
  ...reviewProblems,
  ...workspaceProblems,
  ...lockProblems,
  ...backupProblems,
  ...attachmentProblems,
  ...keyProblems,
  ...bundleProblems,
  ...consolidationProblems,
  ...documentProblems,
  ...updateProblems,
  ...uploadProblems,
  ...appProblems,
};

/** Reasons that problems carry as codes because the core does not word them. */
const reasonWords: Readonly<Record<string, Bilingual>> = {
  ...historyReasons,
  ...intakeReasons,
  ...rosterReasons,
  'binary-fraction': { zh: '金额要写成文字（如 "866534.00"），不能写成小数', en: 'amounts are written as text (such as "866534.00")' },
  'too-large': { zh: '数字太大，最多 15 位', en: 'the number is too large; 15 digits at most' },
  ...backupDamageWords,
  // what the system answered
  ...systemWords,
  // what a certificate cannot hold
  code: { zh: '代码只能是数字、字母和连字符，最多 32 位', en: 'a code is digits, letters and hyphens, 32 at most' },
  name: { zh: '名称最多 64 个字，不能有换行等控制字符', en: 'a name has 64 characters at most and no control characters' },
  'not-a-decimal': { zh: '不是数字（整数部分最多 15 位，小数最多 6 位）', en: 'not a number of at most 15 digits and 6 decimal places' },
};

/** Names of copies hold the digest of the file: the first digits tell them apart. */
function withShortDigests({ code, details }: Problem): Problem['details'] {
  if (!/^(?:backup|workspace|file|attachment)\//u.test(code)) return details;
  const short = (value: string | number) => (typeof value === 'string' ? value.replace(/([0-9a-f]{8})[0-9a-f]{56}/gu, '$1…') : value);
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, short(value)]));
}

export function describeProblem(problem: Problem, language: Language): string {
  const reason = problem.details['reason'];
  const words =
    typeof reason === 'string'
      ? (wordsOfDamage(problem.code, reason) ?? reasonWords[reason] ?? wordsOfKeyReason(reason) ?? wordsOfErrno(reason))
      : undefined;
  const given = withShortDigests(problem);
  const details = withLocalTimes(words === undefined ? given : { ...given, reason: words[language] });
  return fillPlaces(problemWords[problem.code][language], { ...details, ...rosterDetails(problem, language) });
}

/** What is wrong with several files at once: told of the first of them, as an example. */
import type { RoledFile } from '../consolidation/file-roles.ts';
import { fillPlaces, type Language } from '../lib/bilingual.ts';
import { describeProblem } from './describe-problem.ts';
import { describeRefusal } from './describe-refusal.ts';
import { fileRoleWords, subordinateWords } from './screens/subordinates.ts';

/** They were grouped by their reason. */
export function describeFileGroup(files: readonly RoledFile[], language: Language): string {
  const [first] = files;
  if (first === undefined) return '';
  const { fileName } = first.file;
  const said = describeOne(first, language);
  const reason = said.includes(fileName) ? said : fillPlaces(subordinateWords.ofFile[language], { file: fileName, reason: said });
  return fillPlaces(subordinateWords.sameReason[language], { reason, count: files.length });
}

function describeOne({ file, role }: RoledFile, language: Language): string {
  if (role.kind === 'left-out') return describeProblem(role.problem, language);
  if (role.kind === 'refused' && file.refusal !== null) {
    const { reasons } = describeRefusal(file.refusal, language);
    return reasons.map(({ message }) => message).join(language === 'zh' ? '' : ' ');
  }
  return fillPlaces(fileRoleWords[role.kind][language], { by: 'by' in role ? role.by.slice(0, 8) : '' });
}

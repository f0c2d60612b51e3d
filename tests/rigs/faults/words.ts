/** Whether a problem is told so that somebody can act on it: what, where, and what to do. */
import type { Problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';

const whatToDo = { zh: /请/u, en: /\b(?:choose|free|close|try|use|check|restore|make|note|start|update|ask|remove|scan|make sure)\b/iu };

/** What is wrong with the words, in sentences; none when they are good. */
export function faultsOfWords(problem: Problem): readonly string[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const words = describeProblem(problem, language);
    const { path, file } = problem.details;
    const isPlaced = [path, file].some((each) => typeof each === 'string' && words.includes(each));
    const isHelpful = isPlaced || whatToDo[language].test(words);
    const hole = /\{\w+\}/u.exec(words);
    return [
      ...(isHelpful ? [] : [`${problem.code} says neither where nor what to do: ${words}`]),
      ...(hole === null ? [] : [`${problem.code} has nothing for ${hole[0]}: ${words}`]),
      ...(/\p{Script=Han}/u.test(words) === (language === 'zh') || /[\p{Script=Han}]/u.test(JSON.stringify(problem.details))
        ? []
        : [`${problem.code} is not in ${language}: ${words}`]),
    ];
  });
}

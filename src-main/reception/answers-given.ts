/** How bundles of units were answered from this workspace. */
import type { Answer, Answers } from '#core/consolidation/answer.ts';
import { verdictsGiven } from '../store/answers.ts';
import type { Workspace } from '../store/workspace.ts';

export function answersGiven({ tables }: Workspace): Answers {
  const given = [...verdictsGiven(tables)].flatMap(([digest, verdict]): (readonly [string, Answer])[] =>
    verdict === 'accepted' || verdict === 'returned' ? [[digest, verdict]] : [],
  );
  return new Map(given);
}

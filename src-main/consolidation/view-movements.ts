/** What has moved since the sum was accepted, and what the files that are held would move. */
import { noAnswers, type Answers } from '#core/consolidation/answer.ts';
import { planCells, sumCell } from '#core/consolidation/sum-cells.ts';
import type { Consolidation } from '#core/consolidation/consolidate.ts';
import { movementsBetween } from '#core/consolidation/movements.ts';
import type { Source } from '#core/consolidation/source.ts';
import type { HeldMovement, MovementsView } from '#core/ipc/consolidation-views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { answersGiven } from '../reception/answers-given.ts';
import { readAccepted } from './accepted-sum.ts';
import { sumOf, type YearSum } from './sum-year.ts';

/** Of more files than these that are held, the movements of each are not worked out: they are listed alone. */
const mostHeld = 50;

export function viewMovements(desk: Desk, sum: YearSum): MovementsView {
  const { year, consolidation } = sum;
  const { reception } = desk.workspace;
  const accepted = readAccepted(desk.workspace, year);
  const held = reception.sources(year, ['held']).map(({ file, source }, at): HeldMovement => {
    const { code, name } = source.unit;
    const cells =
      at >= mostHeld
        ? []
        : movementsBetween(consolidation, withSources(desk, sum, [...takenIn(desk, year), source], answersGiven(desk.workspace))).cells;
    return { code, name, digest: file.digest, file: file.fileName, revision: file.revision, cells };
  });
  if (accepted === null) return { acceptedAt: null, units: [], cells: [], held };
  const before = Object.values(accepted.units).flatMap((digest): Source[] => {
    const source = reception.source(digest);
    return source.ok ? [source.value] : [];
  });
  return { acceptedAt: accepted.at, ...movementsBetween(withSources(desk, sum, before, noAnswers), consolidation), held };
}

function takenIn({ workspace }: Desk, year: number): readonly Source[] {
  return workspace.reception.sources(year).map(({ source }) => source);
}

/** The same sum of other files. */
function withSources(desk: Desk, sum: YearSum, sources: readonly Source[], answers: Answers): Consolidation {
  const contributors = sumOf(desk, sum, sources, answers);
  const { consolidation } = sum;
  return { ...consolidation, contributors, sums: planCells(consolidation.edition).map((plan) => sumCell(plan, contributors)) };
}

/** Prose against tables: the figures and denials that contradict the cells. */
import { narrativeFinding, type NarrativeFinding } from './narrative-finding.ts';
import { readFigures, type NarrativeOrder } from './read-figures.ts';

/** One finding for each contradiction, in the order of the prose. Bound figures never contradict. */
export function checkNarrative(order: NarrativeOrder): readonly NarrativeFinding[] {
  return readFigures(order).flatMap((reading) =>
    reading.verdict === 'differs' || reading.verdict === 'narrower' ? [narrativeFinding(reading)] : [],
  );
}

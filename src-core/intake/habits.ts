/**
 * What blank cells and empty lines mean differs from text to text, but not within one. The habit that makes the
 * count right for the most rows is taken to be the text's own; a row that does not fit it is not guessed at.
 */
import type { Piece, Run } from './runs.ts';

type Habit = {
  /** An empty line ends a row, means nothing, or is an empty cell. */
  readonly breaks: 'end-row' | 'nothing' | 'cell';
  /** Empty lines between rows, and after the last one, where an empty line is otherwise a cell. */
  readonly between: number;
  readonly atEnd: number;
  /** Whether cells that are covered from above or from the left are printed as blank ones. */
  readonly coveredAbove: boolean;
  readonly coveredLeft: boolean;
  /** Columns to which rows are filled up beyond those of the form, or null where rows are not filled up. */
  readonly filledUp: number | null;
};

const bare: Habit = { breaks: 'nothing', between: 0, atEnd: 0, coveredAbove: false, coveredLeft: false, filledUp: null };
const markedHabits: readonly Habit[] = [
  ...[false, true].flatMap((coveredLeft): Habit[] => [
    { ...bare, coveredLeft, breaks: 'end-row' },
    { ...bare, coveredLeft, coveredAbove: true },
    { ...bare, coveredLeft },
  ]),
  { ...bare, filledUp: 0 },
  { ...bare, filledUp: 1 },
];
const unmarkedHabits: readonly Habit[] = [0, 1, 2].flatMap((between) =>
  [0, 1, 2, 3, 4].flatMap((atEnd) =>
    [false, true].map((coveredAbove): Habit => ({ ...bare, breaks: 'cell', between, atEnd, coveredAbove })),
  ),
);

/** A habit that fits fewer rows than this is none: that the count is right in some of them is chance. */
const leastShare = 0.6;

/** The cells of each run, in the order of its row, or null where their number is not right. */
export function settleRuns(runs: readonly Run[], marked: boolean): ReadonlyMap<Run, readonly Piece[] | null> {
  const habits = marked ? markedHabits : unmarkedHabits;
  const votes = habits.map((habit) => runs.filter((run) => fit(run, habit) !== null).length);
  const most = Math.max(...votes);
  const likely = most < runs.length * leastShare ? [] : habits.filter((_habit, index) => votes[index] === most);
  return new Map(runs.map((run) => [run, settle(run, likely)]));
}

function settle(run: Run, likely: readonly Habit[]): readonly Piece[] | null {
  const values = run.pieces.filter((piece) => piece.kind === 'value');
  if (values.length === run.row.cells.length && areNeighbours(run.pieces)) return values;
  const readings = likely.flatMap((habit) => {
    const cells = fit(run, habit);
    return cells === null ? [] : [cells];
  });
  const [first] = readings;
  const agreed = readings.every((each) => sameTexts(each, first ?? []));
  return first !== undefined && agreed ? first : null;
}

/** The cells of a run under a habit, when there are exactly as many as the row has. */
function fit(run: Run, habit: Habit): readonly Piece[] | null {
  const pieces = withoutBreaks(run, habit);
  const before = extraBefore(run, habit);
  const after = extraAfter(run, habit);
  const cells = pieces.slice(before, before + run.row.cells.length);
  const extra = [...pieces.slice(0, before), ...pieces.slice(before + run.row.cells.length)];
  const isRight = pieces.length === before + run.row.cells.length + after && extra.every((piece) => piece.kind !== 'value');
  return isRight ? cells : null;
}

function withoutBreaks(run: Run, habit: Habit): readonly Piece[] {
  if (habit.breaks === 'cell') return run.pieces;
  if (habit.breaks === 'nothing') return run.pieces.filter((piece) => piece.kind !== 'break');
  const start = run.row.label === null ? run.pieces.findIndex((piece) => piece.kind !== 'break') : 0;
  const pieces = run.pieces.slice(Math.max(0, start));
  // what stands behind the end of the row is a row that lost its label, or nothing
  const end = pieces.findIndex((piece) => piece.kind === 'break');
  return end < 0 ? pieces : pieces.slice(0, end);
}

/** A row without a label comes after the end of its head's last line. */
function extraBefore(run: Run, habit: Habit): number {
  if (run.row.label === null) return habit.between;
  return habit.coveredLeft ? run.coveredByLabel : 0;
}

function extraAfter(run: Run, habit: Habit): number {
  if (habit.breaks === 'end-row') return 0;
  // one place to fill looks like a blank cell, more of them are a line of bars
  if (habit.filledUp !== null) return run.row.shortBy + habit.filledUp === 1 ? 1 : 0;
  const covered = habit.coveredAbove ? run.coveredAfter : 0;
  return run.atEnd ? habit.atEnd : habit.between + covered;
}

/** True when nothing between the values could be an empty cell or the end of the row: no lines, or every time as many. */
function areNeighbours(pieces: readonly Piece[]): boolean {
  const places = pieces.flatMap((piece, index) => (piece.kind === 'value' ? [index] : []));
  if ((places.at(-1) ?? 0) - (places[0] ?? 0) < places.length) return true;
  const gaps = places.slice(1).map((place, index) => pieces.slice((places[index] ?? 0) + 1, place));
  return gaps.every((gap) => gap.length === gaps[0]?.length && gap.every((piece) => piece.kind === 'break'));
}

function sameTexts(one: readonly Piece[], other: readonly Piece[]): boolean {
  return one.length === other.length && one.every((piece, index) => piece.text === other[index]?.text);
}

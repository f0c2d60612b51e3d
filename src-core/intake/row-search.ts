/**
 * Text copied from a PDF in columns: rows come in their order, but the first figure of one, which stands with its label, may
 * come some rows earlier or at the foot of the page. All ways to read the figures so that the sum of every row holds.
 */

/** The figures of a row as places in the list of figures; the first one is null until it has come. */
type FoundRow = { readonly first: number | null; readonly others: readonly number[] };

/** `early` are first figures whose rows have yet to come; `pending` rows whose first figures have. */
type Way = {
  readonly rows: readonly FoundRow[];
  readonly early: readonly number[];
  readonly pending: readonly { readonly row: number; readonly value: number }[];
};

/** A way up to the last row, and the places of the figures that are left for it and for `pending`. */
export type RowsFound = Way & { readonly from: number };

export type RowSearch = {
  readonly numbers: readonly number[];
  /** Figures in each row; the last is the sum of the others. */
  readonly count: number;
  readonly rows: number;
  /** Whether words stand before the figure in its line, so that it is the first of its row. */
  readonly isFirst: (index: number) => boolean;
};

const mostEarly = 4;
/** More ways than this at one place are too many to tell them apart. */
const mostWays = 3_000;
const mostAlike = 6;

/** All ways to read the rows but the last, or none where there are too many. */
export function findRows(search: RowSearch): readonly RowsFound[] {
  const { numbers, rows } = search;
  const waiting = new Map<number, Map<string, Way[]>>();
  const keep = (at: number, way: Way): void => {
    const level = waiting.get(at) ?? new Map<string, Way[]>();
    waiting.set(at, level);
    const key = keyOf(way, numbers);
    const alike = level.get(key) ?? [];
    if (alike.length < mostAlike && !alike.some((each) => isSame(each, way, numbers))) level.set(key, [...alike, way]);
  };
  keep(0, { rows: [], early: [], pending: [] });
  const found: RowsFound[] = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const ways = [...(waiting.get(at)?.values() ?? [])].flat();
    waiting.delete(at);
    if (ways.length > mostWays) return [];
    for (const way of ways) {
      if (way.rows.length === rows - 1 && way.early.length === 0) found.push({ ...way, from: at });
      else for (const [to, next] of steps(way, at, search)) keep(to, next);
    }
  }
  return found;
}

/** What the figure at a place may be, with the place behind what it was read with. */
function steps(way: Way, at: number, { numbers, count, isFirst }: RowSearch): readonly (readonly [number, Way])[] {
  const next: (readonly [number, Way])[] = [];
  const value = numbers[at] ?? 0;
  const came = way.pending.findIndex((each) => each.value === value);
  if (came >= 0) next.push([at + 1, withFirst(way, came, at)]);
  if (way.early.length < mostEarly) next.push([at + 1, { ...way, early: [...way.early, at] }]);
  const whole = missingIn(numbers, at, count);
  if (way.early.length === 0 && whole === 0) {
    next.push([at + count, { ...way, rows: [...way.rows, { first: at, others: placesFrom(at + 1, count - 1) }] }]);
  }
  const missing = isFirst(at) ? null : missingIn(numbers, at, count - 1);
  if (missing === null || missing < 0) return next;
  const others = placesFrom(at, count - 1);
  const [first] = way.early;
  if (first === undefined) {
    const pending = [...way.pending, { row: way.rows.length, value: missing }];
    next.push([at + count - 1, { ...way, rows: [...way.rows, { first: null, others }], pending }]);
  } else if (numbers[first] === missing) {
    next.push([at + count - 1, { ...way, rows: [...way.rows, { first, others }], early: way.early.slice(1) }]);
  }
  return next;
}

/** By how much the last of so many figures exceeds the sum of the others; null beyond the end. */
function missingIn(numbers: readonly number[], at: number, count: number): number | null {
  const total = numbers[at + count - 1];
  if (total === undefined) return null;
  let sum = 0;
  for (let index = at; index < at + count - 1; index += 1) sum += numbers[index] ?? 0;
  return total - sum;
}

/** The way once a pending first figure has come. */
export function withFirst<W extends Way>(way: W, pending: number, at: number): W {
  const row = way.pending[pending]?.row;
  const rows = way.rows.map((each, index) => (index === row ? { ...each, first: at } : each));
  return { ...way, rows, pending: way.pending.filter((_each, index) => index !== pending) };
}

function keyOf({ rows, early, pending }: Way, numbers: readonly number[]): string {
  const open = pending.map((each) => each.value).toSorted((one, other) => one - other);
  return `${String(rows.length)}|${early.map((index) => numbers[index]).join(' ')}|${open.join(' ')}`;
}

function isSame(one: Way, other: Way, numbers: readonly number[]): boolean {
  return one.rows.every((row, index) => row.others.every((place, at) => numbers[place] === numbers[other.rows[index]?.others[at] ?? -1]));
}

function placesFrom(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_each, index) => from + index);
}

/** The linear system of a filing: its independent sums, what each is off by, and the cells that could mend them. */
import { toMillionths, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf, type Form, type FormCell } from '../form/form.ts';
import { chooseIndependent } from './basis.ts';
import { isCompared, isSatisfied, type Equality } from './equalities.ts';
import { sourcesOf, type Footings } from './followers.ts';

/** A cell whose value may be wrong. Values are millionths (`lib/exact.ts`), blank counts as nothing. */
export type Unknown = {
  readonly cell: FormCell;
  readonly value: bigint;
  readonly isBlank: boolean;
  /** True where the value itself is impossible (negative, or a fraction of a case), whatever the sums say. */
  readonly isForced: boolean;
  readonly sums: readonly { readonly sum: number; readonly coefficient: bigint }[];
};

/** Left minus right of an equality in terms of unknowns; it holds when it is zero. */
export type Sum = { readonly unknowns: readonly number[]; readonly offBy: bigint };

export type System = { readonly unknowns: readonly Unknown[]; readonly sums: readonly Sum[] };

type Row = {
  readonly equality: Equality;
  readonly coefficients: ReadonlyMap<CellKey, number>;
  readonly constant: number;
  readonly isCompared: boolean;
};

/** The systems that share no cell, each with at least one broken sum or one impossible value. */
export function buildSystems(form: Form, equalities: readonly Equality[], cells: Cells, footings: Footings): readonly System[] {
  if (equalities.every((each) => isSatisfied(each, cells, null)) && !hasImpossible(form, equalities, cells)) return [];
  const rows = equalities.map((equality) => rowOf(equality, cells, footings));
  // filling in a cell of a sum that is not compared yet might make it speak
  const untouchable = new Set(
    rows.filter((row) => !row.isCompared).flatMap((row) => [...row.coefficients.keys()].filter((key) => valueAt(cells, key) === null)),
  );
  const compared = rows.filter((row) => row.isCompared && row.coefficients.size > 0);
  return splitRows(compared)
    .filter((part) => isConcerned(form, part, cells))
    .flatMap((part) => splitRows(withoutRepetitions(form, part, footings)))
    .map((part) => systemOf(form, part, cells, untouchable))
    .filter((system) => system.sums.some((sum) => sum.offBy !== 0n) || system.unknowns.some((each) => each.isForced));
}

function hasImpossible(form: Form, equalities: readonly Equality[], cells: Cells): boolean {
  return equalities.some((equality) => equality.cells.some((cell) => isForced(cellOf(form, cell), valueAt(cells, cell))));
}

/** False for sums that hold, of values that are possible. */
function isConcerned(form: Form, part: readonly Row[], cells: Cells): boolean {
  const equalities = part.map((row) => row.equality);
  return equalities.some((each) => !isSatisfied(each, cells, null)) || hasImpossible(form, equalities, cells);
}

function isForced(cell: FormCell, value: CellValue): boolean {
  return value !== null && !isPossible(cell, toMillionths(value));
}

/** True for a value that its cell cannot have, in millionths. */
export function isPossible({ value: kind }: FormCell, value: bigint): boolean {
  return (kind === 'change' || value >= 0n) && (kind === 'amount' || value % 1_000_000n === 0n);
}

function rowOf(equality: Equality, cells: Cells, { followers }: Footings): Row {
  const coefficients = new Map<CellKey, number>();
  const signed = [...equality.left, ...equality.right.map((summand) => ({ ...summand, coefficient: -summand.coefficient }))];
  for (const { cell, coefficient } of signed) {
    const sources = cell === null ? [] : sourcesOf(cell, followers);
    for (const source of sources) coefficients.set(source, (coefficients.get(source) ?? 0) + coefficient);
  }
  for (const [key, coefficient] of coefficients) if (coefficient === 0) coefficients.delete(key);
  const constant = signed.reduce((sum, each) => sum + each.coefficient * each.constant, 0);
  return { equality, coefficients, constant, isCompared: isCompared(equality, cells, null) };
}

/**
 * Sums over entered cells come first, then those that define a total, then the rest: what is left out as a repetition is
 * then a grand total, which would tie unrelated mistakes of its row or column together.
 */
function withoutRepetitions(form: Form, rows: readonly Row[], { followers }: Footings): readonly Row[] {
  const definitions = new Map(form.totals.map((total) => [total.target, total.terms]));
  const precedence = ({ equality }: Row): number => {
    const [first, ...others] = equality.cells;
    if (first === undefined || ![first, ...others].every((cell) => cellOf(form, cell).computed)) return 0;
    const isDefinition = !followers.has(first) && definitions.get(first)?.every((term) => others.includes(term)) === true;
    return isDefinition ? 1 : 2;
  };
  const ranked = rows.map((row) => ({ row, rank: precedence(row) })).sort((one, other) => one.rank - other.rank);
  // a constant takes part like the coefficient of a cell that is always one
  const sums = ranked.map(
    ({ row }) => new Map<string, number>([...row.coefficients, ...(row.constant === 0 ? [] : [['', row.constant] as const])]),
  );
  return chooseIndependent(sums).flatMap((index) => ranked[index]?.row ?? []);
}

/** Rows that share a cell, directly or through others, belong together. */
function splitRows(rows: readonly Row[]): readonly (readonly Row[])[] {
  const rowsOf = new Map<CellKey, Row[]>();
  for (const row of rows) for (const key of row.coefficients.keys()) rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  const seen = new Set<Row>();
  const collect = (row: Row): readonly Row[] => {
    if (seen.has(row)) return [];
    seen.add(row);
    return [row, ...[...row.coefficients.keys()].flatMap((key) => (rowsOf.get(key) ?? []).flatMap(collect))];
  };
  return rows.map(collect).filter((part) => part.length > 0);
}

function systemOf(form: Form, rows: readonly Row[], cells: Cells, untouchable: ReadonlySet<CellKey>): System {
  const keys = new Set(rows.flatMap((row) => [...row.coefficients.keys()]));
  const listed = form.cells.filter((cell) => keys.has(cell.key) && !untouchable.has(cell.key));
  const place = new Map(listed.map((cell, index) => [cell.key, index]));
  const unknowns = listed.map((cell): Unknown => {
    const value = valueAt(cells, cell.key);
    const millionths = toMillionths(value ?? 0);
    const sums = rows.flatMap((row, sum) => {
      const coefficient = row.coefficients.get(cell.key);
      return coefficient === undefined ? [] : [{ sum, coefficient: BigInt(coefficient) }];
    });
    return { cell, value: millionths, isBlank: value === null, isForced: isForced(cell, value), sums };
  });
  const sums = rows.map((row): Sum => {
    const offBy = [...row.coefficients].reduce(
      (sum, [key, coefficient]) => sum + BigInt(coefficient) * toMillionths(valueAt(cells, key) ?? 0),
      toMillionths(row.constant),
    );
    return { unknowns: [...row.coefficients.keys()].flatMap((key) => place.get(key) ?? []), offBy };
  });
  return { unknowns, sums };
}

/** What a rule must keep beyond its shape: its cells exist, its numbers stay exact, its messages can be filled. */
import { assertNever } from '../lib/assert-never.ts';
import type { FormEdition, FormTable } from '../form/edition.ts';
import { findCompletenessFault } from './completeness-faults.ts';
import {
  cellsOfLinear,
  findCoefficientFault,
  findLargeNumber,
  findLinearFault,
  firstFault,
  namesOfLinear,
  type Place,
} from './linear-faults.ts';
import { findOpenPlace } from './message-places.ts';
import { alternativesOf, cellsOfNarrativeFigure, type NarrativeFigureRule } from './narrative-figure-rule.ts';
import { cellsOfPattern, namesOfPattern } from './pattern-rule.ts';
import type { ChangeRule, Rule, TableRule } from './rule.ts';

type RuleOfTable = TableRule | NarrativeFigureRule;

/** Why the rule cannot be applied to its edition, or null. */
export function findFault(rule: Rule, edition: FormEdition): string | null {
  const open = findOpenPlace(rule);
  if (open !== null) return `a place that nothing fills: ${open}`;
  if (rule.kind === 'similarity') return null;
  if (rule.kind === 'completeness') return findCompletenessFault(rule, edition);
  const table = edition.tables.find((each) => each.id === rule.table);
  if (table === undefined) return `no such table: ${rule.table}`;
  return findNumberFault(rule) ?? findStranger(rule, table, edition) ?? findRepeated(rule);
}

function findNumberFault(rule: RuleOfTable): string | null {
  if (rule.kind === 'linear') return findLinearFault(rule);
  if (rule.kind === 'narrativeFigure') return firstFault(alternativesOf(rule).map(findCoefficientFault));
  if (rule.kind === 'change')
    return findCoefficientFault([{ coefficient: rule.factor }]) ?? findLargeNumber([rule.minimum]) ?? findOlderFault(rule);
  return rule.kind === 'pattern' ? findLargeNumber([rule.pattern.minimum]) : null;
}

/** Whether the older edition has the column is not known here: where it has not, the rule says that it could not check. */
function findOlderFault({ cells, priorEdition }: ChangeRule): string | null {
  const older = cells.find(({ priorColumn }) => priorColumn !== undefined)?.priorColumn;
  return older === undefined || priorEdition !== undefined ? null : `a column of an older edition, but of which: ${older}`;
}

function findStranger(rule: RuleOfTable, table: FormTable, edition: FormEdition): string | null {
  const rowOf = (place: Place) => edition.tables.find((each) => each.id === place.table)?.rows.find((each) => each.id === place.row);
  const stranger = cellsOf(rule, table).find((place) => rowOf(place)?.columns.includes(place.column) !== true);
  return stranger === undefined ? null : `no such cell: ${stranger.table}.${stranger.row}.${stranger.column}`;
}

function findRepeated(rule: RuleOfTable): string | null {
  const repeated = namesOf(rule).flatMap((names) => names.filter((name, at) => names.indexOf(name) !== at))[0];
  return repeated === undefined ? null : `named twice: ${repeated}`;
}

function namesOf(rule: RuleOfTable): readonly (readonly string[])[] {
  if (rule.kind === 'linear') return namesOfLinear(rule);
  if (rule.kind === 'pattern') return namesOfPattern(rule.pattern);
  if (rule.kind === 'applies') return [rule.rows];
  return rule.kind === 'change' ? [rule.cells.map(({ row, column }) => `${rule.table}.${row}.${column}`)] : [];
}

function cellsOf(rule: RuleOfTable, table: FormTable): readonly Place[] {
  const inTable = ({ row, column }: Omit<Place, 'table'>): Place => ({ table: rule.table, row, column });
  switch (rule.kind) {
    case 'linear':
      return cellsOfLinear(rule);
    case 'applies':
      return rule.rows.flatMap((row) =>
        (table.rows.find((each) => each.id === row)?.columns ?? ['(no such row)']).map((column) => inTable({ row, column })),
      );
    case 'change':
      return rule.cells.map(inTable);
    case 'pattern':
      return cellsOfPattern(rule.pattern).map(inTable);
    case 'narrativeFigure':
      return cellsOfNarrativeFigure(rule).map(inTable);
    case 'integer':
    case 'nonNegative':
    case 'required':
      return [];
    default:
      return assertNever(rule);
  }
}

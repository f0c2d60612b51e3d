/** Decodes a roster from the rows of a CSV or workbook; every fault is named with its line and column. */
import { toHalfWidth } from '../lib/half-width.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { levelOfCode } from '../form/division-code.ts';
import { labelKey } from '../intake/label-key.ts';
import { checkCreditCode } from './credit-code.ts';
import { fieldOf, levelOfWord, rosterFields, type RosterField } from './roster-columns.ts';
import { findRosterFaults, writeRosterFaults, type RosterFault } from './roster-faults.ts';
import type { Roster, RosterUnit } from './roster.ts';

/** `line` as the reader's program shows it, counted from 1. */
export type RosterRow = { readonly line: number; readonly cells: readonly string[] };

export type RosterLine = { readonly line: number; readonly unit: RosterUnit };

/** Titles may stand above the headings. */
const mostLinesAbove = 20;

/** @returns roster/no-headings, or roster/malformed with every fault (`faults`, as `readRosterFaults` reads them). */
export function decodeRoster(rows: readonly RosterRow[], file: string): Outcome<Roster> {
  const at = rows.slice(0, mostLinesAbove).findIndex(({ cells }) => {
    const fields = cells.map(fieldOf);
    return fields.includes('code') && fields.includes('name');
  });
  const head = rows[at];
  if (head === undefined) return fail(problem('roster/no-headings', { file }));
  const columns = head.cells.map(fieldOf);
  const ignoredColumns = head.cells.filter((heading, index) => heading.trim() !== '' && columns[index] === null);
  const lines: RosterLine[] = [];
  const faults: RosterFault[] = twiceNamed(head, columns);
  for (const row of rows.slice(at + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const decoded = decodeLine(row, columns);
    if ('faults' in decoded) faults.push(...decoded.faults);
    else lines.push({ line: row.line, unit: decoded.unit });
  }
  const resolved = withParentCodes(lines);
  faults.push(...findRosterFaults(resolved));
  if (faults.length === 0) return ok({ units: resolved.map(({ unit }) => unit), ignoredColumns });
  const sorted = faults.toSorted((one, other) => one.line - other.line);
  return fail(problem('roster/malformed', { file, count: faults.length, faults: writeRosterFaults(sorted) }));
}

function twiceNamed({ line, cells }: RosterRow, columns: readonly (RosterField | null)[]): RosterFault[] {
  return columns.flatMap((field, index) => {
    const isTwice = field !== null && columns.indexOf(field) < index;
    return isTwice ? [{ line, column: field, value: cells[index] ?? '', reason: 'roster-column-twice' }] : [];
  });
}

/** Offices write the superior's name as often as its code; one that the roster does not have stays as it is. */
function withParentCodes(lines: readonly RosterLine[]): readonly RosterLine[] {
  const codes = new Map(lines.map(({ unit }) => [labelKey(unit.name), unit.code]));
  return lines.map(({ line, unit }) => {
    const { parent } = unit;
    if (parent === null || isCode(parent)) return { line, unit };
    return { line, unit: { ...unit, parent: codes.get(labelKey(parent)) ?? parent } };
  });
}

/** One unit as it was typed, by column; its faults name the columns. */
export function decodeRosterUnit(typed: { readonly [field in RosterField]?: string | undefined }): Decoded {
  return decodeLine({ line: 1, cells: rosterFields.map((field) => typed[field] ?? '') }, rosterFields);
}

/** All that is wrong with the line, in the order of its columns here. */
type Decoded = { readonly unit: RosterUnit } | { readonly faults: readonly RosterFault[] };

function decodeLine({ line, cells }: RosterRow, columns: readonly (RosterField | null)[]): Decoded {
  const textOf = (field: RosterField) => cells[columns.indexOf(field)]?.trim() ?? '';
  const plainOf = (field: RosterField) => toHalfWidth(textOf(field)).replace(/\s+/gu, '');
  const faults: RosterFault[] = [];
  const fault = (column: RosterField, reason: string) => void faults.push({ line, column, value: textOf(column), reason });
  const code = plainOf('code');
  if (!isCode(code)) fault('code', 'roster-code');
  const name = textOf('name').normalize('NFC');
  if (!/^\P{C}{1,64}$/u.test(name)) fault('name', 'roster-name');
  const level = textOf('level') === '' ? levelOfCode(code) : levelOfWord(textOf('level'));
  if (level === null) fault('level', 'roster-level');
  const parent = isCode(plainOf('parent')) ? plainOf('parent') : textOf('parent');
  const creditCode = plainOf('creditCode').toUpperCase();
  const verdict = creditCode === '' ? 'right' : checkCreditCode(creditCode);
  if (verdict !== 'right' && textOf('creditCodeReason') === '')
    fault('creditCode', verdict === 'check' ? 'roster-credit-check' : 'roster-credit-form');
  const excluded = exclusionOf(textOf('excluded'));
  const predecessors = plainOf('predecessors') === '' ? [] : toHalfWidth(textOf('predecessors')).split(/[\s,;、|/]+/u);
  if (!predecessors.every(isCode)) fault('predecessors', 'roster-code');
  const fingerprint = plainOf('fingerprint').replaceAll(':', '').toLowerCase();
  if (!/^(?:[0-9a-f]{64})?$/u.test(fingerprint)) fault('fingerprint', 'roster-fingerprint');
  const [from, to] = [yearOf(plainOf('from')), yearOf(plainOf('to'))];
  if (from === undefined) fault('from', 'roster-year');
  if (to === undefined || (from !== undefined && from !== null && to !== null && to < from)) fault('to', 'roster-year');
  if (faults.length > 0 || level === null || from === undefined || to === undefined) return { faults };
  return {
    unit: {
      code,
      name,
      level,
      parent: orNull(parent),
      creditCode: orNull(creditCode),
      contact: orNull(textOf('contact')),
      phone: orNull(textOf('phone')),
      excluded,
      predecessors,
      fingerprint: orNull(fingerprint),
      from,
      to,
    },
  };
}

function isCode(text: string): boolean {
  return /^[0-9A-Za-z-]{1,32}$/u.test(text);
}

/** A reason in words, or a plain yes; null for no. */
function exclusionOf(text: string): string | null {
  const word = text.toLowerCase();
  if (['', '否', '不', '无', 'no', 'n', 'false', '0', '-'].includes(word)) return null;
  return ['是', '√', 'yes', 'y', 'true', '1'].includes(word) ? '垂直管理' : text;
}

/** Undefined for what is no year. */
function yearOf(text: string): number | null | undefined {
  if (text === '') return null;
  const year = /^(2\d{3})年?度?$/u.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

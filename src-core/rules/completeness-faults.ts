/** Why a completeness rule does not fit its edition: sections, tables and cells that are not there, notices that are one. */
import { assertNever } from '../lib/assert-never.ts';
import type { FormEdition } from '../form/edition.ts';
import type { AmountUnitRule, BasisRule, CompletenessRule, Topic } from './completeness-rule.ts';

/** The reason in English, or null. */
export function findCompletenessFault(rule: CompletenessRule, edition: FormEdition): string | null {
  switch (rule.asks) {
    case 'text':
      return findUnknownSection([rule.section], edition);
    case 'topics':
      return findUnknownSection(rule.sections, edition) ?? findRepeated(namesOf(rule.topics));
    case 'parts':
      return findUnknownSection(rule.sections, edition) ?? findRepeated(namesOf(rule.parts)) ?? findTooMany(rule.minimum, rule.parts);
    case 'amountUnit':
      return findUnitFault(rule, edition);
    case 'basis':
      return findNoticeFault(rule);
    case 'period':
      return findUnknownSection([rule.section], edition);
    case 'compiler':
    case 'numbering':
      return findUnknownSection(rule.sections, edition);
    case 'titleYear':
    case 'titleUnit':
    case 'titleWording':
    case 'dates':
    case 'missingNumber':
    case 'selfReference':
      return null;
    default:
      return assertNever(rule);
  }
}

function findUnknownSection(names: readonly string[], { preamble, sections }: FormEdition): string | null {
  const unknown = names.find((name) => name !== preamble.id && !sections.some(({ id }) => id === name));
  return unknown === undefined ? findRepeated(names) : `no such section: ${unknown}`;
}

function namesOf(topics: readonly Topic[]): readonly string[] {
  return topics.map(({ name }) => name.zh);
}

function findRepeated(names: readonly string[]): string | null {
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  return repeated === undefined ? null : `named twice: ${repeated}`;
}

function findTooMany(minimum: number, parts: readonly Topic[]): string | null {
  return minimum < parts.length ? null : `at most ${String(parts.length - 1)} of the parts can tell a list of them`;
}

function findUnitFault({ table: tableId, row: rowId, column: columnId }: AmountUnitRule, { tables }: FormEdition): string | null {
  const table = tables.find(({ id }) => id === tableId);
  if (table === undefined) return `no such table: ${tableId}`;
  const column = table.columns.find(({ id }) => id === columnId);
  const isThere = table.rows.find(({ id }) => id === rowId)?.columns.includes(columnId) === true;
  const cell = `${tableId}.${rowId}.${columnId}`;
  if (column === undefined || !isThere) return `no such cell: ${cell}`;
  return column.value === 'amount' && column.unit === null ? null : `the form leaves no unit open: ${cell}`;
}

function findNoticeFault({ own, others }: BasisRule): string | null {
  const notices = [own, ...others];
  return findRepeated(notices.map(({ number }) => number)) ?? findRepeated(notices.flatMap(({ titles }) => titles));
}

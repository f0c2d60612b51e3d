/** The rosters in the database, one for each report year. */
import { unitLevels } from '#core/form/unit-level.ts';
import type { Roster, RosterUnit } from '#core/consolidation/roster.ts';
import { integerIn, textIn, textOrNullIn, wordIn } from './row.ts';
import type { Reader, Row, Writer } from './sql-engine.ts';

const columns =
  'code, name, level, parent, credit_code, contact, phone, excluded, predecessors, fingerprint, first_year, last_year, report_year, place';

/** The years that have a roster, the newest first. */
export function rosterYears(reader: Reader): readonly number[] {
  return reader.rows('SELECT DISTINCT report_year FROM roster_unit ORDER BY report_year DESC').map((row) => integerIn(row, 'report_year'));
}

/** The units of a year in the order of its roster; none where the year has no roster. */
export function rosterOf(reader: Reader, year: number): Roster {
  const rows = reader.rows(`SELECT ${columns} FROM roster_unit WHERE report_year = ? ORDER BY place`, [year]);
  return { units: rows.map(toUnit), ignoredColumns: [] };
}

/** Puts these units in the place of all that the year had. */
export function replaceRoster(writer: Writer, year: number, units: readonly RosterUnit[]): void {
  writer.run('DELETE FROM roster_unit WHERE report_year = ?', [year]);
  for (const [place, unit] of units.entries()) {
    const { code, name, level, parent, creditCode, contact, phone, excluded, predecessors, fingerprint, from, to } = unit;
    const values = [code, name, level, parent, creditCode, contact, phone, excluded, JSON.stringify(predecessors), fingerprint, from, to];
    writer.run(`INSERT INTO roster_unit (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [...values, year, place]);
  }
}

function toUnit(row: Row): RosterUnit {
  return {
    code: textIn(row, 'code'),
    name: textIn(row, 'name'),
    level: wordIn(row, 'level', unitLevels),
    parent: textOrNullIn(row, 'parent'),
    creditCode: textOrNullIn(row, 'credit_code'),
    contact: textOrNullIn(row, 'contact'),
    phone: textOrNullIn(row, 'phone'),
    excluded: textOrNullIn(row, 'excluded'),
    predecessors: codesIn(textIn(row, 'predecessors')),
    fingerprint: textOrNullIn(row, 'fingerprint'),
    from: row['first_year'] === null ? null : integerIn(row, 'first_year'),
    to: row['last_year'] === null ? null : integerIn(row, 'last_year'),
  };
}

function codesIn(text: string): readonly string[] {
  const codes: unknown = JSON.parse(text);
  if (!Array.isArray(codes) || !codes.every((each) => typeof each === 'string')) throw new Error(`no list of codes: ${text}`);
  return codes;
}

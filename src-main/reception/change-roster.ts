/** Changes of a year's roster: one from a file or another year is shown first, a unit is changed by hand. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { compareRosters } from '#core/consolidation/compare-rosters.ts';
import { unitsInYear, type Roster, type RosterUnit } from '#core/consolidation/roster.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { RosterPreviewView, RosterView } from '#core/ipc/reception-views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { readRoster } from './read-roster.ts';

/** What was shown, and against which roster. */
export type HeldRoster = {
  readonly view: RosterPreviewView;
  readonly year: number;
  readonly units: readonly RosterUnit[];
  readonly before: string;
};

/** Those of `readRoster`. */
export async function previewRosterFile(desk: Desk, year: number, path: string): Promise<Outcome<HeldRoster>> {
  const roster = await readRoster(path);
  return roster.ok ? ok(hold(desk, year, roster.value, basename(path))) : roster;
}

export function previewRosterOf(desk: Desk, year: number, from: number): HeldRoster {
  return hold(desk, year, desk.workspace.reception.roster(from), String(from));
}

/** roster/preview-outdated when the roster is not the one that the preview was made against. */
export async function applyRoster(desk: Desk, { year, units, before, view }: HeldRoster): Promise<Outcome<RosterView>> {
  if (traceOf(desk, year) !== before) return fail(problem('roster/preview-outdated'));
  return write(desk, year, units, { action: 'roster/import', detail: { year, file: view.fileName, units: units.length } });
}

/** Writes the year's roster as `change` makes it. */
export async function changeRoster(
  desk: Desk,
  year: number,
  code: string,
  change: (units: readonly RosterUnit[]) => Outcome<readonly RosterUnit[]>,
): Promise<Outcome<RosterView>> {
  const units = change(desk.workspace.reception.roster(year).units);
  return units.ok ? write(desk, year, units.value, { action: 'roster/change', detail: { year, code } }) : units;
}

async function write(
  { workspace }: Desk,
  year: number,
  units: readonly RosterUnit[],
  entry: { readonly action: string; readonly detail: Readonly<Record<string, string | number>> },
): Promise<Outcome<RosterView>> {
  const saved = await workspace.reception.writeRoster(year, units, { actor: '接收人', ...entry });
  return saved.ok ? ok({ units, saved: saved.value }) : saved;
}

function hold(desk: Desk, year: number, roster: Roster, fileName: string): HeldRoster {
  const units = [...unitsInYear(roster, year).values()];
  const changes = compareRosters(desk.workspace.reception.roster(year).units, units);
  const otherYears = roster.units.length - units.length;
  const view = { token: randomUUID(), fileName, changes, ignoredColumns: roster.ignoredColumns, otherYears };
  return { view, year, units, before: traceOf(desk, year) };
}

function traceOf({ workspace }: Desk, year: number): string {
  return JSON.stringify(workspace.reception.roster(year).units);
}

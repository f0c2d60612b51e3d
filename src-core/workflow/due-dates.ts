/** When reports are due: 《政府信息公开条例》第四十九条, 31 January for departments and 31 March for governments. */

import type { UnitLevel } from '../form/unit-level.ts';

const dueDays = { departments: { month: 1, day: 31 }, governments: { month: 3, day: 31 } } as const;

export type DueFor = keyof typeof dueDays;
/** The day that a superior's notice names; month and day from 1. */
export type DayOfYear = { readonly month: number; readonly day: number };

/** Whose date a unit keeps. The article names no date for townships; in practice theirs comes with the departments'. */
export function dueFor(level: UnitLevel): DueFor {
  return level === 'department' || level === 'township' ? 'departments' : 'governments';
}

/** The year that is being reported on: of the next due date, the one of governments while nobody said whose. */
export function currentReportYear(today: string, due: DayOfYear | null, level: UnitLevel | null): number {
  return nextDue(today, due ?? (level === null ? 'governments' : dueFor(level))).reportYear;
}

/** Whole days from `today` (YYYY-MM-DD) to the next due date, 0 on the day itself, and the year that is reported on then. */
export function nextDue(today: string, due: DueFor | DayOfYear): { readonly days: number; readonly reportYear: number } {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const start = Date.UTC(year, month - 1, day);
  const { month: dueMonth, day: dueDay } = typeof due === 'string' ? dueDays[due] : due;
  const dueYear = Date.UTC(year, dueMonth - 1, dueDay) >= start ? year : year + 1;
  return { days: (Date.UTC(dueYear, dueMonth - 1, dueDay) - start) / 86_400_000, reportYear: dueYear - 1 };
}

/** When reports are due: 《政府信息公开条例》第四十九条, 31 January for departments and 31 March for governments. */

const dueDays = { departments: { month: 1, day: 31 }, governments: { month: 3, day: 31 } } as const;

export type DueFor = keyof typeof dueDays;

/** Whole days from `today` (YYYY-MM-DD) to the next due date; 0 on the day itself. */
export function daysUntilDue(today: string, due: DueFor): number {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const start = Date.UTC(year, month - 1, day);
  const { month: dueMonth, day: dueDay } = dueDays[due];
  const thisYear = Date.UTC(year, dueMonth - 1, dueDay);
  const next = thisYear >= start ? thisYear : Date.UTC(year + 1, dueMonth - 1, dueDay);
  return (next - start) / 86_400_000;
}

/** A clock that was set back, as after an empty battery: certificates and lists would begin before what is on record. */
import { problem, type Problem } from '#core/lib/problem.ts';
import { textIn } from '../store/row.ts';
import type { Reader } from '../store/sql-engine.ts';

/** Systems correct their clocks by so much without anybody doing anything. */
const toleranceMs = 10 * 60_000;

/** The latest moment of anything that was issued or done here. */
const latestQuery = `SELECT max(at) AS latest FROM (
  SELECT max(at) AS at FROM journal
  UNION ALL SELECT max(issued_at) FROM issued_certificate
  UNION ALL SELECT max(issued_at) FROM revocation_list
) HAVING latest IS NOT NULL`;

/** authority/clock-behind { now, latest }; null where the clock may be right. */
export function checkClock(reader: Reader, now: Date): Problem | null {
  const [row] = reader.rows(latestQuery);
  if (row === undefined) return null;
  return clockBehind(textIn(row, 'latest'), now);
}

/** authority/clock-behind { now, latest } where the clock is before `latest` (ISO 8601), when something was issued. */
export function clockBehind(latest: string, now: Date): Problem | null {
  return now.getTime() + toleranceMs < Date.parse(latest) ? problem('authority/clock-behind', { now: now.toISOString(), latest }) : null;
}

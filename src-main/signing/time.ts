/** Times as certificates and signatures write them. */
import { Time, TimeType } from 'pkijs';

/** UTCTime to 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5; RFC 5652, 11.3). */
export function timeOf(date: Date): Time {
  return new Time({ type: date.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value: date });
}

/** The second that has begun: certificates and signatures know no smaller unit. */
export function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

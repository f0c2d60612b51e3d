/** Times as certificates and signatures write them. */
import { GeneralizedTime, UTCTime, type AsnType } from 'asn1js';
import { Time, TimeType } from 'pkijs';
import { attempt } from './der.ts';

/** UTCTime to 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5; RFC 5652, 11.3). */
export function timeOf(date: Date): Time {
  return new Time({ type: date.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value: date });
}

/** The moment that a value of either type states, or null. */
export function readTime(value: AsnType | undefined): Date | null {
  if (!(value instanceof UTCTime || value instanceof GeneralizedTime)) return null;
  const date = attempt(() => value.toDate());
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}

/** The second that has begun: certificates and signatures know no smaller unit. */
export function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

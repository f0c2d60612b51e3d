/** Times for people: where this computer is; machines get ISO 8601 with --json. */

/** `2026-01-23 09:05:00 GMT+8`. */
export function localTime(iso: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'long' });
  return parts.format(new Date(iso));
}

/** `2026-01-23` where this computer is. */
export function localDay(time: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(time);
}

/** Times as `<input type="datetime-local">` has them. */

/** `2026-03-01T16:30` where the computer is. */
export function localMinute(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** ISO 8601 of a local minute. */
export function toIso(minute: string): string {
  return new Date(minute).toISOString();
}

/** A time as people read it where the computer is: `2026-01-12 16:30`. */
export function localMinute(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The same as part of a file name: `20260112-163000`. */
export function localStamp(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${localMinute(date).replaceAll(/[-:]/gu, '').replace(' ', '-')}${two(date.getSeconds())}`;
}

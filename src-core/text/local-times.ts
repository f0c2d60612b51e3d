/** Times in messages as the reader's clock has them; machines get ISO 8601 beside the message. */

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/u;

/** Details whose value is an ISO time say it as `2026-11-24 02:47`, where this computer is; everything else stays. */
export function withLocalTimes<T>(details: Readonly<Record<string, T>>): Readonly<Record<string, T | string>> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' && isoTime.test(value) ? localMinutes(value) : value]),
  );
}

function localMinutes(iso: string): string {
  const time = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

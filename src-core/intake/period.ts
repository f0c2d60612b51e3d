/** The period that a report's preamble states: 「自2020年1月1日起至2020年12月31日止」. */

/** The year of a period that begins on 1 January, or null. */
export function yearOfPeriod(text: string): number | null {
  const match = /(\d{4})年1月1日/u.exec(text.normalize('NFKC').replace(/\s/gu, ''));
  return match === null ? null : Number(match[1]);
}

/** Division codes (GB/T 2260 and its 9- and 12-digit extensions): their levels, and which region lies in which. */
import type { UnitLevel } from './unit-level.ts';

/** The level that a division code implies; manual codes are departments. */
export function levelOfCode(code: string): UnitLevel {
  if (/^\d{2}0000$/u.test(code)) return 'province';
  if (/^\d{4}00$/u.test(code)) return 'prefecture';
  if (/^\d{6}$/u.test(code)) return 'county';
  if (/^\d{9}(\d{3})?$/u.test(code)) return 'township';
  return 'department';
}

/** The digits that all codes of the region of a six-digit code begin with: 46 for 460000, 4601 for 460100. */
export function regionDigits(division: string): string {
  return division.replace(/(?:00)+$/u, '');
}

/** Codes of the whole country: as the ministry's tables have it, and as statistics do. */
const national = ['100000', '000000'];

/** By division codes: 460000 is above 460100, which is above 460106; manual codes have no order. */
export function isSuperior(code: string, below: string): boolean {
  if (national.includes(code)) return code !== below && /^\d{6,}$/u.test(below);
  const region = /^\d{6}$/u.test(code) ? regionDigits(code) : code;
  return /^\d+$/u.test(region) && code !== below && below.startsWith(region);
}

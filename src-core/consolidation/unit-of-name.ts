/** Whose file an unreadable one is meant to be, by its name: only said to people, so that nobody is called missing who has sent something. */
import type { Roster } from './roster.ts';
import { labelKey } from '../intake/label-key.ts';
import type { Refusal } from './refusal.ts';

/** The one unit of the roster whose code or name stands in the file's name; the longest name where one is in another. */
export function withUnitOfName(refusal: Refusal, roster: Roster | null): Refusal {
  if (refusal.claimedUnit !== null || roster === null) return refusal;
  const name = fileNameOf(refusal.file);
  const key = labelKey(name);
  const byCode = roster.units.filter(({ code }) => new RegExp(`(?<![0-9A-Za-z])${code}(?![0-9A-Za-z])`, 'u').test(name));
  const byName = roster.units.filter((unit) => key.includes(labelKey(unit.name)));
  const longest = Math.max(0, ...byName.map((unit) => unit.name.length));
  const found = byCode.length > 0 ? byCode : byName.filter((unit) => unit.name.length === longest);
  const codes = new Set(found.map(({ code }) => code));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? { ...refusal, claimedUnit: only } : refusal;
}

/** Without its folders, whichever system wrote it. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whose file an unreadable one is meant to be, by its name: only said to people, so that nobody is called missing who has sent something. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';
import type { Roster } from './roster.ts';
import { labelKey } from '../intake/label-key.ts';
import type { Refusal } from './refusal.ts';

/** The one unit of the roster whose code or name stands in the file's name; the longest name where one is in another. */
export function withUnitOfName(refusal: Refusal, roster: Roster | null): Refusal {
  if (refusal.claimedUnit !== null || roster === null) return refusal;
  const only = unitNamedIn(fileNameOf(refusal.file), roster);
  return only === null ? refusal : { ...refusal, claimedUnit: only };
}

/** The units whose reports seem to be in an archive that was not opened, by the names of the files in it. */
export function unitsOfArchive({ problem }: Refusal, roster: Roster): readonly string[] {
  const inside = problem?.code === 'reception/archive' ? readInside(problem.details['inside']) : [];
  // The folders in it tell, too.
  return [...new Set(inside.flatMap((name) => unitNamedIn(fileNameOf(name), roster) ?? unitNamedIn(name, roster) ?? []))];
}

/** The names of the files in an archive, as a detail of a problem. */
export function writeInside(names: readonly string[]): string {
  return JSON.stringify(names);
}

function readInside(detail: string | number | undefined): readonly string[] {
  const json = typeof detail === 'string' ? parseJson(detail) : null;
  const names = json?.ok === true ? decode(v.array(v.string()), json.value, 'reception/archive') : null;
  return names?.ok === true ? names.value : [];
}

function unitNamedIn(name: string, roster: Roster): string | null {
  const key = labelKey(name);
  const byCode = roster.units.filter(({ code }) => new RegExp(`(?<![0-9A-Za-z])${code}(?![0-9A-Za-z])`, 'u').test(name));
  const byName = roster.units.filter((unit) => key.includes(labelKey(unit.name)));
  const longest = Math.max(0, ...byName.map((unit) => unit.name.length));
  const found = byCode.length > 0 ? byCode : byName.filter((unit) => unit.name.length === longest);
  const codes = new Set(found.map(({ code }) => code));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : null;
}

/** Without its folders, whichever system wrote it. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

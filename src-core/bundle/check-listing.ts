/** Compares what a container holds with what its manifest lists: the same names, the same digests. */
import { reason } from './checked.ts';
import { requiredNames, unlistedNames } from './entry-names.ts';
import type { ManifestObject } from './manifest.ts';
import type { Reason } from './verdict.ts';

/** A reason for every listed file that is not there and for every file there that nobody signed. */
export function checkListing(names: readonly string[], objects: readonly ManifestObject[]): readonly Reason[] {
  const listed = new Set(objects.map((each) => each.name));
  const present = new Set(names);
  const absent = objects.filter((each) => !present.has(each.name)).map((each) => reason('manifest/absent-file', { name: each.name }));
  const extra = names.filter((name) => !listed.has(name) && !unlistedNames.includes(name));
  return [...absent, ...extra.map((name) => reason('manifest/unlisted-file', { name }))];
}

/** A reason for every file that a bundle has to have and this one neither holds nor lists. */
export function checkRequired(names: readonly string[]): readonly Reason[] {
  return requiredNames.filter((name) => !names.includes(name)).map((name) => reason('container/missing-entry', { name }));
}

/** A reason for every file whose digest (base64, by name) is not the listed one; absent files are not repeated here. */
export function checkDigests(digests: ReadonlyMap<string, string>, objects: readonly ManifestObject[]): readonly Reason[] {
  return objects
    .filter((each) => digests.has(each.name) && digests.get(each.name) !== each.digest)
    .map((each) => reason('digest/mismatch', { name: each.name }));
}

/** What restoring a backup will change: the filings of the workspace against those of the backup. */

export type FilingName = { readonly unitCode: string; readonly unitName: string; readonly reportYear: number };

/** A filing with its last change (ISO 8601). */
export type ChangedFiling = FilingName & { readonly changedAt: string };

/** A filing as it is compared; `content` is a digest of all that was entered: two with the same one are the same. */
export type StoredState = ChangedFiling & { readonly content: string };

/** How many files of units are only on one side, and whether a roster differs. */
export type ReceptionChanges = { readonly onlyHere: number; readonly onlyThere: number; readonly isRosterOther: boolean };

export type RestoreChanges = FilingChanges & { readonly reception: ReceptionChanges };

export type FilingChanges = {
  /** In the workspace and not in the backup: restoring takes them away. */
  readonly onlyHere: readonly ChangedFiling[];
  /** In the backup and not in the workspace: restoring brings them back. */
  readonly onlyThere: readonly ChangedFiling[];
  /** In both, with other contents: restoring puts the backup's in the place of ours. */
  readonly different: readonly (FilingName & { readonly hereChangedAt: string; readonly thereChangedAt: string })[];
  /** How many are the same. */
  readonly same: number;
};

/** Compares by unit and year, as people do; the newest year first, then by the unit's code. */
export function compareFilings(here: readonly StoredState[], there: readonly StoredState[]): FilingChanges {
  const ours = byName(here);
  const theirs = byName(there);
  const both = [...ours].flatMap(([key, left]) => {
    const right = theirs.get(key);
    return right === undefined ? [] : [{ left, right }];
  });
  const different = both.filter(({ left, right }) => left.content !== right.content);
  return {
    onlyHere: [...ours]
      .filter(([key]) => !theirs.has(key))
      .map(([, state]) => withoutContent(state))
      .sort(inOrder),
    onlyThere: [...theirs]
      .filter(([key]) => !ours.has(key))
      .map(([, state]) => withoutContent(state))
      .sort(inOrder),
    different: different
      .map(({ left, right }) => ({ ...nameOf(left), hereChangedAt: left.changedAt, thereChangedAt: right.changedAt }))
      .sort(inOrder),
    same: both.length - different.length,
  };
}

/** What is on record of subordinate units: the received files with their standing, and a digest of all rosters. */
export type StoredReception = { readonly files: readonly string[]; readonly rosters: string };

export function compareReception(here: StoredReception, there: StoredReception): ReceptionChanges {
  const [ours, theirs] = [new Set(here.files), new Set(there.files)];
  return {
    onlyHere: here.files.filter((digest) => !theirs.has(digest)).length,
    onlyThere: there.files.filter((digest) => !ours.has(digest)).length,
    isRosterOther: here.rosters !== there.rosters,
  };
}

function byName(states: readonly StoredState[]): ReadonlyMap<string, StoredState> {
  return new Map(states.map((state) => [`${state.unitCode} ${String(state.reportYear)}`, state]));
}

function nameOf({ unitCode, unitName, reportYear }: StoredState): FilingName {
  return { unitCode, unitName, reportYear };
}

export function withoutContent({ unitCode, unitName, reportYear, changedAt }: StoredState): ChangedFiling {
  return { unitCode, unitName, reportYear, changedAt };
}

function inOrder(left: FilingName, right: FilingName): number {
  if (left.reportYear !== right.reportYear) return right.reportYear - left.reportYear;
  return left.unitCode < right.unitCode ? -1 : left.unitCode > right.unitCode ? 1 : 0;
}

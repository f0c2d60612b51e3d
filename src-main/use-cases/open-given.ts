/** Opens the files that the app was started with: bundles are verified, filings are taken in. */
import { basename, extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { VerifiedFile } from '#core/ipc/views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { readFilingFile } from '../filings/read-filing.ts';

export type OpenedGiven = {
  readonly verified: readonly VerifiedFile[];
  /** The filing of the last file that is one. */
  readonly id: string | null;
  readonly problem: Problem | null;
};

/** Bundles go to `verify`. A filing that cannot be taken in is told of, and hides none of the other files. */
export async function openGiven(
  desk: Desk,
  paths: readonly string[],
  verify: (bundles: readonly string[]) => Promise<Outcome<readonly VerifiedFile[]>>,
): Promise<Outcome<OpenedGiven>> {
  const bundles = paths.filter((path) => extname(path).toLowerCase() === '.asice');
  const verified = bundles.length === 0 ? ok([]) : await verify(bundles);
  if (!verified.ok) return verified;
  let id: string | null = null;
  let trouble: Problem | null = null;
  for (const path of paths.filter((each) => !bundles.includes(each))) {
    const taken = await takeFiling(desk, path);
    if (taken.ok) id = taken.value;
    else trouble = taken.problem;
  }
  return ok({ verified: verified.value, id, problem: trouble });
}

/** The id of the filing; filing/exists when the workspace has another report of the unit for the year. */
async function takeFiling(desk: Desk, path: string): Promise<Outcome<string>> {
  const read = readFilingFile(path, desk.editions);
  if (!read.ok) return read;
  const { filing } = read.value;
  const known = desk.workspace.findFiling(filing.unit.code, filing.reportYear);
  const stored = known === null ? null : desk.workspace.readFiling(known);
  if (stored?.ok === true && isDeepStrictEqual(stored.value.filing, filing)) return ok(stored.value.id);
  return desk.workspace.addFiling(filing, { actor: '填报人', action: 'filing/open-file', detail: { file: basename(path) } });
}

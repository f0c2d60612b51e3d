/** `--prior FILE`: last year's filing of the same unit, for the rules across years. */
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import { readFiling, unknownUnitCode } from '../filings/read-filing.ts';
import type { CommandContext } from './command.ts';

/** Null without the option; filing/not-prior when the file is not the unit's report of the year before. */
export async function readPrior(
  path: string | undefined,
  filing: Filing,
  { editions }: CommandContext,
): Promise<Outcome<PriorYear | null>> {
  if (path === undefined) return ok(null);
  const read = await readFiling(path, editions);
  if (!read.ok) return read;
  const { filing: prior, edition } = read.value;
  // A published text does not say the code of its unit; the user has chosen it.
  const isSameUnit = prior.unit.code === filing.unit.code || prior.unit.code === unknownUnitCode;
  const expected = filing.reportYear - 1;
  if (isSameUnit && prior.reportYear === expected) return ok({ form: edition.form, cells: prior.cells });
  const units = { unit: prior.unit.name, expectedUnit: filing.unit.name };
  return fail(problem('filing/not-prior', { file: basename(path), year: prior.reportYear, expected, ...units }));
}

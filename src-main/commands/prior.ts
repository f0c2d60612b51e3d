/** `--prior FILE`: last year's filing of the same unit, for the rules across years. */
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import { readFiling } from '../filings/read-filing.ts';
import type { CommandContext } from './command.ts';

/** Null without the option; filing/not-prior when the file is not the report of the year before. */
export async function readPrior(
  path: string | undefined,
  filing: Filing,
  { editions }: CommandContext,
): Promise<Outcome<PriorYear | null>> {
  if (path === undefined) return ok(null);
  const read = await readFiling(path, editions);
  if (!read.ok) return read;
  const { filing: prior, edition } = read.value;
  if (prior.reportYear === filing.reportYear - 1) return ok({ form: edition.form, cells: prior.cells });
  return fail(problem('filing/not-prior', { file: basename(path), year: prior.reportYear, expected: filing.reportYear - 1 }));
}

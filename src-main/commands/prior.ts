/** `--prior` and `--predecessor`: last year's filing of the unit, and of those merged into it, for the rules across years. */
import { basename } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Filing } from '#core/filing/filing.ts';
import { mergePriors, type MergedPrior, type PriorPart } from '#core/filing/merge-priors.ts';
import { commandWords } from '#core/text/commands.ts';
import { readFiling, unknownUnitCode } from '../filings/read-filing.ts';
import type { Arguments, CommandContext } from './command.ts';

export const priorOptions = { prior: { type: 'string' }, predecessor: { type: 'string', multiple: true } } as const;
export const priorUsage = '[--prior FILE] [--predecessor FILE]…';

/**
 * Null without the options. The file of `--prior` must be the unit's own report of the year before (filing/not-prior).
 * A report of another unit counts only where the user says that the unit was merged into this one, by `--predecessor`
 * (filing/not-predecessor for another year, this very unit, or a unit that was named before).
 */
export async function readPrior(args: Arguments, filing: Filing, context: CommandContext): Promise<Outcome<MergedPrior | null>> {
  const parts: PriorPart[] = [];
  const own = args.text('prior');
  for (const path of own === undefined ? [] : [own]) {
    const read = await readOwn(path, filing, context);
    if (!read.ok) return read;
    parts.push(read.value);
  }
  const predecessors: PriorPart[] = [];
  for (const path of args.list('predecessor')) {
    const read = await readPredecessor(path, filing, predecessors, context);
    if (!read.ok) return read;
    predecessors.push(read.value);
  }
  const [first] = [...parts, ...predecessors];
  return ok(first === undefined ? null : mergePriors(first.form, [...parts, ...predecessors]));
}

async function readOwn(path: string, filing: Filing, { editions }: CommandContext): Promise<Outcome<PriorPart>> {
  const read = await readFiling(path, editions);
  if (!read.ok) return read;
  const { filing: prior, edition } = read.value;
  // A published text does not say the code of its unit; the user has chosen it.
  const isSameUnit = prior.unit.code === filing.unit.code || prior.unit.code === unknownUnitCode;
  const expected = filing.reportYear - 1;
  if (isSameUnit && prior.reportYear === expected) return ok({ form: edition.form, filing: prior });
  const units = { unit: prior.unit.name, expectedUnit: filing.unit.name };
  return fail(problem('filing/not-prior', { file: basename(path), year: prior.reportYear, expected, ...units }));
}

async function readPredecessor(
  path: string,
  filing: Filing,
  before: readonly PriorPart[],
  { editions }: CommandContext,
): Promise<Outcome<PriorPart>> {
  const read = await readFiling(path, editions);
  if (!read.ok) return read;
  const { filing: prior, edition } = read.value;
  const isSame = ({ unit }: PriorPart['filing']) =>
    prior.unit.code === unknownUnitCode ? unit.name === prior.unit.name : unit.code === prior.unit.code;
  const isNamed = [filing, ...before.map((each) => each.filing)].some(isSame);
  const expected = filing.reportYear - 1;
  if (!isNamed && prior.reportYear === expected) return ok({ form: edition.form, filing: prior });
  const units = { unit: prior.unit.name, successor: filing.unit.name };
  return fail(problem('filing/not-predecessor', { file: basename(path), year: prior.reportYear, expected, ...units }));
}

/** A line that names the units whose figures were added up; nothing where there is nothing to add. */
export function describePrior(prior: MergedPrior | null, language: Language): readonly string[] {
  if (prior === null || prior.parts.length < 2) return [];
  const units = prior.parts.map(({ filing }) => filing.unit.name).join(language === 'zh' ? '、' : ', ');
  return [fillPlaces(commandWords.priorMerged[language], { count: prior.parts.length, units })];
}

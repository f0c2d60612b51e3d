/** Units whose prose repeats each other's (内容雷同), and the passages of two of them. */
import { findSimilarFilings, passagesBetween, type ComparedFiling } from '#core/validation/similar-filings.ts';
import { equalTables } from '#core/consolidation/equal-tables.ts';
import type { SummedUnit } from '#core/consolidation/consolidate.ts';
import type { AlikeLeft, AlikePair, AlikeView, PassageView } from '#core/ipc/consolidation-views.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Desk } from '../filings/change-filing.ts';
import { readProse } from './read-prose.ts';
import type { YearSum } from './sum-year.ts';

/** Workbooks have figures only: their prose is not compared. */
const workbook = /\.(?:xlsx|xls|et|ods|csv|tsv)$/iu;

export async function viewAlike(desk: Desk, { consolidation }: YearSum): Promise<AlikeView> {
  const read: { unit: SummedUnit; compared: ComparedFiling }[] = [];
  const left: AlikeLeft[] = [];
  for (const unit of consolidation.contributors) {
    const { code, name, source } = unit;
    const about = { code, name, file: source.file };
    const compared = workbook.test(source.file) ? null : await readProse(desk, unit);
    if (compared === null) left.push({ ...about, why: 'figures-only' });
    else if (compared.ok) read.push({ unit, compared: compared.value });
    else left.push({ ...about, why: 'unreadable', problem: compared.problem });
  }
  const found = findSimilarFilings(read.map(({ compared }) => compared));
  const pairs = found.flatMap(({ alike }, at) =>
    alike.flatMap(({ other, percent }): AlikePair[] => {
      const [one, two] = [read[at]?.unit, read[other]?.unit];
      return one === undefined || two === undefined ? [] : [{ one: named(one), other: named(two), percent }];
    }),
  );
  for (const [at, { skipped }] of found.entries()) {
    const unit = read[at]?.unit;
    if (skipped !== null && unit !== undefined) left.push({ code: unit.code, name: unit.name, file: unit.source.file, why: skipped });
  }
  return {
    pairs: eachOnce(pairs.toSorted((one, other) => other.percent - one.percent)),
    compared: found.filter(({ skipped }) => skipped === null).length,
    left,
    tables: equalTables(consolidation),
  };
}

/** Two units that are alike are usually so both ways: the larger share tells. */
function eachOnce(pairs: readonly AlikePair[]): readonly AlikePair[] {
  const told = new Set<string>();
  return pairs.filter(({ one, other }) => {
    const name = [one.digest, other.digest].sort().join(' ');
    const isNew = !told.has(name);
    told.add(name);
    return isNew;
  });
}

function named({ code, name, source }: SummedUnit) {
  return { code, name, digest: source.sourceDigest };
}

/** @returns received/missing where one of the files is not among those that count, or why its prose cannot be read. */
export async function viewPassages(desk: Desk, sum: YearSum, digests: readonly [string, string]): Promise<Outcome<readonly PassageView[]>> {
  const texts: ComparedFiling[] = [];
  for (const digest of digests) {
    const unit = sum.consolidation.contributors.find(({ source }) => source.sourceDigest === digest);
    if (unit === undefined) return fail(problem('received/missing', { digest }));
    const read = await readProse(desk, unit);
    if (!read.ok) return read;
    texts.push(read.value);
  }
  const [one, other] = texts;
  if (one === undefined || other === undefined) return ok([]);
  return ok(passagesBetween(one, other).map(({ letters, here, there }) => ({ letters, here: here.text, there: there.text })));
}

/** Filings with two wrong cells, neighbours that changed places among them, and whether a smallest repair is found. */
import type { CellKey } from '#core/form/cell-key.ts';
import { applyEdits, type Cells } from '#core/form/edit-cells.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { isSatisfied, unrollEqualities } from '#core/suspects/equalities.ts';
import { localise } from '#core/suspects/localise.ts';
import { publishedSubject } from '../fixtures/subjects.ts';
import { makeRandom, type Random } from './random.ts';
import { cleanReports } from './suspects-corpus.ts';

export type PairFiling = { readonly edition: LoadedEdition; readonly cells: Cells; readonly isSwap: boolean };

/** Half of them swaps. All have sums that do not hold; the same seed, the same filings. */
export function makePairCorpus(count: number, seed: number): readonly PairFiling[] {
  const random = makeRandom(seed);
  const sources = cleanReports.map(publishedSubject);
  const filings: PairFiling[] = [];
  while (filings.length < count) {
    const { edition, subject } = random.pick(sources);
    const isSwap = filings.length % 2 === 0;
    const cells = { ...subject.cells, ...(isSwap ? swap(edition, subject.cells, random) : twoSlips(edition, subject.cells, random)) };
    if (breaks(edition, cells)) filings.push({ edition, cells, isSwap });
  }
  return filings;
}

function swap({ form }: LoadedEdition, cells: Cells, random: Random): Cells {
  const rows = form.edition.tables.flatMap((table) => (table.id === 'applications' ? table.rows.map((row) => ({ table, row })) : []));
  const { table, row } = random.pick(rows);
  const at = random.below(row.columns.length - 1);
  const [one, other] = [at, at + 1].map((place): CellKey => `${table.id}.${row.id}.${row.columns[place] ?? ''}`);
  if (one === undefined || other === undefined) throw new Error('the row has no neighbours');
  return { [one]: cells[other] ?? null, [other]: cells[one] ?? null };
}

function twoSlips({ form }: LoadedEdition, cells: Cells, random: Random): Cells {
  const keys = form.cells.filter(({ table }) => table.id !== 'proactiveDisclosure').map(({ key }) => key);
  return Object.fromEntries([random.pick(keys), random.pick(keys)].map((key) => [key, Number(cells[key]) + 1 + random.below(99)]));
}

function breaks({ book }: LoadedEdition, cells: Cells): boolean {
  return unrollEqualities(book).some((equality) => !equality.needsPrior && !isSatisfied(equality, cells, null));
}

/** True when what is proposed is proven to be smallest, changes two cells at most, and lets every sum hold. */
export function isSmallestFound({ edition, cells }: PairFiling, now: () => number): boolean {
  const { causes } = localise({ form: edition.form, book: edition.book, cells, now });
  const changes = causes.flatMap((cause) => cause.repairs[0]?.changes ?? []);
  const isProven = causes.every((cause) => cause.isSmallest) && changes.length <= 2;
  return isProven && !breaks(edition, applyEdits(edition.form, cells, changes));
}

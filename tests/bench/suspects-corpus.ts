/** Filings with one wrong cell, made from clean published reports, and how often localisation finds it. */
import type { CellValue } from '#core/lib/exact.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { applyEdits, type Cells } from '#core/form/edit-cells.ts';
import type { FormCell } from '#core/form/form.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { validate } from '#core/validation/validate.ts';
import { groupFindings } from '#core/suspects/group-findings.ts';
import { localise } from '#core/suspects/localise.ts';
import type { Certainty } from '#core/suspects/repair.ts';
import type { ReportName } from '../fixtures/published-report.ts';
import { publishedSubject, subjectOfCells } from '../fixtures/subjects.ts';
import { tableBook } from '../fixtures/table-book.ts';
import { makeRandom } from './random.ts';

/** Part of the benchmark and of the tests, so that their figures can be compared. */
export const corpusSeed = 20_201_231;

export const slips = ['transposition', 'dropped digit', 'times ten', 'wrong total'] as const;
export type Slip = (typeof slips)[number];

export type CorruptedFiling = {
  readonly report: ReportName;
  readonly edition: LoadedEdition;
  readonly slip: Slip;
  readonly cell: CellKey;
  /** What belongs in the cell. */
  readonly value: number;
  readonly cells: Cells;
  readonly prior: Cells | null;
};

/** Reports whose tables 三 and 四 contradict themselves nowhere, of both editions. */
export const cleanReports = ['hainan-province-2020', 'suqian-city-2023', 'suqian-city-2024'] as const satisfies readonly ReportName[];

/** Imported filings with stated totals, the wrong cell anywhere in tables 三 and 四. The same seed, the same filings. */
export function makeStatedCorpus(count: number, seed: number): readonly CorruptedFiling[] {
  const random = makeRandom(seed);
  const sources = cleanReports.map((report) => ({ report, ...publishedSubject(report) }));
  return Array.from({ length: count }, () => {
    const { report, edition, subject } = random.pick(sources);
    const slip = random.pick(slips);
    const eligible = edition.form.cells.filter((cell) => isSummed(cell) && wrongValues(slip, cell, subject.cells).length > 0);
    const cell = random.pick(eligible);
    const wrong = random.pick(wrongValues(slip, cell, subject.cells));
    const cells = { ...subject.cells, [cell.key]: wrong };
    return { report, edition, slip, cell: cell.key, value: Number(subject.cells[cell.key]), cells, prior: null };
  });
}

/** Filings typed into the app: the wrong cell is an entered one of table 三, the totals follow, last year's is known. */
export function makeTypedCorpus(count: number, seed: number): readonly CorruptedFiling[] {
  const random = makeRandom(seed);
  const report = 'suqian-city-2024';
  const { edition, subject } = publishedSubject(report);
  const prior = publishedSubject('suqian-city-2023').subject.cells;
  const typed = edition.form.cells.filter((cell) => cell.table.id === 'applications' && !cell.computed);
  return Array.from({ length: count }, () => {
    const slip = random.pick(slips.filter((each) => each !== 'wrong total'));
    const cell = random.pick(typed.filter((each) => wrongValues(slip, each, subject.cells).length > 0));
    const wrong = random.pick(wrongValues(slip, cell, subject.cells));
    const cells = applyEdits(edition.form, subject.cells, [{ cell: cell.key, value: wrong }]);
    return { report, edition, slip, cell: cell.key, value: Number(subject.cells[cell.key]), cells, prior };
  });
}

function isSummed(cell: FormCell): boolean {
  return cell.table.id === 'applications' || cell.table.id === 'remedies';
}

/** What the slip may turn the cell's figure into. */
function wrongValues(slip: Slip, cell: FormCell, cells: Cells): readonly number[] {
  const value = Number(cells[cell.key] ?? 0);
  if (value === 0) return [];
  const digits = Array.from(String(value));
  const places = [...digits.keys()];
  const valuesOf: Readonly<Record<Slip, () => readonly number[]>> = {
    transposition: () => places.slice(1).map((at) => Number(digits.toSpliced(at - 1, 2, digits[at] ?? '', digits[at - 1] ?? '').join(''))),
    'dropped digit': () => (digits.length < 2 ? [] : places.map((at) => Number(digits.toSpliced(at, 1).join('')))),
    'times ten': () => [value * 10],
    'wrong total': () => (cell.computed ? miscounts(cell, cells).map((difference) => value + difference) : []),
  };
  return valuesOf[slip]().filter((each) => each !== value && each >= 0);
}

/** A little off, or a part left out or added twice. */
function miscounts(cell: FormCell, cells: Cells): readonly number[] {
  const row = cell.table.columns.map((column) => Number(cells[`${cell.table.id}.${cell.row.id}.${column.id}`] ?? 0));
  const parts = row.filter((part) => part > 0 && part !== Number(cells[cell.key]));
  return [1, 2, 5, 9, 10, ...parts].flatMap((each) => [each, -each]);
}

export type Located = {
  readonly filing: CorruptedFiling;
  /** The place of the true cell with its true value among the suspects, from 1; null when it is not among them. */
  readonly place: number | null;
  readonly repairCount: number;
  /** What the suspects are called. */
  readonly certainties: ReadonlySet<Certainty>;
  /** False when the search stopped for lack of time. */
  readonly isComplete: boolean;
  readonly milliseconds: number;
};

/** Runs localisation on a filing as the app does: findings, repairs, groups with suspects. `recent`: cells edited last. */
export function locate(filing: CorruptedFiling, now: () => number, recent: readonly CellKey[] = []): Located {
  const { edition, cells, prior, cell, value } = filing;
  const { form, book } = edition;
  const start = now();
  const localised = localise({ form, book, cells, prior, recent, now });
  const milliseconds = now() - start;
  const suspects = groupFindings(validate(form, tableBook(book), subjectOfCells(cells)), localised).flatMap((group) => group.suspects);
  const place = suspects.findIndex((each) => each.cell === cell && each.value === value);
  const repairCount = localised.causes.reduce((sum, cause) => sum + cause.repairCount, 0);
  const certainties = new Set(suspects.map((each) => each.certainty));
  return { filing, place: place < 0 ? null : place + 1, repairCount, certainties, isComplete: localised.isComplete, milliseconds };
}

/**
 * How many cells could be changed alone so that every sum holds, found by trying each, independently of the search.
 * Above one, no arithmetic can tell which cell is wrong: the filing is not identifiable in principle.
 */
export function countSingleRepairs({ edition, cells }: Pick<CorruptedFiling, 'edition' | 'cells'>): number {
  const { form, book } = edition;
  const sums = { ...book, rules: book.rules.filter((rule) => rule.kind === 'linear' && rule.relation === '=') };
  const isBroken = (tried: Cells) => validate(form, sums, subjectOfCells(tried)).some((finding) => finding.difference !== null);
  const first = validate(form, sums, subjectOfCells(cells)).find((finding) => finding.difference !== null);
  const difference = Number(first?.difference ?? 0);
  return (first?.cells ?? []).filter((key) => {
    const value: CellValue = cells[key] ?? null;
    if (value === null) return false;
    return [-difference, difference].some(
      (change) => Number(value) + change >= 0 && !isBroken({ ...cells, [key]: Number(value) + change }),
    );
  }).length;
}

/** Shares from 0 to 1. */
export type Rate = { readonly filings: number; readonly first: number; readonly firstThree: number };

export function rateOf(located: readonly Located[]): Rate {
  const share = (limit: number) => located.filter(({ place }) => place !== null && place <= limit).length / Math.max(1, located.length);
  return { filings: located.length, first: share(1), firstThree: share(3) };
}

/** The filings that arithmetic can identify, and apart those that it cannot. */
export function partByIdentifiability(located: readonly Located[]): {
  readonly identifiable: Located[];
  readonly notIdentifiable: Located[];
} {
  const identifiable = located.filter(({ filing }) => countSingleRepairs(filing) === 1);
  return { identifiable, notIdentifiable: located.filter((each) => !identifiable.includes(each)) };
}

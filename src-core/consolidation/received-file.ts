/** A file that arrived and was kept, as lists and screens know it; its figures are read apart from it. */
import type { Refusal } from './refusal.ts';

export const receivedKinds = ['bundle', 'filing', 'workbook', 'report'] as const;
/** `workbook` and `report` are one kind of source: neither carries a revision. */
export type ReceivedKind = (typeof receivedKinds)[number];

/** The state of the signature of a file that was read, or that it was refused. */
export const receivedVerdicts = ['valid', 'untrusted', 'unsigned', 'refused'] as const;
export type ReceivedVerdict = (typeof receivedVerdicts)[number];

/** `held`: kept out of the sum for the time being; `removed`: taken by mistake. Both stay on record. */
export const standings = ['taken', 'held', 'removed'] as const;
export type Standing = (typeof standings)[number];

export type ReceivedFile = {
  /** SHA-256 of the bytes, 64 hexadecimal digits: the name of the kept file, too. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  /** Without its folder. */
  readonly fileName: string;
  readonly kind: ReceivedKind;
  /** The year it is of; for a file that was refused the year it was received for. */
  readonly reportYear: number;
  /** As the file says, or as its name tells; null where neither does. Whose it is decides the roster. */
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly revision: number | null;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly verdict: ReceivedVerdict;
  readonly refusal: Refusal | null;
  /** How many of its findings are errors of the figures. */
  readonly errors: number;
  /** How many places of it could not be read. */
  readonly notUnderstood: number;
  readonly standing: Standing;
};

/**
 * A file that was refused, once for each name under which the same bytes came: an empty file says nothing of its unit but
 * its name. Each names the others.
 */
export function underEachName(file: ReceivedFile): readonly ReceivedFile[] {
  const { refusal } = file;
  if (refusal === null || refusal.others === undefined) return [file];
  const all = [{ file: refusal.file, claimedUnit: refusal.claimedUnit }, ...refusal.others];
  return all.map((name): ReceivedFile => {
    const others = all.filter((each) => each !== name);
    const problem =
      refusal.problem === null ? null : { ...refusal.problem, details: renamed(refusal.problem.details, refusal.file, name.file) };
    return { ...file, fileName: name.file, unitCode: name.claimedUnit, refusal: { ...refusal, ...name, problem, others } };
  });
}

type Details = Readonly<Record<string, string | number>>;

function renamed(details: Details, from: string, to: string): Details {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, value === from ? to : value]));
}

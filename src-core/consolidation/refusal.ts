/** Why a file of a unit does not count: what verification found, or what is wrong with it otherwise. */
import * as v from 'valibot';
import { reasonCodes, type Reason, type ReasonCode } from '../bundle/verdict.ts';
import type { Schema } from '../lib/decode.ts';
import { problemCodes, type ProblemCode } from '../lib/problem-code.ts';
import type { Problem } from '../lib/problem.ts';

/** `reasons` of a bundle that verification found invalid; `problem` of anything else. */
export type Refusal = {
  readonly kind: 'refused';
  readonly file: string;
  /** The code of the unit that the file claims to be of, as far as it can be told; nothing vouches for it. */
  readonly claimedUnit: string | null;
  readonly problem: Problem | null;
  readonly reasons: readonly Reason[];
  /** The same bytes under other names. */
  readonly others?: readonly OtherName[] | undefined;
};

export type OtherName = { readonly file: string; readonly claimedUnit: string | null };

/** What the office itself has to see to; the unit can do nothing about it. */
const ourProblems: readonly ProblemCode[] = [
  'envelope/open-first',
  'envelope/no-key-here',
  'consolidation/untrusted',
  'consolidation/other-key',
  'consolidation/not-in-roster',
  'consolidation/not-that-year',
  'consolidation/bug-in-file',
  'received/missing',
  'received/damaged',
  'edition/unknown',
  'edition/none-for-year',
  'reception/archive',
  'reception/other-archive',
];
const ourReasons: readonly ReasonCode[] = ['certificate/untrusted', 'certificate/unknown-issuer', 'edition/unknown-digest'];

/** Whether a message about the file belongs to the office that received it, and not to the unit. */
export function isOursToMend({ problem, reasons }: Refusal): boolean {
  if (problem !== null) return ourProblems.includes(problem.code);
  return reasons.length > 0 && reasons.every(({ code }) => ourReasons.includes(code));
}

const detail = v.record(v.string(), v.union([v.string(), v.number()]));

/** A refusal as it was kept. */
export const refusalSchema: Schema<Refusal> = v.strictObject({
  kind: v.literal('refused'),
  file: v.string(),
  claimedUnit: v.nullable(v.string()),
  problem: v.nullable(v.strictObject({ code: v.picklist(problemCodes), details: detail })),
  reasons: v.array(v.strictObject({ code: v.picklist(reasonCodes), details: detail })),
  others: v.optional(v.array(v.strictObject({ file: v.string(), claimedUnit: v.nullable(v.string()) }))),
});

/** The refusal of bytes that were refused before, perhaps under another name: both names stay. */
export function withNamesOf(refusal: Refusal, before: Refusal | null): Refusal {
  if (before === null) return refusal;
  const known = [{ file: before.file, claimedUnit: before.claimedUnit }, ...(before.others ?? [])];
  const all = [...known.filter(({ file }) => file !== refusal.file), ...(refusal.others ?? [])];
  const others = all.filter(({ file }, at) => all.findIndex((each) => each.file === file) === at);
  return others.length === 0 ? refusal : { ...refusal, others };
}

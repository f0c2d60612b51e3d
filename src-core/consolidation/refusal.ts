/** Why a file of a unit does not count: what verification found, or what is wrong with it otherwise. */
import * as v from 'valibot';
import { reasonCodes, type Reason } from '../bundle/verdict.ts';
import type { Schema } from '../lib/decode.ts';
import { problemCodes } from '../lib/problem-code.ts';
import type { Problem } from '../lib/problem.ts';

/** `reasons` of a bundle that verification found invalid; `problem` of anything else. */
export type Refusal = {
  readonly kind: 'refused';
  readonly file: string;
  /** The code of the unit that the file claims to be of, as far as it can be told; nothing vouches for it. */
  readonly claimedUnit: string | null;
  readonly problem: Problem | null;
  readonly reasons: readonly Reason[];
};

const detail = v.record(v.string(), v.union([v.string(), v.number()]));

/** A refusal as it was kept. */
export const refusalSchema: Schema<Refusal> = v.strictObject({
  kind: v.literal('refused'),
  file: v.string(),
  claimedUnit: v.nullable(v.string()),
  problem: v.nullable(v.strictObject({ code: v.picklist(problemCodes), details: detail })),
  reasons: v.array(v.strictObject({ code: v.picklist(reasonCodes), details: detail })),
});

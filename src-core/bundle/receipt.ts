/** A receipt: the superior's signed answer to one bundle, bound to the bundle's digest (contracts.md 4). */
import * as v from 'valibot';
import { canonicalJson } from '../lib/canonical-json.ts';
import { decode, parseJson } from '../lib/decode.ts';
import { fail, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import { receiptName } from './entry-names.ts';

export const receiptFormat = 'nianbao.receipt/1';

export const receiptVerdicts = ['accepted', 'returned'] as const;
export type ReceiptVerdict = (typeof receiptVerdicts)[number];

export type Receipt = {
  readonly format: typeof receiptFormat;
  /** SHA-256 of the manifest of the bundle that is answered. */
  readonly bundleDigest: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly reportYear: number;
  readonly revision: number;
  readonly verdict: ReceiptVerdict;
  /** ISO 8601, by the clock of whoever answers. */
  readonly time: string;
  /** Why it is returned; with an acceptance, a remark or nothing. */
  readonly reason: string | null;
  /** What is wrong with single cells; none with an acceptance. */
  readonly cells: readonly { readonly cell: string; readonly reason: string }[];
  /** The office that answers, as its certificate names it. */
  readonly office: { readonly code: string; readonly name: string };
  /** Who answers; the name of the office where no person is named. */
  readonly officer: string;
};

const text = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));
const unit = v.strictObject({ code: text(32), name: text(200) });

const schema = v.pipe(
  v.strictObject({
    format: v.literal(receiptFormat),
    bundleDigest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
    unit,
    reportYear: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2999)),
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    verdict: v.picklist(receiptVerdicts),
    time: v.pipe(v.string(), v.isoTimestamp()),
    reason: v.nullable(text(4000)),
    cells: v.pipe(v.array(v.strictObject({ cell: text(200), reason: text(1000) })), v.maxLength(1000)),
    office: unit,
    officer: text(200),
  }),
  v.check(
    ({ verdict, reason, cells }) => (verdict === 'returned' ? reason !== null : cells.length === 0),
    'a reason exactly where it is returned',
  ),
);

/** Reads `receipt.json`; other spellings than the canonical one are refused, as for filings. file/not-json, receipt/not-answerable. */
export function decodeReceipt(content: string): Outcome<Receipt> {
  const json = parseJson(content, { file: receiptName });
  if (!json.ok) return json;
  const decoded = decode(schema, json.value, 'receipt/not-answerable', { file: receiptName });
  if (!decoded.ok) {
    const { place, expected } = decoded.problem.details;
    return fail(problem('receipt/not-answerable', { file: receiptName, reason: `${String(place)}: ${String(expected)}` }));
  }
  const isCanonical = canonicalJson(decoded.value) === content;
  return isCanonical ? decoded : fail(problem('receipt/not-answerable', { file: receiptName, reason: 'not canonical JSON' }));
}

export function encodeReceipt(receipt: Receipt): string {
  return canonicalJson(receipt);
}

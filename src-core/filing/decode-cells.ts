/** Decodes the values of cells: whole numbers, decimals as text, null for blank. Binary fractions of money are refused. */
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem, type ProblemDetails } from '../lib/problem.ts';
import { fromMillionths, integerDigits, isDecimalText, isWhole, toMillionths, totalDigits, type CellValue } from '../lib/exact.ts';
import { cellOf, type Form, type FormCell } from '../form/form.ts';

/**
 * Decodes values by cell key, or all as values of `cell` when it is given. Whole numbers come out as numbers, other
 * decimals as text. A fraction or a negative number in a count is kept: saying so is the rules' business.
 */
export function decodeCells(
  raw: Readonly<Record<string, string | number | null>>,
  form: Form,
  details: ProblemDetails,
  cell?: string,
): Outcome<Record<string, CellValue>> {
  const values: Record<string, CellValue> = {};
  for (const [key, input] of Object.entries(raw)) {
    const decoded = decodeValue(input, cellOf(form, cell ?? key));
    if ('reason' in decoded) return fail(problem('filing/bad-value', { ...details, cell: cell ?? key, value: String(input), ...decoded }));
    values[key] = decoded.value;
  }
  return ok(values);
}

/** Whole numbers below have no more digits than any cell may have. */
const surelyExact = 10 ** integerDigits;

function decodeValue(input: string | number | null, cell: FormCell): { value: CellValue } | { reason: string } {
  if (input === null) return { value: null };
  // What nearly all values are; 0 may have been written −0.
  if (typeof input === 'number' && Number.isInteger(input) && Math.abs(input) < surelyExact) return { value: input === 0 ? 0 : input };
  const isAmount = cell.value === 'amount';
  if (typeof input === 'number' && !Number.isInteger(input) && isAmount) return { reason: 'binary-fraction' };
  // JSON.parse has rounded it already.
  if (typeof input === 'number' && Number.isInteger(input) && !Number.isSafeInteger(input)) return { reason: 'too-large' };
  const text = typeof input === 'number' ? (Number.isInteger(input) ? BigInt(input).toString() : String(input)) : input;
  if (!isDecimalText(text, cell.computed ? totalDigits : integerDigits)) {
    return { reason: isDecimalText(text, Infinity) ? 'too-large' : 'not-a-decimal' };
  }
  if (isAmount && text.includes('.')) return { value: text.replace(/^-(?=[0.]+$)/u, '') };
  return { value: isWhole(text) ? fromMillionths(toMillionths(text)) : text };
}

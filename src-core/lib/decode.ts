/** The one way data enters: a schema, the input, and a problem that names the place when they do not fit. */
import * as v from 'valibot';
import { fail, ok, type Outcome } from './outcome.ts';
import { problem, type ProblemDetails } from './problem.ts';
import type { ProblemCode } from './problem-code.ts';

/** A schema without side effects or promises; the only kind used in this program. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/**
 * Decodes `input` or returns a problem with `code`, whose details add `place` (a path such as
 * `cells.applications.total`), `expected` and `received` to the caller's own details.
 */
export function decode<T>(schema: Schema<T>, input: unknown, code: ProblemCode, details: ProblemDetails = {}): Outcome<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return ok(result.output);
  const issue = result.issues[0];
  return fail(
    problem(code, {
      ...details,
      place: v.getDotPath(issue) ?? '(root)',
      expected: describeExpected(issue),
      received: shorten(issue.received),
    }),
  );
}

/** Parses JSON text; `code` is returned with the parser's own words as `received`. */
export function parseJson(text: string, details: ProblemDetails = {}): Outcome<unknown> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return fail(problem('file/not-json', { ...details, reason: error instanceof Error ? error.message : String(error) }));
  }
}

function describeExpected(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'no such key';
  return shorten(issue.expected ?? issue.message);
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** A problem is an expected failure of an action: a stable code and what the message needs to name the place. */
import type { ProblemCode } from './problem-code.ts';

export type ProblemDetails = Readonly<Record<string, string | number>>;

export type Problem = { readonly code: ProblemCode; readonly details: ProblemDetails };

export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  return { code, details };
}

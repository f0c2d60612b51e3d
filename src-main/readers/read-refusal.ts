/** Why a reader gave a file up; the file's name is added where it is known. */
import type { ProblemCode } from '#core/lib/problem-code.ts';
import type { ProblemDetails } from '#core/lib/problem.ts';

/** A reader's refusal: it is thrown through the libraries' callbacks and caught at the door of `parseDocument`. */
export class ReadRefusal extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.name = 'ReadRefusal';
    this.code = code;
    this.details = details;
  }
}

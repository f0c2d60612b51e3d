/** The result of one check on a bundle: what was found, or the one reason against it. */
import type { Reason, ReasonCode } from './verdict.ts';

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

export function passed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused(code: ReasonCode, details: Reason['details'] = {}): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: reason(code, details) };
}

export function reason(code: ReasonCode, details: Reason['details'] = {}): Reason {
  return { code, details };
}

/** Intake of a published report as text. */
import type { Outcome } from '../lib/outcome.ts';
import { linesOfText } from './document/pipe-tables.ts';
import type { Intake, IntakeOrder } from './intake-lines.ts';
import { intakeReports } from './intake-reports.ts';

export type { Intake } from './intake-lines.ts';
export type TextOrder = IntakeOrder & { readonly text: string };

/** Reads a report of one cell a line, one row a line, or with tables drawn in bars; problems as of `intakeReports`. */
export function intakeText(order: TextOrder): Outcome<Intake> {
  return intakeReports([{ name: '', lines: linesOfText(order.text) }], order);
}

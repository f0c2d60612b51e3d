/** Edits that the main process answers with the whole report: each returns the problem when it did not work. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Problem } from '#core/lib/problem.ts';
import { findingId, type Finding } from '#core/rules/finding.ts';
import { bridge } from '../bridge.ts';
import type { ReportState } from './report.svelte.ts';

type Answer = Promise<Problem | null>;

/** Explains a warning. */
export function justify(report: ReportState, finding: Finding, text: string): Answer {
  return report.ask(() => bridge['filing/justify']({ id: report.id, finding: findingId(finding), text }));
}

/** Writes a note on a cell; an empty one takes it away. */
export function noteCell(report: ReportState, cell: CellKey, text: string): Answer {
  return report.ask(() => bridge['filing/note-cell']({ id: report.id, cell, text }));
}

export type Approval = { readonly reviewer: string; readonly signatory: string; readonly isOnePerson: boolean };

/** Approves and locks the report. */
export function approve(report: ReportState, names: Approval): Answer {
  return report.ask(() => bridge['review/approve']({ id: report.id, ...names }));
}

/** Opens an approved report again. */
export function unlock(report: ReportState, reason: string): Answer {
  return report.ask(() => bridge['review/unlock']({ id: report.id, reason }));
}

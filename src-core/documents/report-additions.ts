/** What a report may be printed with beyond itself. */
import type { DrawnChart } from './chart-html.ts';
import type { PaperCopy } from './paper-copy.ts';

export type ReportAdditions = {
  /** The page to sign, for the paper copy. */
  readonly paper?: PaperCopy | null;
  /** A day such as `2026-01-23`: unit and date stand below the report; see `closingLines`. */
  readonly date?: string | null;
  /** Behind the report, in documents that can show them: HTML and what is printed of it. */
  readonly charts?: readonly DrawnChart[];
};

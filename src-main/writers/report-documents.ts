/** The report as files: Word, HTML and Excel. The same filing gives the same bytes on every computer. */
import type { PrintedReport } from '#core/bundle/contents.ts';
import type { ReportAdditions } from '#core/documents/report-additions.ts';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { planReportWorkbook } from '#core/documents/report-workbook.ts';
import { planWord } from '#core/documents/word-plan.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Form } from '#core/form/form.ts';
import type { DocumentFormat } from '#core/ipc/views.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { PrintHtml } from '../printing/print-port.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What goes into a bundle. */
export async function writeReportDocuments(filing: Filing, form: Form): Promise<PrintedReport> {
  return {
    docx: await writeReportWord(filing, form),
    html: renderReportHtml(filing, form),
    xlsx: await writeReportWorkbook(filing, form),
  };
}

export async function writeReportWord(filing: Filing, form: Form, additions: ReportAdditions = {}): Promise<Uint8Array> {
  // Read when it is first needed: the start does not wait for it.
  const { writeWord } = await import('./write-word.ts');
  return writeWord(planWord(filing, form, additions));
}

export function writeReportWorkbook(filing: Filing, form: Form, { date = null }: ReportAdditions = {}): Promise<Uint8Array> {
  return writeWorkbook(planReportWorkbook(filing, form, date));
}

/** The report in one format; PDF is the HTML, printed. There is no paper copy of the workbook. */
export async function writeReportAs(
  format: DocumentFormat,
  filing: Filing,
  form: Form,
  additions: ReportAdditions,
  print: PrintHtml,
): Promise<Outcome<Uint8Array>> {
  switch (format) {
    case 'docx':
      return ok(await writeReportWord(filing, form, additions));
    case 'xlsx':
      return ok(await writeReportWorkbook(filing, form, additions));
    case 'html':
      return ok(new TextEncoder().encode(renderReportHtml(filing, form, additions)));
    case 'pdf':
      return print(renderReportHtml(filing, form, additions));
  }
}

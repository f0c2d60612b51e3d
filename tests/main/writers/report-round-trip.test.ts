/** What we print we can read: our Word, web page and Excel give the same filing back, and the same bytes every time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatExact } from '#core/lib/exact.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import type { Form } from '#core/form/form.ts';
import type { Filing } from '#core/filing/filing.ts';
import { blocksToText } from '#core/narrative/narrative-text.ts';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { printedNote } from '#core/documents/table-note.ts';
import { drawReportCharts } from '#main/writers/report-charts.ts';
import { writeReportDocuments, writeReportWord, writeReportWorkbook } from '#main/writers/report-documents.ts';
import { editionIds, shippedEdition, type EditionId } from '../../fixtures/editions.ts';
import { filings, fullFiling } from '../../fixtures/full-filing.ts';
import { takeHere } from '../readers/read-here.ts';

/** What a filing says, as far as a printed report can say it: notes with their 注：, prose as it reads. */
function sayings(filing: Filing, id: EditionId) {
  const { form } = shippedEdition(id);
  const showFigure = (cell: keyof Filing['cells']) => formatExact(valueAt(filing.cells, cell), '—');
  return {
    title: filing.title,
    cells: Object.fromEntries(form.cells.map(({ key }) => [key, valueAt(filing.cells, key)])),
    cellUnits: filing.cellUnits,
    cellNotes: filing.cellNotes,
    tableNotes: Object.fromEntries(Object.entries(filing.tableNotes).map(([table, note]) => [table, printedNote(note)])),
    narrative: Object.fromEntries(Object.entries(filing.narrative).map(([section, blocks]) => [section, blocksToText(blocks, showFigure)])),
  };
}

/** With unit and date below, and in Word and HTML with the page to sign, in HTML with charts too. */
async function withAdditions(filing: Filing, form: Form) {
  const additions = { paper: { bundleDigest: 'ab'.repeat(32) }, date: '2026-01-23', charts: await drawReportCharts(filing, form, null) };
  return {
    docx: await writeReportWord(filing, form, additions),
    html: renderReportHtml(filing, form, additions),
    xlsx: await writeReportWorkbook(filing, form, additions),
  };
}

describe.each(editionIds)('a report in edition %s', (id) => {
  const { form } = shippedEdition(id);

  test('comes back from Word, HTML and Excel as it was, with nothing left that intake did not understand', async () => {
    await fc.assert(
      fc.asyncProperty(filings(id), async (filing) => {
        const documents = await writeReportDocuments(filing, form);
        const added = await withAdditions(filing, form);
        for (const [format, printed] of [...Object.entries(documents), ...Object.entries(added)]) {
          const asked = { edition: id, name: filing.unit.name, year: filing.reportYear };
          const intake = await takeHere(printed, `.${format}`, asked);
          expect(sayings(intake.filing, id), format).toEqual(sayings(filing, id));
          const { notFound, notUnderstood } = intake.report;
          expect(notUnderstood, format).toEqual([]);
          // a row of blanks only looks like no row at all
          expect(
            notFound.filter(({ cell }) => valueAt(filing.cells, cell) !== null),
            format,
          ).toEqual([]);
        }
      }),
      { numRuns: 6, seed: 20260101, endOnFailure: true },
    );
  });

  test('has the same bytes every time', async () => {
    const filing = fullFiling(id);
    const reversed = { ...filing, cells: Object.fromEntries(Object.entries(filing.cells).reverse()) };
    const [one, other] = [await writeReportDocuments(filing, form), await writeReportDocuments(reversed, form)];
    expect(Buffer.compare(one.docx, other.docx)).toBe(0);
    expect(Buffer.compare(one.xlsx, other.xlsx)).toBe(0);
    expect(one.html).toBe(other.html);
  });
});

/** How long the documents of a full report take: Word, HTML and Excel together, and PDF where there is an Electron. */
import { resolve } from 'node:path';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { printElsewhere } from '#main/printing/print-elsewhere.ts';
import { renderInfographic } from '#main/writers/report-charts.ts';
import { writeReportDocuments } from '#main/writers/report-documents.ts';
import { editionIds, shippedEdition } from '../fixtures/editions.ts';
import { fullFiling } from '../fixtures/full-filing.ts';
import { atMost, measured, timed, type Bench, type Measurement } from './measurement.ts';

const rounds = 5;
const mostDocuments = 1_000;
const mostPdf = 3_000;

export const bench: Bench = {
  about: 'By the clock, of a report with everything in it, in each edition. The PDF includes the start of the Electron that prints it.',
  needsElectron: true,
  run: async () => {
    const found: Measurement[] = [];
    for (const id of editionIds) found.push(...(await documentsOf(id)));
    return found;
  },
};

async function documentsOf(id: (typeof editionIds)[number]): Promise<readonly Measurement[]> {
  const [filing, { form }] = [fullFiling(id), shippedEdition(id)];
  const print = printElsewhere(process.env['NIANBAO_ELECTRON'], resolve('.'));
  const [documents, pages, pdf]: [number[], number[], number[]] = [[], [], []];
  const { clock: first } = await timed(() => writeReportDocuments(filing, form));
  for (let round = 0; round < rounds; round += 1) {
    documents.push((await timed(() => writeReportDocuments(filing, form))).clock);
    const page = { prior: { form, cells: filing.cells }, date: null };
    pages.push((await timed(() => renderInfographic(filing, form, page, 'page'))).clock);
    const printed = await timed(() => print(renderReportHtml(filing, form)));
    if (!printed.value.ok) throw new Error(`no PDF was made: ${printed.value.problem.code}`);
    pdf.push(printed.clock);
  }
  const ofEdition = `edition ${id}`;
  const [unit, goal] = ['milliseconds', atMost(mostDocuments)] as const;
  return [
    measured({ id: `documents/first-${id}`, what: `Word, HTML and Excel, ${ofEdition}, the first time`, unit, values: [first], goal }),
    measured({ id: `documents/again-${id}`, what: `Word, HTML and Excel, ${ofEdition}`, unit, values: documents, goal }),
    measured({ id: `documents/page-${id}`, what: `page for the public with four charts, HTML, ${ofEdition}`, unit, values: pages }),
    measured({ id: `documents/pdf-${id}`, what: `PDF, ${ofEdition}`, unit, values: pdf, goal: atMost(mostPdf) }),
  ];
}

/** How long the documents of a full report take: Word, HTML and Excel together, and PDF where there is an Electron. */
import { resolve } from 'node:path';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { printElsewhere } from '#main/printing/print-elsewhere.ts';
import { renderInfographic } from '#main/writers/report-charts.ts';
import { writeReportDocuments } from '#main/writers/report-documents.ts';
import { editionIds, shippedEdition } from '../fixtures/editions.ts';
import { fullFiling } from '../fixtures/full-filing.ts';

const most = { documents: 1000, pdf: 3000 };

export async function run(): Promise<string[]> {
  const lines: string[] = [];
  for (const id of editionIds) {
    const [filing, { form }] = [fullFiling(id), shippedEdition(id)];
    const first = await timed(() => writeReportDocuments(filing, form));
    const again = await timed(() => writeReportDocuments(filing, form));
    lines.push(`edition ${id}: Word + HTML + Excel ${say(first)} the first time, ${say(again)} then; at most ${say(most.documents)}`);
    const drawn = await timed(() => renderInfographic(filing, form, { prior: { form, cells: filing.cells }, date: null }, 'page'));
    lines.push(`edition ${id}: the page for the public with four charts, HTML, ${say(drawn)}`);
    const print = printElsewhere(process.env['NIANBAO_ELECTRON'], resolve('.'));
    const start = performance.now();
    const printed = await print(renderReportHtml(filing, form));
    const took = printed.ok ? say(performance.now() - start) : `not made (${printed.problem.code})`;
    lines.push(`edition ${id}: PDF ${took}; at most ${say(most.pdf)}`);
  }
  return lines;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function say(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

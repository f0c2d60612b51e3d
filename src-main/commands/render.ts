/** `render`: the report as Word, HTML, Excel or PDF, or the page for the public. */
import { resolve } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { isDay } from '#core/documents/closing.ts';
import { documentFormats, infographicFormats, type DocumentFormat, type InfographicFormat } from '#core/ipc/views.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import { commandWords } from '#core/text/commands.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readFiling, type ReadFiling } from '../filings/read-filing.ts';
import { drawReportCharts, writeInfographicAs } from '../writers/report-charts.ts';
import { writeReportAs } from '../writers/report-documents.ts';
import { requireText, type Arguments, type Command, type CommandContext } from './command.ts';
import { priorOptions, readPrior } from './prior.ts';

type Order =
  | { readonly kind: 'report'; readonly format: DocumentFormat; readonly isPaper: boolean; readonly hasCharts: boolean }
  | { readonly kind: 'infographic'; readonly format: InfographicFormat };

export const renderCommand: Command = {
  name: 'render',
  usage: 'render FILE --to docx|html|xlsx|pdf [--paper] [--charts] [--date DAY] [--prior FILE] -o OUT, or --infographic --to html|pdf|png',
  about: commandWords.render,
  options: {
    ...priorOptions,
    to: { type: 'string' },
    paper: { type: 'boolean' },
    charts: { type: 'boolean' },
    infographic: { type: 'boolean' },
    date: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const order = orderOf(args);
    if (!order.ok) return order;
    const date = args.text('date') ?? null;
    if (date !== null && !isDay(date)) return fail(problem('document/bad-date', { date }));
    const output = requireText(renderCommand, args, 'output');
    if (!output.ok) return output;
    const file = args.files[0] ?? '';
    if (resolve(file) === resolve(output.value)) return fail(problem('file/exists', { path: output.value }));
    const read = await readFiling(file, context.editions, { isYearNeeded: false });
    if (!read.ok) return read;
    const prior = await readPrior(args, read.value.filing, context);
    if (!prior.ok) return prior;
    const bytes = await write(order.value, read.value, prior.value, date, context);
    if (!bytes.ok) return bytes;
    const written = writeAtomically(nodeFileSystem, resolve(output.value), bytes.value);
    if (!written.ok) return written;
    const places = { title: read.value.filing.title, path: output.value };
    const text = { zh: fillPlaces(commandWords.rendered.zh, places), en: fillPlaces(commandWords.rendered.en, places) };
    const isPaper = order.value.kind === 'report' && order.value.isPaper;
    const bundleDigest = isPaper ? read.value.bundleDigest : null;
    return ok({ exit: 0, text, data: { path: output.value, format: order.value.format, bytes: bytes.value.length, bundleDigest } });
  },
};

function orderOf(args: Arguments): Outcome<Order> {
  const to = requireText(renderCommand, args, 'to');
  if (!to.ok) return to;
  if (args.has('infographic')) {
    const format = infographicFormats.find((each) => each === to.value);
    const isAlone = !args.has('paper') && !args.has('charts');
    return format !== undefined && isAlone
      ? ok({ kind: 'infographic', format })
      : fail(problem('document/no-infographic', { format: to.value }));
  }
  const format = documentFormats.find((each) => each === to.value);
  if (format === undefined)
    return fail(problem('usage/bad-value', { argument: '--to', value: to.value, expected: documentFormats.join(' | ') }));
  const [isPaper, hasCharts] = [args.has('paper'), args.has('charts')];
  if (isPaper && format === 'xlsx') return fail(problem('document/no-paper-form'));
  if (hasCharts && (format === 'xlsx' || format === 'docx')) return fail(problem('document/no-charts', { format }));
  return ok({ kind: 'report', format, isPaper, hasCharts });
}

async function write(
  order: Order,
  { filing, edition, bundleDigest }: ReadFiling,
  prior: PriorYear | null,
  date: string | null,
  { print }: CommandContext,
): Promise<Outcome<Uint8Array>> {
  if (order.kind === 'infographic') return writeInfographicAs(order.format, filing, edition.form, { prior, date }, print);
  const paper = order.isPaper ? { bundleDigest } : null;
  const charts = order.hasCharts ? await drawReportCharts(filing, edition.form, prior) : [];
  return writeReportAs(order.format, filing, edition.form, { paper, date, charts }, print);
}

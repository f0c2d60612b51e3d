/** `render`: the report as Word, HTML, Excel or PDF, or the page for the public. */
import { extname } from 'node:path';
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { doubtsOfDay, readDay } from '#core/documents/read-day.ts';
import { documentFormats, infographicFormats, type DocumentFormat, type InfographicFormat } from '#core/ipc/views.ts';
import type { PriorYear } from '#core/rules/subject.ts';
import { commandWords } from '#core/text/commands.ts';
import { tellDayDoubt } from '#core/text/day-doubts.ts';
import { readFiling, type ReadFiling } from '../filings/read-filing.ts';
import { drawReportCharts, writeInfographicAs } from '../writers/report-charts.ts';
import { writeReportAs } from '../writers/report-documents.ts';
import { requireText, type Arguments, type Command, type CommandContext } from './command.ts';
import { localDay } from './local-time.ts';
import { priorOptions, readPrior } from './prior.ts';
import { mayReplace, writeOutput } from './write-output.ts';

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
    const typed = args.text('date');
    const date = typed === undefined ? null : readDay(typed);
    if (typed !== undefined && date === null) return fail(problem('document/bad-date', { date: typed }));
    const output = requireText(renderCommand, args, 'output');
    if (!output.ok) return output;
    const file = args.files[0] ?? '';
    const free = mayReplace([output.value], [file, args.text('prior'), ...args.list('predecessor')]);
    if (!free.ok) return free;
    const extension = checkExtension(order.value.format, output.value);
    if (!extension.ok) return extension;
    const read = await readFiling(file, context.editions, { isYearNeeded: false });
    if (!read.ok) return read;
    const prior = await readPrior(args, read.value.filing, context);
    if (!prior.ok) return prior;
    const bytes = await write(order.value, read.value, prior.value, date, context);
    if (!bytes.ok) return bytes;
    const written = writeOutput(output.value, bytes.value);
    if (!written.ok) return written;
    const places = { title: read.value.filing.title, path: output.value };
    const { reportYear } = read.value.filing;
    const doubts = date === null ? [] : doubtsOfDay(date, reportYear, localDay(context.now()));
    const warnings = (language: Language) => doubts.map((doubt) => tellDayDoubt(doubt, date ?? '', reportYear, language));
    const say = (language: Language) => [fillPlaces(commandWords.rendered[language], places), ...warnings(language)].join('\n');
    const isPaper = order.value.kind === 'report' && order.value.isPaper;
    const bundleDigest = isPaper ? read.value.bundleDigest : null;
    const data = { path: output.value, format: order.value.format, bytes: bytes.value.length, bundleDigest };
    return ok({ exit: 0, text: { zh: say('zh'), en: say('en') }, data: { ...data, warnings: warnings(context.language) } });
  },
};

function orderOf(args: Arguments): Outcome<Order> {
  const given = requireText(renderCommand, args, 'to');
  if (!given.ok) return given;
  const to = { value: given.value.trim().toLowerCase() };
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

/** Names that other programs go by; a name without any of them is the user's own choice. */
const endings = { docx: ['.docx'], html: ['.html', '.htm'], xlsx: ['.xlsx'], pdf: ['.pdf'], png: ['.png'] } as const;
const otherEndings = [
  '.doc',
  '.xls',
  '.wps',
  '.et',
  '.ofd',
  '.odt',
  '.ods',
  '.rtf',
  '.txt',
  '.md',
  '.csv',
  '.json',
  '.jpg',
  '.jpeg',
  '.svg',
];

/** usage/bad-value for the name of a Word file over what is none, and the like: no program would open it. */
function checkExtension(format: DocumentFormat | InfographicFormat, path: string): Outcome<null> {
  const extension = extname(path).toLowerCase();
  const own: readonly string[] = endings[format];
  if (own.includes(extension) || ![...Object.values(endings).flat(), ...otherEndings].includes(extension)) return ok(null);
  return fail(problem('usage/bad-value', { argument: '-o', value: path, expected: own.map((each) => `*${each}`).join(', ') }));
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

/** `intake` of a folder, of several files, or of a workbook of several units: one filing for each, and a list of the rest. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { fail } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { commandWords } from '#core/text/commands.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { errnoOf } from '../files/file-system.ts';
import { takeFiles, type TakenReport } from '../filings/take-files.ts';
import { isReportName, listFiles } from '../reception/list-files.ts';
import { readRoster } from '../reception/read-roster.ts';
import { archiveProblem } from './archive-problem.ts';
import { requireText, type Arguments, type Command, type CommandContext, type CommandResult } from './command.ts';
import { readYear } from './unit-options.ts';
import { mayReplace, writeOutput } from './write-output.ts';

/** One line of the result; `output` where a filing was written. */
type Taken =
  | {
      readonly kind: 'taken';
      readonly path: string;
      readonly where: string;
      readonly output: string;
      readonly unit: string;
      readonly year: number;
      readonly found: number;
      readonly expected: number;
      readonly open: number;
    }
  | {
      readonly kind: 'duplicate';
      readonly path: string;
      readonly where: string;
      readonly unit: string;
      readonly year: number;
      readonly of: string;
    }
  | Exclude<TakenReport, { kind: 'taken' }>;

/** Exit 0 when every report became a filing, 1 when some did, 2 when none did. */
export async function takeReports(command: Command, args: Arguments, context: CommandContext): Promise<Outcome<CommandResult>> {
  const folder = requireText(command, args, 'output');
  if (!folder.ok) return folder;
  const roster = args.text('roster');
  const year = args.text('year') === undefined ? ok(null) : readYear(command, args);
  if (!year.ok) return year;
  const units = await unitsOf(roster);
  if (!units.ok) return units;
  const reportPath = args.text('report');
  const files = listFiles(args.files, [folder.value, ...[roster, reportPath].filter((path) => path !== undefined)]);
  if (!files.ok) return files;
  // filings and bundles beside them are no reports to be read
  const isRead = (path: string) => isReportName(path) && !/\.(?:json|asice)$/iu.test(path);
  const paths = files.value.flatMap(({ path, isNamed }) => (isNamed || isRead(path) ? [path] : []));
  const free = mayReplace([reportPath], [...paths, roster]);
  if (!free.ok) return free;
  const made = makeFolder(folder.value);
  if (!made.ok) return made;
  const lines: Taken[] = [];
  const reports: string[] = [];
  for (const path of paths) {
    const archive = await archiveProblem({ path, isNamed: true });
    if (archive === null) reports.push(path);
    else lines.push({ kind: 'refused', path, where: '', problem: archive });
  }
  const known = new Map<string, string>();
  for await (const taken of takeFiles(reports, { editions: context.editions, units: units.value, year: year.value })) {
    const line = keep(taken, folder.value, paths, known);
    if (!line.ok) return line;
    lines.push(line.value);
    if (process.stderr.isTTY) process.stderr.write(`\r${String(lines.length)} · ${String(paths.length)}`);
  }
  if (reportPath !== undefined) {
    const written = writeJson(reportPath, lines);
    if (!written.ok) return written;
  }
  const count = lines.filter((line) => line.kind === 'taken').length;
  const say = (language: Language) => describe(lines, folder.value, language);
  return ok({ exit: count === lines.length && count > 0 ? 0 : count > 0 ? 1 : 2, text: { zh: say('zh'), en: say('en') }, data: lines });
}

/** Those of the roster; none without one, so that only templates say whose they are. */
async function unitsOf(roster: string | undefined): Promise<Outcome<readonly ReportingUnit[]>> {
  if (roster === undefined) return ok([]);
  const read = await readRoster(roster);
  return read.ok ? ok(read.value.units.map(({ code, name, creditCode, level }) => ({ code, name, creditCode, level }))) : read;
}

function makeFolder(path: string): Outcome<null> {
  try {
    mkdirSync(path, { recursive: true });
    return ok(null);
  } catch (error) {
    return fail(problem('file/not-writable', { path, reason: errnoOf(error) }));
  }
}

/** Writes the filing; the first of several reports of a unit and year counts, the others are named. */
function keep(taken: TakenReport, folder: string, inputs: readonly string[], known: Map<string, string>): Outcome<Taken> {
  if (taken.kind !== 'taken') return ok(taken);
  const { path, where, filing, report } = taken;
  const [unit, year] = [filing.unit.name, filing.reportYear];
  const name = `${filing.unit.code}-${String(year)}.filing.json`;
  const first = known.get(name);
  if (first !== undefined) return ok({ kind: 'duplicate', path, where, unit, year, of: first });
  known.set(name, where === '' ? path : `${path}（${where}）`);
  const output = join(folder, name);
  const free = mayReplace([output], inputs);
  if (!free.ok) return free;
  const written = writeJson(output, filing);
  if (!written.ok) return written;
  const open = report.notFound.length + report.notUnderstood.length + report.statedTotals.length;
  return ok({ kind: 'taken', path, where, output, unit, year, found: report.found, expected: report.expected, open });
}

export function writeJson(path: string, value: unknown): Outcome<null> {
  return writeOutput(path, `${JSON.stringify(value, null, 2)}\n`);
}

function describe(lines: readonly Taken[], folder: string, language: Language): string {
  const say = (entry: Bilingual, values: Readonly<Record<string, string | number>>) => fillPlaces(entry[language], values);
  const of = (kind: Taken['kind']) => lines.filter((line) => line.kind === kind).length;
  const counts = { taken: of('taken'), duplicates: of('duplicate'), unmatched: of('unmatched'), refused: of('refused') };
  return [
    say(commandWords.intakeManyDone, { folder, count: lines.length, ...counts }),
    ...lines.map((line) => {
      const place = line.where === '' ? line.path : `${line.path}｜${line.where}`;
      switch (line.kind) {
        case 'taken':
          return say(commandWords.intakeManyTaken, {
            place,
            unit: line.unit,
            year: line.year,
            found: line.found,
            expected: line.expected,
            open: line.open,
          });
        case 'duplicate':
          return say(commandWords.intakeManyDuplicate, { place, unit: line.unit, year: line.year, of: line.of });
        case 'unmatched':
          return say(commandWords.intakeManyUnmatched, { place, names: line.names.join('、') || '—', year: line.year ?? '—' });
        case 'refused':
          return say(commandWords.intakeManyRefused, { place, reason: describeProblem(line.problem, language) });
      }
    }),
  ].join('\n');
}

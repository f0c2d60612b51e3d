/** `intake`: a published report or a workbook of any kind becomes a filing; the report names everything that was not understood. */
import { statSync } from 'node:fs';
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import { formatExact } from '#core/lib/exact.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import type { IntakeReport } from '#core/intake/report.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import { commandWords } from '#core/text/commands.ts';
import { describeIntakeNote } from '#core/text/intake-notes.ts';
import { intakeReportFile, readReportFile } from '../filings/read-report-file.ts';
import { archiveProblem } from './archive-problem.ts';
import { requireText, type Command } from './command.ts';
import { takeReports, writeJson } from './take-reports.ts';
import { readUnit, readYear, unitOptions, unitUsage } from './unit-options.ts';
import { mayReplace } from './write-output.ts';

const usage = `intake FILE ${unitUsage} [--edition 2019|2021] -o OUT.filing.json [--report R.json]
  intake FOLDER|FILE… [--roster UNITS.csv] [--year Y] -o OUTFOLDER [--report R.json]`;

export const intakeCommand: Command = {
  name: 'intake',
  usage,
  about: commandWords.intake,
  options: {
    ...unitOptions,
    edition: { type: 'string' },
    roster: { type: 'string' },
    output: { type: 'string', short: 'o' },
    report: { type: 'string' },
  },
  files: { min: 1, max: 10_000 },
  run: async (args, context) => {
    if (args.files.length > 1 || args.text('roster') !== undefined || isFolder(args.files[0] ?? '')) {
      return takeReports(intakeCommand, args, context);
    }
    const unit = readUnit(intakeCommand, args);
    if (!unit.ok) return unit;
    const year = readYear(intakeCommand, args);
    if (!year.ok) return year;
    const output = requireText(intakeCommand, args, 'output');
    if (!output.ok) return output;
    const edition = editionForYear(context.editions, year.value, args.text('edition'));
    if (!edition.ok) return edition;
    const path = args.files[0] ?? '';
    const free = mayReplace([output.value, args.text('report')], [path]);
    if (!free.ok) return free;
    const archive = await archiveProblem({ path, isNamed: true });
    if (archive !== null) return fail(archive);
    const file = await readReportFile(path);
    if (!file.ok) return file;
    const { editions } = context;
    const read = intakeReportFile(file.value, { edition: edition.value, editions, unit: unit.value, reportYear: year.value });
    if (!read.ok) return read;
    const { filing, report } = read.value;
    const written = writeJson(output.value, filing);
    if (!written.ok) return written;
    const reportPath = args.text('report');
    if (reportPath !== undefined) {
      const reported = writeJson(reportPath, report);
      if (!reported.ok) return reported;
    }
    const say = (language: Language) => describe(report, output.value, reportPath, language);
    return ok({ exit: 0, text: { zh: say('zh'), en: say('en') }, data: report });
  },
};

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function describe(report: IntakeReport, path: string, reportPath: string | undefined, language: Language): string {
  const say = (entry: Bilingual, values: Readonly<Record<string, string | number>>) => fillPlaces(entry[language], values);
  const { found, expected } = report;
  const counts = { notFound: report.notFound.length, notUnderstood: report.notUnderstood.length, stated: report.statedTotals.length };
  return [
    say(commandWords.intakeDone, { found, expected, path, ...counts }),
    ...report.notFound.map(({ label }) => say(commandWords.intakeNotFound, { label })),
    ...report.notUnderstood.map(({ place, text }) => say(commandWords.intakeNotUnderstood, { place, text })),
    ...report.statedTotals.map(({ label, stated, computed }) =>
      say(commandWords.intakeStated, { label, stated: formatExact(stated, '—'), computed: formatExact(computed, '—') }),
    ),
    ...report.notes.map((note) => say(commandWords.intakeNote, { note: describeIntakeNote(note, language) })),
    ...(reportPath === undefined ? [] : [say(commandWords.reportWritten, { path: reportPath })]),
  ].join('\n');
}

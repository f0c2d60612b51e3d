/** `intake`: a published report or a workbook of any kind becomes a filing; the report names everything that was not understood. */
import { resolve } from 'node:path';
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import { formatExact } from '#core/lib/exact.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { unitLevels, type UnitLevel } from '#core/form/unit-level.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { levelOfCode } from '#core/filing/new-filing.ts';
import type { IntakeReport } from '#core/intake/report.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import { commandWords } from '#core/text/commands.ts';
import { describeIntakeNote } from '#core/text/intake-notes.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { intakeReportFile, readReportFile } from '../filings/read-report-file.ts';
import { requireText, type Arguments, type Command } from './command.ts';

const usage = 'intake FILE --unit CODE --name NAME --year Y [--level LEVEL] [--edition 2019|2021] -o OUT.filing.json [--report R.json]';

export const intakeCommand: Command = {
  name: 'intake',
  usage,
  about: commandWords.intake,
  options: {
    unit: { type: 'string' },
    name: { type: 'string' },
    year: { type: 'string' },
    level: { type: 'string' },
    edition: { type: 'string' },
    output: { type: 'string', short: 'o' },
    report: { type: 'string' },
  },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const unit = unitOf(args);
    if (!unit.ok) return unit;
    const year = yearOf(args);
    if (!year.ok) return year;
    const output = requireText(intakeCommand, args, 'output');
    if (!output.ok) return output;
    const edition = editionForYear(context.editions, year.value, args.text('edition'));
    if (!edition.ok) return edition;
    const path = args.files[0] ?? '';
    if ([output.value, args.text('report')].some((each) => each !== undefined && resolve(each) === resolve(path))) {
      return fail(problem('file/exists', { path }));
    }
    const same = args.text('report');
    if (same !== undefined && resolve(same) === resolve(output.value)) {
      return fail(problem('usage/bad-value', { argument: '--report', value: same, expected: '≠ -o' }));
    }
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

function writeJson(path: string, value: unknown): Outcome<null> {
  return writeAtomically(nodeFileSystem, resolve(path), new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
}

function unitOf(args: Arguments): Outcome<ReportingUnit> {
  const code = requireText(intakeCommand, args, 'unit');
  if (!code.ok) return code;
  const name = requireText(intakeCommand, args, 'name');
  if (!name.ok) return name;
  if (!/^[0-9A-Za-z-]{1,32}$/u.test(code.value)) return badValue('--unit', code.value, '6/9/12 digits, or 1-32 letters and digits');
  if (!/^\P{C}{1,64}$/u.test(name.value.trim())) return badValue('--name', name.value, '1–64');
  const level = args.text('level');
  if (level !== undefined && !isLevel(level)) return badValue('--level', level, unitLevels.join(' | '));
  return ok({ code: code.value, name: name.value.trim(), creditCode: null, level: level ?? levelOfCode(code.value) });
}

function yearOf(args: Arguments): Outcome<number> {
  const year = requireText(intakeCommand, args, 'year');
  if (!year.ok) return year;
  return /^2\d{3}$/u.test(year.value) ? ok(Number(year.value)) : badValue('--year', year.value, '2000–2999');
}

function isLevel(text: string): text is UnitLevel {
  return unitLevels.some((each) => each === text);
}

function badValue(argument: string, value: string, expected: string) {
  return fail(problem('usage/bad-value', { argument, value, expected }));
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

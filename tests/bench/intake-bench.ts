/** The benchmark of intake: workbooks against a bare read of the same file, a folder of them, and hostile files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from 'xlsx';
import { planTemplate } from '#core/documents/template-workbook.ts';
import type { Filing, ReportingUnit } from '#core/filing/filing.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { intakeReportFile, readReportFile } from '#main/filings/read-report-file.ts';
import { takeFiles } from '#main/filings/take-files.ts';
import { createParser } from '#main/readers/parse-thread.ts';
import { writeReportWorkbook } from '#main/writers/report-documents.ts';
import { writeWorkbook } from '#main/writers/write-workbook.ts';
import { editionIds, shippedEdition } from '../fixtures/editions.ts';
import { plainBook, asWorkbook } from '../fixtures/layouts/workbooks.ts';
import { printable, printReport } from '../fixtures/layouts/printed.ts';
import { publishedReport } from '../fixtures/published-report.ts';
import { hostileFiles } from './intake-corpus.ts';
import { against, megabytes, ms } from './figures.ts';

const warmUps = 20;
const rounds = 100;
const workbooks = 300;
const mostTimes = 1.5;
const mostSeconds = 60;
const mostGrowth = 64e6;
const mostMilliseconds = 5_000;
const mostMemory = 512e6;

const editions = editionIds.map((id) => shippedEdition(id));
const unit: ReportingUnit = { code: '321300', name: '宿迁市', creditCode: null, level: 'prefecture' };

export async function run(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const edition = shippedEdition('2021');
    const template = await writeWorkbook(planTemplate({ unit, reportYear: 2024, edition, prior: null }));
    const printed = asWorkbook(printReport(printable(publishedReport('suqian-city-2024'), edition.form), edition.form), plainBook);
    const report = await writeReportWorkbook(await filingOf(folder, printed, edition), edition.form);
    return [
      await compare(folder, 'the template', template, edition),
      await compare(folder, 'a report as a workbook, located by its labels', report, edition),
      await compare(folder, 'the barest of workbooks, located by its labels', printed, edition),
      await many(folder, template, printed),
      ...(await hostile(folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function filingOf(folder: string, bytes: Uint8Array, edition: LoadedEdition): Promise<Filing> {
  const path = join(folder, 'printed.xlsx');
  writeFileSync(path, bytes);
  const file = await readReportFile(path);
  const taken = file.ok ? intakeReportFile(file.value, { edition, editions, unit, reportYear: 2024 }) : file;
  if (!taken.ok) throw new Error(taken.problem.code);
  return taken.value.filing;
}

/** Processor time of intake (file → thread → filing) and of SheetJS reading the same bytes as it does by default, in turns. */
async function compare(folder: string, name: string, bytes: Uint8Array, edition: LoadedEdition): Promise<string> {
  const path = join(folder, 'one.xlsx');
  writeFileSync(path, bytes);
  let [bare, whole] = [0, 0];
  for (let round = -warmUps; round < rounds; round += 1) {
    const forBare = await processorTime(() => read(bytes));
    const forWhole = await processorTime(async () => {
      const file = await readReportFile(path);
      if (!file.ok) throw new Error(file.problem.code);
      const taken = intakeReportFile(file.value, { edition, editions, unit, reportYear: 2024 });
      if (!taken.ok) throw new Error(taken.problem.code);
    });
    if (round < 0) continue;
    bare += forBare;
    whole += forWhole;
  }
  const times = whole / bare;
  const figure = `${name}: intake ${ms(whole / rounds)}, a bare read by SheetJS with its defaults ${ms(bare / rounds)} of processor time, ${times.toFixed(2)} times`;
  return against(figure, `${String(mostTimes)} times`, times <= mostTimes);
}

async function many(folder: string, template: Uint8Array, printed: Uint8Array): Promise<string> {
  const paths = Array.from({ length: workbooks }, (_each, index) => join(folder, `${String(index)}.xlsx`));
  for (const [index, path] of paths.entries()) writeFileSync(path, index % 2 === 0 ? template : printed);
  let taken = 0;
  const sizes: number[] = [];
  const time = await timed(async () => {
    for await (const each of takeFiles(paths, { editions, units: [unit], year: null })) {
      if (each.kind === 'taken') taken += 1;
      if (taken % 50 === 0) sizes.push(process.memoryUsage().rss);
    }
  });
  if (taken !== workbooks) throw new Error(`${String(taken)} of ${String(workbooks)} were taken`);
  const growth = (sizes.at(-1) ?? 0) - (sizes[0] ?? 0);
  const isMet = time <= mostSeconds * 1000 && growth <= mostGrowth;
  return against(`${String(workbooks)} workbooks: ${ms(time)}, memory grew by ${megabytes(growth)}`, `60 s, flat`, isMet);
}

/** Each in a thread of its own, as after a crash; memory is what the whole process holds more at its peak. */
async function hostile(folder: string): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, extension, bytes } of hostileFiles()) {
    const path = join(folder, `hostile${extension}`);
    writeFileSync(path, bytes);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    let end = '';
    const time = await timed(async () => {
      const file = await readReportFile(path, createParser());
      const taken = file.ok ? intakeReportFile(file.value, { edition: shippedEdition('2021'), editions, unit, reportYear: 2024 }) : file;
      end = taken.ok ? 'read' : taken.problem.code;
    });
    clearInterval(watch);
    const isMet = time <= mostMilliseconds + 500 && peak - before <= mostMemory;
    lines.push(against(`${name}: ${end} after ${ms(time)}, ${megabytes(peak - before)}`, '5 s, 512 MB', isMet));
  }
  return lines;
}

/** In milliseconds, of all threads: another program's work does not count. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

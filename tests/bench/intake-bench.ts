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
import { atMost, measured, timed, type Bench, type Measurement } from './measurement.ts';

const warmUps = 20;
const rounds = 100;
const workbooks = 300;
const mostTimes = 1.5;
const mostMillisecondsOfMany = 60_000;
const mostGrowth = 64e6;
const mostMilliseconds = 5_000;
const mostMemory = 512e6;

const editions = editionIds.map((id) => shippedEdition(id));
const unit: ReportingUnit = { code: '321300', name: '宿迁市', creditCode: null, level: 'prefecture' };

export const bench: Bench = {
  about:
    'A workbook in processor time, from the file through the reading thread to the filing, in turns with SheetJS reading the same ' +
    `bytes as it does by default. ${String(workbooks)} workbooks one after the other, and hostile files, by the clock: at most 5 s (and half a ` +
    'second to end the thread) and 512 MB each.',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
    try {
      const edition = shippedEdition('2021');
      const template = await writeWorkbook(planTemplate({ unit, reportYear: 2024, edition, prior: null }));
      const printed = asWorkbook(printReport(printable(publishedReport('suqian-city-2024'), edition.form), edition.form), plainBook);
      const report = await writeReportWorkbook(await filingOf(folder, printed, edition), edition.form);
      return [
        await compare(folder, { id: 'intake/template', what: 'the template workbook taken in, processor time' }, template, edition),
        await compare(
          folder,
          { id: 'intake/report', what: 'a report as a workbook taken in by its labels, processor time' },
          report,
          edition,
        ),
        await compare(
          folder,
          { id: 'intake/barest', what: 'the barest of workbooks taken in by its labels, processor time' },
          printed,
          edition,
        ),
        ...(await many(folder, template, printed)),
        ...(await hostile(folder)),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function filingOf(folder: string, bytes: Uint8Array, edition: LoadedEdition): Promise<Filing> {
  const path = join(folder, 'printed.xlsx');
  writeFileSync(path, bytes);
  const file = await readReportFile(path);
  const taken = file.ok ? intakeReportFile(file.value, { edition, editions, unit, reportYear: 2024 }) : file;
  if (!taken.ok) throw new Error(taken.problem.code);
  return taken.value.filing;
}

/** Processor time of intake (file → thread → filing) and of SheetJS reading the same bytes as it does by default, in turns. */
async function compare(
  folder: string,
  names: { readonly id: string; readonly what: string },
  bytes: Uint8Array,
  edition: LoadedEdition,
): Promise<Measurement> {
  const path = join(folder, 'one.xlsx');
  writeFileSync(path, bytes);
  const [bare, whole]: [number[], number[]] = [[], []];
  for (let round = -warmUps; round < rounds; round += 1) {
    const forBare = await timed(() => read(bytes));
    const forWhole = await timed(async () => {
      const file = await readReportFile(path);
      if (!file.ok) throw new Error(file.problem.code);
      const taken = intakeReportFile(file.value, { edition, editions, unit, reportYear: 2024 });
      if (!taken.ok) throw new Error(taken.problem.code);
    });
    if (round < 0) continue;
    bare.push(forBare.processor);
    whole.push(forWhole.processor);
  }
  const peer = { what: 'a bare read by SheetJS', values: bare };
  return measured({ ...names, unit: 'milliseconds', values: whole, peer, goal: atMost(mostTimes, 'ratio') });
}

async function many(folder: string, template: Uint8Array, printed: Uint8Array): Promise<readonly Measurement[]> {
  const paths = Array.from({ length: workbooks }, (_each, index) => join(folder, `${String(index)}.xlsx`));
  for (const [index, path] of paths.entries()) writeFileSync(path, index % 2 === 0 ? template : printed);
  let taken = 0;
  const sizes: number[] = [];
  const { clock } = await timed(async () => {
    for await (const each of takeFiles(paths, { editions, units: [unit], year: null })) {
      if (each.kind === 'taken') taken += 1;
      if (taken % 50 === 0) sizes.push(process.memoryUsage().rss);
    }
  });
  if (taken !== workbooks) throw new Error(`${String(taken)} of ${String(workbooks)} were taken`);
  const growth = (sizes.at(-1) ?? 0) - (sizes[0] ?? 0);
  const what = `${String(workbooks)} workbooks one after the other`;
  return [
    measured({ id: 'intake/many', what, unit: 'milliseconds', values: [clock], goal: atMost(mostMillisecondsOfMany) }),
    measured({ id: 'intake/many-memory', what: `${what}: memory grew by`, unit: 'bytes', values: [growth], goal: atMost(mostGrowth) }),
  ];
}

/** Each in a thread of its own, as after a crash; memory is what the whole process holds more at its peak. */
async function hostile(folder: string): Promise<readonly Measurement[]> {
  const found: Measurement[] = [];
  for (const [at, { name, extension, bytes }] of hostileFiles().entries()) {
    const path = join(folder, `hostile${extension}`);
    writeFileSync(path, bytes);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const { clock, value: end } = await timed(async () => {
      const file = await readReportFile(path, createParser());
      const taken = file.ok ? intakeReportFile(file.value, { edition: shippedEdition('2021'), editions, unit, reportYear: 2024 }) : file;
      return taken.ok ? 'read' : taken.problem.code;
    });
    clearInterval(watch);
    const [id, what] = [`intake/hostile-${String(at + 1)}`, `${name}: ${end}`];
    found.push(
      measured({ id, what, unit: 'milliseconds', values: [clock], goal: atMost(mostMilliseconds + 500) }),
      measured({ id: `${id}-memory`, what: `${name}: memory`, unit: 'bytes', values: [peak - before], goal: atMost(mostMemory) }),
    );
  }
  return found;
}

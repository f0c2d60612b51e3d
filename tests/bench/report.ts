/** Writes what the benchmarks found: the lines that are shown, the tables of docs/benchmarks.md, and those of the two READMEs. */
import { inChinese, inEnglish, say } from './figure-words.ts';
import { verdictOf, type Figures, type Measurement } from './measurement.ts';
import { readmeRows } from './readme-rows.ts';

export type BenchResult = { readonly name: string; readonly about: string; readonly measurements: readonly Measurement[] };

/** What it was measured on and when; nothing that names a machine or a person. */
export type Machine = {
  readonly system: string;
  readonly cores: number;
  readonly node: string;
  readonly electron: string | null;
  /** Days, as 2026-01-31. */
  readonly from: string;
  readonly to: string;
};

/** One line for each measurement. */
export function linesOf(measurements: readonly Measurement[]): readonly string[] {
  return measurements.map((each) => {
    const { what, measured, spread, beside, goal } = cellsOf(each);
    const parts = [`${what}: ${measured} (${spread})`, beside, goal === '' ? '' : `goal ${goal}`];
    return `  ${parts.filter((part) => part !== '').join('; ')}`.replaceAll('**', '');
  });
}

/** The whole of docs/benchmarks.md. */
export function benchmarksPage(results: readonly BenchResult[], machine: Machine): string {
  const missed = results.flatMap(({ measurements }) => measurements.filter((each) => verdictOf(each) === 'missed'));
  const sections = results.map(({ name, about, measurements }) => {
    const rows = measurements.map((each) => {
      const { what, measured, spread, beside, goal } = cellsOf(each);
      return row([what, measured, beside, goal, spread]);
    });
    return [`## ${name}`, '', about, '', ...head(['What', 'Measured', 'Beside it', 'Goal', 'Middle half, repeats']), ...rows, ''].join(
      '\n',
    );
  });
  const count = results.reduce((sum, { measurements }) => sum + measurements.filter(({ goal }) => goal !== null).length, 0);
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench -- --docs`, which takes about a quarter of an hour on two cores; `npm run bench -- NAME` repeats one.',
    machineLine(machine),
    '',
    'A figure is the median of its repeats, where nothing else is said; half of the repeats lie in the middle half. What stands',
    'beside it does the same work by other means, in turns with ours, and “times” is ours divided by it. Processor time is that of',
    'all threads of the program: what else runs on the machine does not count.',
    '',
    `${String(count)} figures have a goal; ${String(count - missed.length)} meet it${missed.length === 0 ? '.' : `, ${String(missed.length)} do not: ${missed.map(({ what }) => what).join('; ')}.`}`,
    '',
    ...sections,
  ].join('\n');
}

/** README's table; each row begins as its row of docs/benchmarks.md does. */
export function readmeTable(results: readonly BenchResult[], machine: Machine): string {
  const rows = chosen(results).map(({ name, measurement }) => {
    const { what, measured, beside, goal } = cellsOf(measurement);
    return row([what, measured, beside, goal, `\`npm run bench -- ${name}\``]);
  });
  return [machineLine(machine), '', ...head(['What', 'Measured', 'Beside it', 'Goal', 'Command']), ...rows].join('\n');
}

/** The same rows and figures in Chinese. */
export function chineseReadmeTable(results: readonly BenchResult[], machine: Machine): string {
  const rows = chosen(results).map(({ name, measurement, words }) => {
    const { unit, figures, peer, goal } = measurement;
    const beside =
      peer === null ? '' : `${words.beside ?? ''} ${say(unit, peer.figures.value, inChinese)}；${say('times', peer.ratio, inChinese)}`;
    const verdict = verdictOf(measurement) === 'missed' ? '**未达到**' : '达到';
    const limit =
      goal === null ? '' : `${inChinese[goal.sense]} ${say(goal.of === 'ratio' ? 'times' : unit, goal.limit, inChinese)}：${verdict}`;
    return row([words.what, say(unit, figures.value, inChinese), beside, limit, `\`npm run bench -- ${name}\``]);
  });
  const { system, cores, node, electron } = machine;
  const line = `${system}，${String(cores)} 核，Node ${node}${electron === null ? '' : `，Electron ${electron}`}；${daysOf(machine, ' 至 ')}。`;
  return [line, '', ...head(['内容', '实测（中位数）', '对照；本软件是它的', '目标', '命令']), ...rows].join('\n');
}

/** `text` with what stands between its two marks replaced. @throws Error when the marks are not there. */
export function betweenMarks(text: string, content: string): string {
  const [begin, end] = ['<!-- benchmarks: begin -->', '<!-- benchmarks: end -->'];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the marks ${begin} and ${end} are missing`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

function chosen(results: readonly BenchResult[]) {
  return readmeRows.map((words) => {
    for (const { name, measurements } of results) {
      const measurement = measurements.find(({ id }) => id === words.id);
      if (measurement !== undefined) return { name, measurement, words };
    }
    throw new Error(`README shows ${words.id}, which no benchmark measures`);
  });
}

function cellsOf(measurement: Measurement) {
  const { what, unit, figures, peer, goal } = measurement;
  const spreadOf = ({ from, to, repeats }: Figures) =>
    repeats > 1 ? `${say(unit, from, inEnglish)} to ${say(unit, to, inEnglish)}, ${String(repeats)} times` : 'once';
  const verdict = verdictOf(measurement) === 'missed' ? '**missed**' : 'met';
  return {
    what,
    measured: say(unit, figures.value, inEnglish),
    spread: `${spreadOf(figures)}${peer === null ? '' : `; beside it ${spreadOf(peer.figures)}`}`,
    beside: peer === null ? '' : `${peer.what}: ${say(unit, peer.figures.value, inEnglish)}; ${say('times', peer.ratio, inEnglish)}`,
    goal: goal === null ? '' : `${inEnglish[goal.sense]} ${say(goal.of === 'ratio' ? 'times' : unit, goal.limit, inEnglish)}: ${verdict}`,
  };
}

function machineLine(machine: Machine): string {
  const { system, cores, node, electron } = machine;
  return `${system}, ${String(cores)} cores, Node ${node}${electron === null ? '' : `, Electron ${electron}`}; ${daysOf(machine, ' to ')}.`;
}

function daysOf({ from, to }: Machine, word: string): string {
  return from === to ? from : `${from}${word}${to}`;
}

function head(titles: readonly string[]): readonly string[] {
  return [row(titles), row(titles.map(() => '---'))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

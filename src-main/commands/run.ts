/** Runs one headless command and prints its result: people get words, machines get JSON. */
import type { Language } from '#core/lib/bilingual.ts';
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { ProblemCode } from '#core/lib/problem-code.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { commandWords } from '#core/text/commands.ts';
import type { PrintHtml } from '../printing/print-port.ts';
import type { AppFacts } from '../updates/running-app.ts';
import { parseArguments, type Command, type CommandResult, type ExitStatus } from './command.ts';
import { commands } from './registry.ts';

export type Terminal = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly askPassphrase: (again?: boolean) => Promise<Outcome<string>>;
  readonly now: () => Date;
  readonly print: PrintHtml;
};

/** The editions that come with the program, and those in a data folder. */
export type LoadEditions = (dataFolder: string) => Outcome<readonly LoadedEdition[]>;

/** Runs the command in `words` (without the program's own name) and returns the exit status. */
export async function runCommand(
  words: readonly string[],
  loadEditions: LoadEditions,
  terminal: Terminal,
  usualDataFolder: string,
  app: AppFacts,
): Promise<ExitStatus> {
  const language = languageOf(words);
  if (language === null) {
    const refused = problem('usage/bad-value', {
      argument: '--lang',
      value: words.at(words.indexOf('--lang') + 1) ?? '',
      expected: 'zh, en',
    });
    terminal.error(describeProblem(refused, 'zh'));
    return 2;
  }
  const wantsJson = words.includes('--json');
  const rest = withoutGlobals(words);
  if (rest.length === 0 || ['help', '--help', '-h'].includes(rest[0] ?? '') || rest.includes('--help')) {
    terminal.out(usageText(language));
    return 0;
  }
  const outcome = await find(rest, loadEditions, terminal, language, dataFolderOf(words) ?? usualDataFolder, app);
  if (!outcome.ok) {
    terminal.error(describeProblem(outcome.problem, language));
    if (wantsJson)
      terminal.out(JSON.stringify({ problem: { ...outcome.problem, message: describeProblem(outcome.problem, language) } }, null, 2));
    return statusOf(outcome.problem);
  }
  const { exit, text, data } = outcome.value;
  terminal.out(wantsJson ? JSON.stringify(data, null, 2) : text[language]);
  return exit;
}

async function find(
  words: readonly string[],
  loadEditions: LoadEditions,
  terminal: Terminal,
  language: Language,
  dataFolder: string,
  app: AppFacts,
): Promise<Outcome<CommandResult>> {
  const two = words.slice(0, 2).join(' ');
  const command: Command | undefined = commands.find((each) => each.name === two) ?? commands.find((each) => each.name === words[0]);
  if (command === undefined) {
    return fail(problem('usage/unknown-command', { command: two, known: commands.map((each) => each.name).join(', ') }));
  }
  const args = parseArguments(command, words.slice(command.name.split(' ').length));
  if (!args.ok) return args;
  const editions = loadEditions(dataFolder);
  if (!editions.ok) return editions;
  return command.run(args.value, {
    editions: editions.value,
    language,
    now: terminal.now,
    askPassphrase: terminal.askPassphrase,
    print: terminal.print,
    dataFolder,
    app,
  });
}

/** Chinese unless asked otherwise; null for a language that there is not. */
function languageOf(words: readonly string[]): Language | null {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return 'zh';
  const asked = words[at]?.includes('=') === true ? words[at].slice('--lang='.length) : words[at + 1];
  return asked === 'zh' || asked === 'en' ? asked : null;
}

/** The folder after `--data`, which any command takes; null where there is none. */
function dataFolderOf(words: readonly string[]): string | null {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const given = words[at]?.includes('=') === true ? words[at].slice('--data='.length) : words[at + 1];
  return at < 0 || given === undefined || given === '' ? null : given;
}

/** `--lang X`, `--data DIR` and `--json` may stand anywhere. */
function withoutGlobals(words: readonly string[]): string[] {
  return words.filter(
    (word, index) => word !== '--json' && !/^--(?:lang|data)(?:=|$)/u.test(word) && !['--lang', '--data'].includes(words[index - 1] ?? ''),
  );
}

function usageText(language: Language): string {
  const lines = commands.map((command) => `  ${command.usage}\n      ${command.about[language]}`);
  return [commandWords.usageHead[language], ...lines, commandWords.usageFoot[language]].join('\n');
}

/** Problems of a signature, a digest or trust. */
const failedChecks: readonly ProblemCode[] = [
  'edition/digest-mismatch',
  'bundle/read-back-differs',
  'bundle/not-intact',
  'consolidation/nothing-trusted',
  'receipt/not-answerable',
  'trust/unverified-list',
  'edition/not-verified',
  'update/not-verified',
  'update/installer-differs',
  'backup/damaged',
  'backup/changed',
];

function statusOf({ code }: Problem): ExitStatus {
  if (code === 'bundle/blocking-findings') return 1;
  if (failedChecks.includes(code)) return 3;
  return 2;
}

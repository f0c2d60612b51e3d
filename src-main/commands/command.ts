/** The shape of a headless command: what it is called with, and the result that is printed. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Bilingual, Language } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { PrintHtml } from '../printing/print-port.ts';
import type { AppFacts } from '../updates/running-app.ts';

/** contracts.md 2: 0 fine, 1 blocking findings, 2 usage or unreadable input, 3 a signature, digest or trust check failed. */
export type ExitStatus = 0 | 1 | 2 | 3;

export type CommandResult = {
  readonly exit: ExitStatus;
  /** For people, in both languages. */
  readonly text: Bilingual;
  /** For `--json`. */
  readonly data: unknown;
};

export type CommandContext = {
  readonly editions: readonly LoadedEdition[];
  readonly language: Language;
  readonly now: () => Date;
  /** The passphrase from NIANBAO_PASSPHRASE or the terminal. */
  readonly askPassphrase: (again?: boolean) => Promise<Outcome<string>>;
  readonly print: PrintHtml;
  /** The user's data folder: `--data`, NIANBAO_DATA, or the usual one. */
  readonly dataFolder: string;
  /** The program itself: an update has to fit it. */
  readonly app: AppFacts;
};

export type Arguments = {
  readonly files: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly list: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
};

export type Command = {
  /** One word, or two such as `key new`. */
  readonly name: string;
  readonly usage: string;
  readonly about: Bilingual;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many files may be named. */
  readonly files: { readonly min: number; readonly max: number };
  readonly run: (args: Arguments, context: CommandContext) => Promise<Outcome<CommandResult>> | Outcome<CommandResult>;
};

/** Parses the words after a command's name; unknown options and missing files are named. */
export function parseArguments(command: Command, words: readonly string[]): Outcome<Arguments> {
  const { name, usage } = command;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...words], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const option = /'(-[^'\s]*)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? words.join(' ');
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      return fail(problem('usage/missing-argument', { command: name, argument: option, usage }));
    return fail(problem('usage/unknown-option', { command: name, option, usage }));
  }
  const { values, positionals } = parsed;
  if (positionals.length < command.files.min) return fail(problem('usage/missing-argument', { command: name, argument: 'FILE', usage }));
  const surplus = positionals[command.files.max];
  if (surplus !== undefined) return fail(problem('usage/unknown-option', { command: name, option: surplus, usage }));
  return ok({
    files: positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    list: (option) => {
      const value = values[option];
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
    },
    has: (option) => values[option] === true,
  });
}

/** An option that must be there. */
export function requireText(command: Pick<Command, 'name' | 'usage'>, args: Arguments, option: string): Outcome<string> {
  const value = args.text(option);
  if (value !== undefined && value.trim() !== '') return ok(value);
  const argument = option.length === 1 ? `-${option}` : `--${option}`;
  return fail(problem('usage/missing-argument', { command: command.name, argument, usage: command.usage }));
}

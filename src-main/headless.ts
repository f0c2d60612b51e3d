/** The headless commands within Electron: loaded only when one is asked for, so that the window does not wait for them. */
import { join } from 'node:path';
import { commands } from './commands/registry.ts';
import { runCommand } from './commands/run.ts';
import { nodeTerminal } from './commands/terminal.ts';
import { installedEditionsIn } from './editions/data-folder.ts';
import { printFile } from './printing/print-files.ts';
import { printWord, type PrintHtml } from './printing/print-port.ts';
import type { AppFacts } from './updates/running-app.ts';
import { loadEditions } from './use-cases/load-editions.ts';

export type HeadlessPlace = {
  readonly resources: string;
  /** The folder of the user's data, where no other is named. */
  readonly data: string;
  readonly print: PrintHtml;
  readonly facts: AppFacts;
};

/** Whether the first word names a command, and not a file that the app is opened with. */
export function isCommand(word: string): boolean {
  return commands.some((each) => each.name.split(' ')[0] === word) || ['help', printWord].includes(word);
}

/** The exit status of the command. */
export function runHeadless(words: readonly string[], { resources, data, print, facts }: HeadlessPlace): Promise<number> {
  const [word, from, to] = words;
  if (word === printWord && from !== undefined && to !== undefined) return printFile(from, to, print);
  const editionsOf = (own: string) => loadEditions(join(resources, 'editions'), installedEditionsIn(own));
  return runCommand(words, editionsOf, nodeTerminal(process, print), data, facts);
}

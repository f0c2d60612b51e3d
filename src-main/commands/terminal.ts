/** The terminal that a headless command speaks to, and where it asks for a passphrase without showing it. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { commandWords } from '#core/text/commands.ts';
import type { PrintHtml } from '../printing/print-port.ts';
import type { Terminal } from './run.ts';

export function nodeTerminal(process: NodeJS.Process, print: PrintHtml): Terminal {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    now: () => new Date(),
    print,
    askPassphrase: (again = false) => askPassphrase(process, again),
  };
}

/** `again` asks twice: a typing mistake in a new passphrase would make a key that nobody can open. */
async function askPassphrase(process: NodeJS.Process, again: boolean): Promise<Outcome<string>> {
  const given = (again ? process.env['NIANBAO_NEW_PASSPHRASE'] : undefined) ?? process.env['NIANBAO_PASSPHRASE'];
  if (given !== undefined && given !== '') return ok(given);
  if (!process.stdin.isTTY) return fail(problem('usage/no-passphrase'));
  const first = await readHidden(process, commandWords.passphrasePrompt.zh);
  if (first === null || first === '') return fail(problem('usage/no-passphrase'));
  if (again && (await readHidden(process, commandWords.passphraseAgainPrompt.zh)) !== first)
    return fail(problem('usage/passphrases-differ'));
  return ok(first);
}

/** What is typed without being shown; null when it is interrupted (Ctrl+C). */
async function readHidden(process: NodeJS.Process, prompt: string): Promise<string | null> {
  process.stderr.write(prompt);
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string | null>((resolve) => {
    lines.once('SIGINT', () => resolve(null));
    lines.once('line', resolve);
  });
  lines.close();
  process.stderr.write('\n');
  return answer;
}

/** The terminal that a headless command speaks to, and where it asks for a passphrase without showing it. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { commandWords } from '#core/text/commands.ts';
import type { Terminal } from './run.ts';

export function nodeTerminal(process: NodeJS.Process): Terminal {
  return {
    out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    now: () => new Date(),
    askPassphrase: () => askPassphrase(process),
  };
}

async function askPassphrase(process: NodeJS.Process): Promise<Outcome<string>> {
  const given = process.env['NIANBAO_PASSPHRASE'];
  if (given !== undefined && given !== '') return ok(given);
  if (!process.stdin.isTTY) return fail(problem('usage/no-passphrase'));
  process.stderr.write(commandWords.passphrasePrompt.zh);
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return answer === '' ? fail(problem('usage/no-passphrase')) : ok(answer);
}

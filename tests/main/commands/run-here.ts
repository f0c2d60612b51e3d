/** Runs a headless command inside the test, with the shipped editions. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Filing } from '#core/filing/filing.ts';
import { parseArguments, type Command, type CommandResult } from '#main/commands/command.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { printElsewhere } from '#main/printing/print-elsewhere.ts';
import { problem } from '#core/lib/problem.ts';
import { appFacts } from '#main/updates/running-app.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';

const root = resolve(import.meta.dirname, '../../..');
const editions = editionIds.map((id) => shippedEdition(id));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-命令-'));

export async function runHere(
  command: Command,
  words: readonly string[],
  now = new Date('2026-03-02T00:00:00Z'),
  passphrase: string | null = null,
): Promise<Outcome<CommandResult>> {
  const args = parseArguments(command, words);
  if (!args.ok) return args;
  const askPassphrase = () => Promise.resolve(passphrase === null ? fail(problem('usage/no-passphrase')) : ok(passphrase));
  return command.run(args.value, {
    editions,
    language: 'zh',
    now: () => now,
    askPassphrase,
    print: printElsewhere(process.env['NIANBAO_ELECTRON'], root),
    dataFolder: join(folder, 'data'),
    app: appFacts('0.1.0', join(root, 'resources')),
  });
}

/** The path of a file with the filing. */
export function filingFile(name: string, filing: Filing): string {
  return bytesFile(`${name}.filing.json`, Buffer.from(JSON.stringify(filing)));
}

export function bytesFile(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

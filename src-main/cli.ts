/** Composition root of the headless commands: `nianbao COMMAND …` without a window. */
import { join } from 'node:path';
import { loadEditions } from './use-cases/load-editions.ts';
import { commandWords } from '#core/text/commands.ts';
import { runCommand } from './commands/run.ts';
import { nodeTerminal } from './commands/terminal.ts';

const resources = join(import.meta.dirname, '../../resources');

runCommand(process.argv.slice(2), () => loadEditions(join(resources, 'editions')), nodeTerminal(process))
  .then((status) => {
    process.exitCode = status;
  })
  .catch((error: unknown) => {
    // A bug: its own words help whoever mends it, and 1 would mean findings.
    process.stderr.write(
      `${commandWords.bug.zh} ${commandWords.bug.en}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  });

/** Composition root of the headless commands: `nianbao COMMAND …` without a window. */
import { join } from 'node:path';
import { loadEditions } from './use-cases/load-editions.ts';
import { runCommand } from './commands/run.ts';
import { nodeTerminal } from './commands/terminal.ts';

const resources = join(import.meta.dirname, '../../resources');

void runCommand(process.argv.slice(2), () => loadEditions(join(resources, 'editions')), nodeTerminal(process)).then((status) => {
  process.exitCode = status;
});

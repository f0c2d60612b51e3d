/** Composition root of the headless commands: `nianbao COMMAND …` without a window. */
import { join } from 'node:path';
import { installedEditionsIn, usualDataFolder } from './editions/data-folder.ts';
import { loadEditions } from './use-cases/load-editions.ts';
import { commandWords } from '#core/text/commands.ts';
import { runCommand } from './commands/run.ts';
import { nodeTerminal } from './commands/terminal.ts';
import { appFacts } from './updates/running-app.ts';
import { printElsewhere } from './printing/print-elsewhere.ts';

/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;

const root = join(import.meta.dirname, '../..');
const resources = join(root, 'resources');
const print = printElsewhere(process.env['NIANBAO_ELECTRON'], root);

runCommand(
  process.argv.slice(2),
  (data) => loadEditions(join(resources, 'editions'), installedEditionsIn(data)),
  nodeTerminal(process, print),
  usualDataFolder(process.platform, process.env),
  appFacts(__APP_VERSION__, resources),
)
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

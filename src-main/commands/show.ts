/** `show`: every cell of a supported file, with the edition's official labels. */
import { ok } from '#core/lib/outcome.ts';
import { cellsAsTsv, showCells } from '#core/intake/show-cells.ts';
import { commandWords } from '#core/text/commands.ts';
import { readFiling } from '../filings/read-filing.ts';
import type { Command } from './command.ts';

export const showCommand: Command = {
  name: 'show',
  usage: 'show FILE [--tsv] [--json]',
  about: commandWords.show,
  options: { tsv: { type: 'boolean' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const read = await readFiling(args.files[0] ?? '', context.editions, { isYearNeeded: false });
    if (!read.ok) return read;
    const { filing, edition } = read.value;
    const rows = showCells(filing, edition.form);
    const text = cellsAsTsv(rows);
    return ok({ exit: 0, text: { zh: text, en: text }, data: rows });
  },
};

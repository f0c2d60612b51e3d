/** `render`: the report as Word, HTML, Excel or PDF. */
import { resolve } from 'node:path';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { documentFormats } from '#core/ipc/views.ts';
import { commandWords } from '#core/text/commands.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readFiling } from '../filings/read-filing.ts';
import { writeReportAs } from '../writers/report-documents.ts';
import { requireText, type Command } from './command.ts';

export const renderCommand: Command = {
  name: 'render',
  usage: 'render FILE --to docx|html|xlsx|pdf [--paper] -o OUT',
  about: commandWords.render,
  options: { to: { type: 'string' }, paper: { type: 'boolean' }, output: { type: 'string', short: 'o' } },
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const to = requireText(renderCommand, args, 'to');
    if (!to.ok) return to;
    const format = documentFormats.find((each) => each === to.value);
    if (format === undefined)
      return fail(problem('usage/bad-value', { argument: '--to', value: to.value, expected: documentFormats.join(' | ') }));
    const output = requireText(renderCommand, args, 'output');
    if (!output.ok) return output;
    const file = args.files[0] ?? '';
    if (resolve(file) === resolve(output.value)) return fail(problem('file/exists', { path: output.value }));
    if (format === 'xlsx' && args.has('paper')) return fail(problem('document/no-paper-form'));
    const read = await readFiling(file, context.editions, { isYearNeeded: false });
    if (!read.ok) return read;
    const paper = args.has('paper') ? { bundleDigest: read.value.bundleDigest } : null;
    const { filing, edition } = read.value;
    const bytes = await writeReportAs(format, filing, edition.form, paper, context.print);
    if (!bytes.ok) return bytes;
    const written = writeAtomically(nodeFileSystem, resolve(output.value), bytes.value);
    if (!written.ok) return written;
    const places = { title: filing.title, path: output.value };
    const text = { zh: fillPlaces(commandWords.rendered.zh, places), en: fillPlaces(commandWords.rendered.en, places) };
    const data = { path: output.value, format, bytes: bytes.value.length, bundleDigest: paper?.bundleDigest ?? null };
    return ok({ exit: 0, text, data });
  },
};

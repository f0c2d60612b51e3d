/** `template`: the Excel workbook in which a unit fills in its tables. */
import { fillPlaces, type Language } from '#core/lib/bilingual.ts';
import { ok } from '#core/lib/outcome.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { planTemplate, priorOfTemplate } from '#core/documents/template-workbook.ts';
import { editionForYear } from '#core/rules/loaded-edition.ts';
import { commandWords } from '#core/text/commands.ts';
import { writeWorkbook } from '../writers/write-workbook.ts';
import { requireText, type Command } from './command.ts';
import { describePrior, priorOptions, priorUsage, readPrior } from './prior.ts';
import { readUnit, readYear, unitOptions, unitUsage } from './unit-options.ts';
import { mayReplace, writeOutput } from './write-output.ts';

export const templateCommand: Command = {
  name: 'template',
  usage: `template ${unitUsage} [--edition 2019|2021] ${priorUsage} -o OUT.xlsx`,
  about: commandWords.template,
  options: { ...unitOptions, ...priorOptions, edition: { type: 'string' }, output: { type: 'string', short: 'o' } },
  files: { min: 0, max: 0 },
  run: async (args, context) => {
    const unit = readUnit(templateCommand, args);
    if (!unit.ok) return unit;
    const year = readYear(templateCommand, args);
    if (!year.ok) return year;
    const output = requireText(templateCommand, args, 'output');
    if (!output.ok) return output;
    const edition = editionForYear(context.editions, year.value, args.text('edition'));
    if (!edition.ok) return edition;
    const free = mayReplace([output.value], [args.text('prior'), ...args.list('predecessor')]);
    if (!free.ok) return free;
    const prior = await readPrior(args, newFiling(unit.value, year.value, edition.value), context);
    if (!prior.ok) return prior;
    const request = {
      unit: unit.value,
      reportYear: year.value,
      edition: edition.value,
      prior: priorOfTemplate(prior.value, year.value - 1),
    };
    const written = writeOutput(output.value, await writeWorkbook(planTemplate(request)));
    if (!written.ok) return written;
    const places = { path: output.value, unit: unit.value.name, year: year.value, document: edition.value.form.edition.document };
    const say = (language: Language) =>
      [...describePrior(prior.value, language), fillPlaces(commandWords.templateWritten[language], places)].join('\n');
    const data = {
      path: output.value,
      unit: unit.value,
      reportYear: year.value,
      edition: { id: edition.value.id, digest: edition.value.digest },
    };
    return ok({ exit: 0, text: { zh: say('zh'), en: say('en') }, data: { ...data, hasPrior: prior.value !== null } });
  },
};

/** `validate`: all rules over a filing, a bundle or a published text. */
import { fillPlaces, type Bilingual, type Language } from '#core/lib/bilingual.ts';
import { ok } from '#core/lib/outcome.ts';
import { blockingFindings, justificationOf } from '#core/filing/justification.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Finding } from '#core/rules/finding.ts';
import { addSuspects } from '#core/suspects/add-suspects.ts';
import { localise } from '#core/suspects/localise.ts';
import { countBySeverity } from '#core/rules/count-findings.ts';
import { validate } from '#core/validation/validate.ts';
import { commandWords } from '#core/text/commands.ts';
import { readFiling } from '../filings/read-filing.ts';
import type { Command } from './command.ts';
import { describePrior, priorOptions, priorUsage, readPrior } from './prior.ts';

export const validateCommand: Command = {
  name: 'validate',
  usage: `validate FILE ${priorUsage} [--json]`,
  about: commandWords.validate,
  options: priorOptions,
  files: { min: 1, max: 1 },
  run: async (args, context) => {
    const read = await readFiling(args.files[0] ?? '', context.editions);
    if (!read.ok) return read;
    const { filing, edition } = read.value;
    const prior = await readPrior(args, filing, context);
    if (!prior.ok) return prior;
    const { form, book } = edition;
    const found = validate(form, book, subjectOf(filing, prior.value));
    const localised = localise({ form, book, cells: filing.cells, prior: prior.value?.cells ?? null, now: () => performance.now() });
    const findings = addSuspects(found, localised);
    const blocking = blockingFindings(findings, filing.justifications, filing.cells);
    const say = (language: Language) => [...describePrior(prior.value, language), describe(filing, findings, language)].join('\n');
    return ok({
      exit: blocking.length > 0 ? 1 : 0,
      text: { zh: say('zh'), en: say('en') },
      data: findings.map((finding) => findingForMachines(finding, filing, context.language)),
    });
  },
};

/** contracts.md 2: code, severity, clause, table, cells, left, right, difference, message, suspects; operands and the place in the prose besides. */
export function findingForMachines(finding: Finding, filing: Filing, language: Language) {
  const operand = (each: Finding['leftOperands'][number]) => ({ ...each, label: each.label[language] });
  return {
    code: finding.code,
    severity: finding.severity,
    clause: finding.clause,
    table: finding.table,
    section: finding.section,
    quotation: finding.quotation,
    cells: finding.cells,
    left: finding.left,
    right: finding.right,
    difference: finding.difference,
    message: finding.message[language],
    suspects: finding.suspects,
    operands: { left: finding.leftOperands.map(operand), right: finding.rightOperands.map(operand) },
    justification: justificationOf(finding, filing.justifications, filing.cells)?.text ?? null,
  };
}

export const severityWords: Readonly<Record<Finding['severity'], Bilingual>> = {
  error: commandWords.severityError,
  warning: commandWords.severityWarning,
  hint: commandWords.severityHint,
};

function describe(filing: Filing, findings: readonly Finding[], language: Language): string {
  const places = { unit: filing.unit.name, year: filing.reportYear };
  const count = countBySeverity(findings);
  const isFine = count.error + count.warning === 0;
  const head = fillPlaces((isFine ? commandWords.validateFine : commandWords.validateCount)[language], {
    ...places,
    errors: count.error,
    warnings: count.warning,
  });
  const lines = findings.map((finding) => {
    const isJustified = justificationOf(finding, filing.justifications, filing.cells) !== null;
    const mark = isJustified ? ` ${commandWords.justified[language]}` : '';
    return `${severityWords[finding.severity][language]} ${finding.code} ${finding.message[language]}${mark}`;
  });
  return [head, ...lines].join('\n');
}

/** Reports of which one passage matters, put through the whole of validation. */
import { standardTitle } from '#core/filing/filing.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { RuleBook } from '#core/rules/rule.ts';
import type { FilingSubject, PriorFiling } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { shippedEdition, type EditionId } from '../../fixtures/editions.ts';
import { figuresBefore, soundProse } from '../../fixtures/subjects.ts';
import { cellsWith, formOf, type Figures, type Told } from '../figures/harness.ts';

export const editions = { '2019': shippedEdition('2019'), '2021': shippedEdition('2021') };
const years = { '2019': 2020, '2021': 2023 };

/** A county's report with `text` as its section 一; every cell but those of `figures` is 0. */
export function reportOf(text: string, figures: Figures, told: Told & { readonly before?: Figures } = {}): FilingSubject {
  const id = told.edition ?? '2021';
  const [reportYear, unitName] = [told.reportYear ?? years[id], told.unitName ?? '示例县'];
  return {
    cells: told.cells ?? cellsWith(id, figures),
    cellUnits: {},
    level: 'county',
    narrative: { ...soundProse, overview: narrativeFromText(text) },
    reportYear,
    unitName,
    title: standardTitle(unitName, reportYear),
    prior: told.before === undefined ? null : priorWith(id, told.before),
  };
}

function priorWith(id: EditionId, figures: Figures): PriorFiling {
  return figuresBefore(formOf(id), cellsWith(id, figures));
}

/** What validation says about figures in the prose; of a report without last year's not that growth could not be checked. */
export function proseFindings(id: EditionId, subject: FilingSubject, book: RuleBook = editions[id].book): readonly Finding[] {
  const findings = validate(editions[id].form, book, subject);
  return findings.filter(({ kind, quotation }) => kind === 'narrativeFigure' && quotation !== null);
}

export function check(text: string, figures: Figures, told: Told & { readonly before?: Figures } = {}): readonly Finding[] {
  return proseFindings(told.edition ?? '2021', reportOf(text, figures, told));
}

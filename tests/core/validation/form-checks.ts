/** What the form checks (C-1 …) say of a sound report with some of its prose, title or unit changed. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { UnitLevel } from '#core/form/unit-level.ts';
import { standardTitle } from '#core/filing/filing.ts';
import type { Block } from '#core/narrative/narrative.ts';
import { narrativeFromText, plainText } from '#core/narrative/narrative-text.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { RuleBook } from '#core/rules/rule.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { validate } from '#core/validation/validate.ts';
import { shippedEdition, type EditionId } from '../../fixtures/editions.ts';
import { soundProse, subjectOfCells, zeroCells } from '../../fixtures/subjects.ts';

export type Report = {
  readonly edition?: EditionId;
  readonly level?: UnitLevel;
  readonly unitName?: string;
  readonly title?: string;
  /** Text by section id instead of the sound one; blocks where it matters what they are. */
  readonly prose?: Readonly<Record<string, string | readonly Block[]>>;
};

const editions = { '2019': shippedEdition('2019'), '2021': shippedEdition('2021') };
export const reportYears = { '2019': 2020, '2021': 2023 };

function formChecksOf({ rules, ...book }: RuleBook): RuleBook {
  return { ...book, rules: rules.filter((rule) => rule.kind === 'completeness') };
}

export const formChecks = { '2019': formChecksOf(editions['2019'].book), '2021': formChecksOf(editions['2021'].book) };

export function reportOf({ edition = '2021', level = 'department', unitName = '定安县民政局', title, prose = {} }: Report): FilingSubject {
  const reportYear = reportYears[edition];
  const changed = Object.entries(prose).map(([section, text]) => [section, typeof text === 'string' ? narrativeFromText(text) : text]);
  return subjectOfCells(zeroCells(editions[edition].form), {
    narrative: { ...soundProse, ...Object.fromEntries(changed) },
    ...{ level, unitName, reportYear, title: title ?? standardTitle(unitName, reportYear) },
  });
}

/** All that the form checks find, or what one of them finds. */
export function findingsOf(report: Report, code?: string, subject: FilingSubject = reportOf(report)): readonly Finding[] {
  const edition = report.edition ?? '2021';
  const found = validate(editions[edition].form, formChecks[edition], subject);
  return code === undefined ? found : found.filter((finding) => finding.code === code);
}

/** The words that a check quotes, in order. */
export function quoted(report: Report, code: string): readonly (string | null)[] {
  return findingsOf(report, code).map(({ quotation }) => quotation?.words ?? null);
}

/** What stands where a quotation says it does. */
export function wordsAt({ narrative, title }: FilingSubject, { section, quotation }: Finding): string | null {
  if (quotation === null) return null;
  const block = section === null ? null : narrative[section]?.[quotation.block];
  const text = block === null || block === undefined ? title : plainText(block, (cell: CellKey) => `[${cell}]`);
  return text.slice(quotation.start, quotation.end);
}

/** What is amiss with the words of a message: a place left open, a value that is none. */
export const badWords = /[{}]|undefined|null|NaN|\[object|[=\s][，；。、）]|\s$/u;

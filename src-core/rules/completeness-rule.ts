/** The rule kind `completeness`: what a report of this form has to contain and may not get wrong (domain.md 2.7). */
import type { Bilingual } from '../lib/bilingual.ts';
import type { RuleBase } from './rule-base.ts';

type Base = RuleBase & { readonly kind: 'completeness' };
/** Words are looked for in prose without white space, in which `（` reads as `(` and `１` as `1`. */
export type Words = readonly string[];

/** A section has at least `minimum` letters; `nothing` (无, 暂无) counts as none. */
export type SectionTextRule = Base & {
  readonly asks: 'text';
  readonly section: string;
  readonly minimum: number;
  readonly nothing: Words;
};

export type Topic = { readonly name: Bilingual; readonly words: Words };

/**
 * Each topic is spoken of in one of the sections: one of its words stands there. The first is where it belongs; when that
 * has no text, it is for another rule to say so.
 */
export type TopicsRule = Base & {
  readonly asks: 'topics';
  readonly sections: readonly string[];
  readonly topics: readonly Topic[];
  /** What counts as no text. */
  readonly nothing: Words;
};

/** A sentence that lists the parts of the report lists them all: it has a word of `subjects` and `minimum` of the parts. */
export type PartsRule = Base & {
  readonly asks: 'parts';
  readonly sections: readonly string[];
  readonly subjects: Words;
  readonly minimum: number;
  readonly parts: readonly Topic[];
};

/** An amount whose unit the form does not print has one, unless it is blank or zero. */
export type AmountUnitRule = Base & { readonly asks: 'amountUnit'; readonly table: string; readonly row: string; readonly column: string };

/** A notice by its number without the issuer (〔2021〕30号) and by what only its title says. */
export type Notice = { readonly number: string; readonly titles: Words };

/** The notice cited is the edition's own, its number stands with its title. */
export type BasisRule = Base & {
  readonly asks: 'basis';
  /** What stands before the number of such notices: 国办公开办函. */
  readonly issuer: string;
  readonly own: Notice;
  readonly others: readonly Notice[];
  /** Said where title and number belong to different notices. */
  readonly mixed: Bilingual;
};

/** The years that the title names include the report year. */
export type TitleYearRule = Base & { readonly asks: 'titleYear' };
/** The title names the unit, in full or shortened. */
export type TitleUnitRule = Base & { readonly asks: 'titleUnit' };
/** The title is a name and a year (2024年), or a year and a name, with `wording` behind them. */
export type TitleWordingRule = Base & { readonly asks: 'titleWording'; readonly wording: string };

/**
 * The period that a report covers is its year. Periods are read in `section`, and everywhere in sentences with a word of
 * `terms` (统计期限); `names` are what reports call themselves, `passing` what follows where another paper is meant.
 */
export type PeriodRule = Base & {
  readonly asks: 'period';
  readonly section: string;
  readonly terms: Words;
  readonly names: Words;
  readonly passing: Words;
};

/** Dates in the prose are days of the calendar, with their numbers whole. */
export type DatesRule = Base & { readonly asks: 'dates' };

/**
 * Numbers have not been lost: where a sum is announced no unit follows a verb and its object, or the announcement itself
 * (共件); no sentence ends in a clause that is one of `alone`; no percent sign stands behind a word.
 */
export type MissingNumberRule = Base & {
  readonly asks: 'missingNumber';
  /** Words that announce a sum: 共, 全年, 累计. */
  readonly leads: Words;
  readonly verbs: Words;
  readonly objects: Words;
  readonly units: Words;
  readonly denials: Words;
  readonly alone: Words;
  /** What may open a clause of `alone`. */
  readonly openings: Words;
};

export type OwnName = {
  readonly words: Words;
  /** Unit names with one of these may say so. */
  readonly fits: Words;
  /** Only units with such an end of the name are known not to be meant. */
  readonly ends: Words;
};

/** The unit does not call itself something it cannot be: 我局 in the report of a 镇. */
export type SelfReferenceRule = Base & {
  readonly asks: 'selfReference';
  readonly names: readonly OwnName[];
  /** Words that only contain such a name: 自我局限. */
  readonly chance: Words;
};

/** The unit that is said to have made the report, or is named for questions, is the report's. */
export type CompilerRule = Base & {
  readonly asks: 'compiler';
  readonly sections: readonly string[];
  readonly frames: readonly { readonly before: Words; readonly after: Words }[];
  /** Ends of names of units that make reports of their own. */
  readonly ends: Words;
  /** Beginnings of what is no name: 我, 本, 各. */
  readonly starts: Words;
};

/** Headings within a section are numbered one after the other. */
export type NumberingRule = Base & { readonly asks: 'numbering'; readonly sections: readonly string[] };

export type CompletenessRule =
  | SectionTextRule
  | TopicsRule
  | PartsRule
  | AmountUnitRule
  | BasisRule
  | TitleYearRule
  | TitleUnitRule
  | TitleWordingRule
  | PeriodRule
  | DatesRule
  | MissingNumberRule
  | SelfReferenceRule
  | CompilerRule
  | NumberingRule;

/** What messages may show. */
export const placesOfCompleteness: Readonly<Record<CompletenessRule['asks'], readonly string[]>> = {
  text: ['section', 'count', 'minimum'],
  topics: ['topics'],
  parts: ['sentence', 'topics'],
  amountUnit: ['cell', 'value'],
  basis: ['words', 'own'],
  titleYear: ['title', 'words', 'year'],
  titleUnit: ['title', 'words', 'unit'],
  titleWording: ['title', 'standard'],
  period: ['words', 'year'],
  dates: ['words'],
  missingNumber: ['words'],
  selfReference: ['words', 'unit', 'count'],
  compiler: ['words', 'unit'],
  numbering: ['words', 'number', 'expected'],
};
export const placesOfMixed: readonly string[] = ['title', 'number', 'own'];

/**
 * The rule kind `narrativeFigure`: what a figure in the prose must agree with. The Chinese of the reports is data (word
 * lists and sums of cells), so that an office can read a rule, and a new edition can bring its own words.
 */
import * as v from 'valibot';
import type { Bilingual } from '../lib/bilingual.ts';
import {
  anyWordsSchema as anyWords,
  bilingualSchema as bilingual,
  ruleBaseSchema,
  wordsSchema as words,
  type RuleBase,
} from './rule-base.ts';

/** How far a subject carries: to the end of its clause, its sentence, or its block (and the blocks under its heading). */
export const reaches = ['clause', 'sentence', 'block'] as const;
export type Reach = (typeof reaches)[number];

export type CellTerm = { readonly row: string; readonly column: string; readonly coefficient?: number };

/** A sum of cells of the rule's table that the figure may equal. */
export type Alternative = readonly CellTerm[];

/** In words, 上年, 本年 and 下年 also stand for 上年度, 去年, 2019年 … of the report's year. */
export type Words = readonly string[];

/** Places of messages: `{sentence}` `{figure}` `{name}` `{stated}` `{value}` `{others}` `{difference}`. */
type Base = RuleBase & { readonly kind: 'narrativeFigure'; readonly table: string };

/** One row or sum of the table and how the prose speaks of it. */
export type Family = {
  /** What the table calls it. */
  readonly name: Bilingual;
  /** The family's own words; one must stand by the figure. */
  readonly verbs: Words;
  /** What they must be about; one must have been heard within `reach`. An empty list: the verbs say enough. */
  readonly objects: Words;
  /** Words that change the subject: what follows them is about another matter until an object is named again. */
  readonly excludes: Words;
  /** The first alternative is the one that messages show. */
  readonly accepts: readonly Alternative[];
};

type Families = {
  readonly families: readonly Family[];
  /** For all families, besides their own. */
  readonly objects: Words;
  readonly excludes: Words;
  /** Words that rule a family out only where they stand by the figure: 延期答复3件. */
  readonly beside: Words;
  /** Words that name one part of what the table counts, such as a single channel: a smaller figure is not judged. */
  readonly parts: Words;
  /** Words that seem to name the office alone: a smaller figure is a hint with this message, not a contradiction. */
  readonly scope?: { readonly words: Words; readonly message: Bilingual };
  readonly reach: Reach;
};

/** 「收到政府信息公开申请2864件」: a figure with a unit. */
export type CountRule = Base &
  Families & {
    readonly reads: 'count';
    readonly units: Words;
    /** Whether the families are believed inside a list that follows 其中 (or in brackets). */
    readonly lists: 'read' | 'skip';
    /** `any`: other words may stand between the verb and an object that stands by the figure. */
    readonly between: 'known' | 'any';
  };
/** 「未收到政府信息公开申请」: a denial, so the sum is 0. */
export type NoneRule = Base & Families & { readonly reads: 'none' };
/** 「予以公开30件，占30.61%」: the count before it, divided by an accepted sum; within one unit in the last place. */
export type ShareRule = Base & {
  readonly name: Bilingual;
  readonly reads: 'share';
  readonly follows: Words;
  readonly verbs: Words;
  readonly excludes: Words;
  readonly accepts: readonly Alternative[];
};
/** 「收到申请130件，同比增长3%」: against the same sum in last year's report. */
export type GrowthRule = Base & {
  readonly reads: 'growth';
  readonly follows: Words;
  readonly against: Words;
  readonly rising: Words;
  readonly falling: Words;
  /** What is said instead where last year's figures are missing. */
  readonly unchecked: Bilingual;
};
/** 「总数N条，其中a条、b条」: the parts are not more than the whole; after `closes` (分别为, 包括) they are the whole. */
export type PartsRule = Base & {
  readonly reads: 'parts';
  readonly opens: Words;
  readonly closes: Words;
  /** Words after which what follows is no longer of the list. */
  readonly ends: Words;
  /** 等: the list names only some of the parts. */
  readonly open: Words;
  readonly units: Words;
};
/** 「收取信息处理费380元」 against 「未收取信息处理费」 in the same section. */
export type FeeRule = Base & {
  readonly reads: 'fee';
  readonly verbs: Words;
  readonly denials: Words;
  readonly objects: Words;
  readonly excludes: Words;
};
/** 「通过审计信息专栏公开信息20条」 and later 「…16条」: the same thing said twice with different figures. */
export type RepeatRule = Base & {
  readonly reads: 'repeated';
  readonly verbs: Words;
  /** 通过, 依托: what follows, up to the verb, names the channel. */
  readonly channels: Words;
  /** Words that do not tell one channel from another. */
  readonly generic: Words;
  readonly units: Words;
};

export type NarrativeFigureRule = CountRule | NoneRule | ShareRule | GrowthRule | PartsRule | FeeRule | RepeatRule;

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const term = v.strictObject({ row: text, column: text, coefficient: v.exactOptional(v.pipe(v.number(), v.safeInteger())) });
const accepts = v.pipe(v.array(v.pipe(v.array(term), v.minLength(1))), v.minLength(1));
const base = { ...ruleBaseSchema, kind: v.literal('narrativeFigure'), table: text };
const subject = { objects: v.optional(anyWords, ''), excludes: v.optional(anyWords, '') };
const families = {
  ...subject,
  beside: v.optional(anyWords, ''),
  parts: v.optional(anyWords, ''),
  scope: v.exactOptional(v.strictObject({ words, message: bilingual })),
  families: v.pipe(v.array(v.strictObject({ name: bilingual, verbs: words, ...subject, accepts })), v.minLength(1)),
};

export const narrativeFigureRuleSchema = v.variant('reads', [
  v.strictObject({
    ...base,
    ...families,
    reads: v.literal('count'),
    reach: v.optional(v.picklist(reaches), 'sentence'),
    units: words,
    lists: v.optional(v.picklist(['read', 'skip']), 'read'),
    between: v.optional(v.picklist(['known', 'any']), 'known'),
  }),
  v.strictObject({ ...base, ...families, reads: v.literal('none'), reach: v.optional(v.picklist(reaches), 'clause') }),
  v.strictObject({ ...base, reads: v.literal('share'), name: bilingual, follows: words, verbs: words, excludes: words, accepts }),
  v.strictObject({
    ...base,
    reads: v.literal('growth'),
    follows: words,
    against: words,
    rising: words,
    falling: words,
    unchecked: bilingual,
  }),
  v.strictObject({ ...base, reads: v.literal('parts'), opens: words, closes: words, ends: words, open: words, units: words }),
  v.strictObject({ ...base, reads: v.literal('fee'), verbs: words, denials: words, objects: words, excludes: words }),
  v.strictObject({ ...base, reads: v.literal('repeated'), verbs: words, channels: words, generic: words, units: words }),
]);

/** The sums a rule refers to. */
export function alternativesOf(rule: NarrativeFigureRule): readonly Alternative[] {
  if ('families' in rule) return rule.families.flatMap((family) => family.accepts);
  return rule.reads === 'share' ? rule.accepts : [];
}

/** Their cells, for the check that its edition has them. */
export function cellsOfNarrativeFigure(rule: NarrativeFigureRule): readonly { readonly row: string; readonly column: string }[] {
  return alternativesOf(rule).flatMap((alternative) => alternative.map(({ row, column }) => ({ row, column })));
}

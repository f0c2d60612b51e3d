/** Percentages that follow a count: its share of the whole, and its growth against last year. */
import { fromMillionths } from '../lib/exact.ts';
import type { Form } from '../form/form.ts';
import type { Cells } from '../form/edit-cells.ts';
import type { PriorYear } from '../rules/subject.ts';
import type { GrowthRule, ShareRule } from '../rules/narrative-figure-rule.ts';
import type { Figure } from './find-family.ts';
import type { HeardBlock } from './hear-claims.ts';
import { rulesWith, type WordRole } from './lexicon.ts';
import type { Mark } from './marks.ts';
import type { Range } from './passage.ts';
import { growthOf, isWritten, rateOf, roundRate, type Rate } from './percent.ts';
import type { PassageReading } from './reading.ts';
import { sumsOf, type Sum } from './sums.ts';
import type { WordBook } from './word-book.ts';

type Tables = { readonly form: Form; readonly cells: Cells; readonly prior: PriorYear | null };
type Percent = {
  readonly figure: Figure;
  readonly between: readonly Mark[];
  readonly count: PassageReading;
  readonly earlier: readonly PassageReading[];
};

/** A whole that the block itself stated before may be the one that is meant. */
const wholesRemembered = 12;
const marksBetween = 12;

export function readRates(heard: HeardBlock, counts: readonly PassageReading[], book: WordBook, tables: Tables): readonly PassageReading[] {
  return percentsAfterCounts(heard, counts).flatMap((percent) =>
    book.rules.flatMap((rule, index): readonly PassageReading[] => {
      if (rule.reads !== 'share' && rule.reads !== 'growth') return [];
      if (!rule.follows.includes(percent.count.rule.code)) return [];
      const reading = rule.reads === 'share' ? readShare(rule, index, percent, tables) : readGrowth(rule, index, percent, tables);
      return reading === null ? [] : [reading];
    }),
  );
}

function percentsAfterCounts({ marks }: HeardBlock, counts: readonly PassageReading[]): readonly Percent[] {
  const readings = new Map<Range, PassageReading>(counts.map((reading) => [reading.words, reading]));
  const percents: Percent[] = [];
  const earlier: PassageReading[] = [];
  let last: { readonly count: PassageReading; readonly from: number } | null = null;
  for (const [index, mark] of marks.entries()) {
    if (mark.kind === 'stop' && mark.level !== 'clause') last = null;
    if (mark.kind !== 'quantity') continue;
    if (mark.quantity.unit === '%' && last !== null && index - last.from <= marksBetween) {
      percents.push({
        figure: mark,
        between: marks.slice(last.from + 1, index),
        count: last.count,
        earlier: earlier.slice(-wholesRemembered),
      });
    }
    const count = readings.get(mark.quantity);
    if (count !== undefined) earlier.push(count);
    last = count === undefined ? null : { count, from: index };
  }
  return percents;
}

function readShare(rule: ShareRule, index: number, percent: Percent, { form, cells }: Tables): PassageReading | null {
  const { figure, between, count } = percent;
  if (!between.every((mark) => mark.kind !== 'unknown' && mark.kind !== 'year') || has(between, 'exclude', index)) return null;
  // 「(67.6%)」 needs no word; in the open, 占 must say that it is a share.
  if (!has(between, 'verb', index) && figure.depth === 0) return null;
  const sums = sumsOf([rule], form, cells);
  const fromTables = sums.map((sum) => ({ sum, rate: sum.value === null ? null : rateOf(count.left ?? 0, sum.value) }));
  const fromProse = percent.earlier.map(({ left }) => rateOf(count.left ?? 0, left ?? 0));
  const { value, step } = figure.quantity;
  const equal = fromTables.find(({ rate }) => rate !== null && isWritten(rate, value, step));
  const ofProse = equal === undefined ? fromProse.find((rate) => rate !== null && isWritten(rate, value, step)) : undefined;
  if (ofProse !== undefined && ofProse !== null) return rateReading(rule, percent, ofProse, { sum: undefined, isEqual: true });
  const basis = equal ?? fromTables[0];
  return rateReading(rule, percent, basis?.rate ?? null, { sum: basis?.sum, isEqual: equal !== undefined });
}

function readGrowth(rule: GrowthRule, index: number, percent: Percent, { prior }: Tables): PassageReading | null {
  const { figure, between, count } = percent;
  const isRising = has(between, 'rising', index);
  const isFalling = has(between, 'falling', index);
  if (prior === null || isRising === isFalling || !has(between, 'against', index)) return null;
  if (between.some((mark) => mark.kind === 'unknown' || mark.kind === 'year')) return null;
  if (count.cells.some((cell) => !prior.form.cellByKey.has(cell)) || !('accepts' in count.rule)) return null;
  const accepts = [
    count.operands.map(({ cell, coefficient }) => ({ row: cell.split('.')[1] ?? '', column: cell.split('.')[2] ?? '', coefficient })),
  ];
  const [sum] = sumsOf([{ table: count.rule.table, accepts }], prior.form, prior.cells);
  const rate = sum === undefined || sum.value === null ? null : growthOf(count.left ?? 0, sum.value);
  if (rate === null) return null;
  const directed = isFalling ? { ...rate, over: -rate.over } : rate;
  return rateReading(rule, percent, directed, { sum, isEqual: isWritten(directed, figure.quantity.value, figure.quantity.step) });
}

type Basis = { readonly sum: Sum | undefined; readonly isEqual: boolean };

function rateReading(rule: ShareRule | GrowthRule, { figure, count }: Percent, rate: Rate | null, { sum, isEqual }: Basis): PassageReading {
  const { quantity } = figure;
  return {
    rule,
    verdict: isEqual ? 'agrees' : rate === null ? 'open' : 'differs',
    words: quantity,
    sentence: count.sentence,
    cells: [...count.cells, ...(sum?.operands.map(({ cell }) => cell) ?? [])],
    operands: sum?.operands ?? [],
    left: fromMillionths(quantity.value),
    right: rate === null ? null : roundRate(rate, quantity.step),
    others: [],
    name: rule.reads === 'share' ? rule.name : count.name,
  };
}

function has(marks: readonly Mark[], role: WordRole, rule: number): boolean {
  return marks.some((mark) => mark.kind === 'word' && rulesWith(mark.word, role).includes(rule));
}

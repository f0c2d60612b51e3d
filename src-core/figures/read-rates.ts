/** Percentages that follow a count: its share of the whole, and its growth against last year. */
import { fromMillionths } from '../lib/exact.ts';
import type { PriorYear } from '../rules/subject.ts';
import type { GrowthRule, ShareRule } from '../rules/narrative-figure-rule.ts';
import type { MarkedBlock } from './marked-block.ts';
import { growthOf, isWritten, rateOf, roundRate, type Rate } from './percent.ts';
import type { Quantity } from './quantity.ts';
import type { PassageReading } from './reading.ts';
import type { Figure, Mark } from './row.ts';
import { sumOf, sumsOf, type Sum, type SumTerm, type Tables } from './sums.ts';
import type { WordBook } from './word-book.ts';
import type { WordRole } from './word-roles.ts';

/** A percentage that stands behind another figure, with the marks between them. */
export type Percent = { readonly figure: Figure; readonly follows: Quantity; readonly between: readonly Mark[] };

/** A percentage of a count, with the counts of the block before it. */
type CountedPercent = Percent & { readonly count: PassageReading; readonly earlier: readonly PassageReading[] };

/** A whole that the block itself stated before may be the one that is meant. */
const wholesRemembered = 12;
const marksBetween = 12;

export function percentsIn({ row: { marks }, landmarks }: MarkedBlock): readonly Percent[] {
  const percents: Percent[] = [];
  for (const index of landmarks) {
    const figure = marks[index];
    if (figure?.kind !== 'quantity' || figure.quantity.unit !== '%') continue;
    for (let before = index - 1; before >= Math.max(0, index - marksBetween); before -= 1) {
      const mark = marks[before];
      if (mark?.kind === 'stop' && mark.sign !== 'clause') break;
      if (mark?.kind !== 'quantity') continue;
      percents.push({ figure, follows: mark.quantity, between: marks.slice(before + 1, index) });
      break;
    }
  }
  return percents;
}

export function readRates(
  percents: readonly Percent[],
  counts: readonly PassageReading[],
  book: WordBook,
  tables: Tables,
  prior: PriorYear | null,
): readonly PassageReading[] {
  if (percents.length === 0 || counts.length === 0) return [];
  const rates = [...book.readers.share, ...book.readers.growth];
  const ofFigures = counts.filter(({ rule }) => rule.reads === 'count');
  const places = new Map(ofFigures.map(({ words }, place) => [words, place]));
  return percents.flatMap((percent) => {
    const place = places.get(percent.follows);
    const count = place === undefined ? undefined : ofFigures[place];
    if (place === undefined || count === undefined) return [];
    const counted = { ...percent, count, earlier: ofFigures.slice(Math.max(0, place + 1 - wholesRemembered), place + 1) };
    return rates.flatMap(([each, rule]): readonly PassageReading[] => {
      if (!rule.follows.includes(count.rule.code)) return [];
      const reading = rule.reads === 'share' ? readShare(rule, each, counted, tables) : readGrowth(rule, each, counted, prior);
      return reading === null ? [] : [reading];
    });
  });
}

function readShare(rule: ShareRule, index: number, percent: CountedPercent, tables: Tables): PassageReading | null {
  const { figure, between, count } = percent;
  if (!between.every((mark) => mark.kind !== 'unknown' && mark.kind !== 'year') || has(between, 'exclude', index)) return null;
  // 「(67.6%)」 needs no word; in the open, 占 must say that it is a share.
  if (!has(between, 'shares', index) && figure.depth === 0) return null;
  const fromTables = sumsOf([rule], tables).map((sum) => ({ sum, rate: sum.value === null ? null : rateOf(count.left ?? 0, sum.value) }));
  const fromProse = percent.earlier.map(({ left }) => rateOf(count.left ?? 0, left ?? 0));
  const { value, step } = figure.quantity;
  const isStated = (rate: Rate | null): rate is Rate => rate !== null && isWritten(rate, value, step);
  const equal = fromTables.find(({ rate }) => isStated(rate));
  const ofProse = equal === undefined ? fromProse.find(isStated) : undefined;
  const basis = ofProse === undefined ? (equal ?? fromTables[0]) : undefined;
  const rate = ofProse ?? basis?.rate ?? null;
  const isEqual = equal !== undefined || ofProse !== undefined;
  return { ...rateReading(rule, percent, rate, isEqual), sum: basis?.sum ?? null, isPrior: false, name: rule.name };
}

function readGrowth(rule: GrowthRule, index: number, percent: CountedPercent, prior: PriorYear | null): PassageReading | null {
  const { figure, between, count } = percent;
  const isRising = has(between, 'rising', index);
  const isFalling = has(between, 'falling', index);
  if (isRising === isFalling || !has(between, 'against', index)) return null;
  if (between.some((mark) => mark.kind === 'unknown' || mark.kind === 'year')) return null;
  const sum = prior === null ? null : sumOfYearBefore(count, prior);
  if (prior === null || sum === null || sum.value === null) {
    return { ...rateReading(rule, percent, null, false), sum: null, isPrior: true, name: count.name };
  }
  const rate = growthOf(count.left ?? 0, sum.value);
  if (rate === null) return null;
  const directed = isFalling ? { ...rate, over: -rate.over } : rate;
  const reading = rateReading(rule, percent, directed, isWritten(directed, figure.quantity.value, figure.quantity.step));
  return { ...reading, sum, isPrior: true, name: count.name };
}

/** The same sum in last year's report; null where its form has other rows. */
function sumOfYearBefore({ sum }: PassageReading, prior: PriorYear): Sum | null {
  const terms = sum?.terms ?? [];
  const same = terms.flatMap(({ cell: { key }, coefficient }): readonly SumTerm[] => {
    const cell = prior.form.cellByKey.get(key);
    return cell === undefined ? [] : [{ cell, coefficient }];
  });
  return same.length < terms.length ? null : sumOf(same, prior);
}

type RateReading = Omit<PassageReading, 'sum' | 'isPrior' | 'name'>;

function rateReading(rule: ShareRule | GrowthRule, { figure, count }: CountedPercent, rate: Rate | null, isEqual: boolean): RateReading {
  const { quantity } = figure;
  return {
    rule,
    verdict: isEqual ? 'agrees' : rate === null ? 'open' : 'differs',
    words: quantity,
    sentence: count.sentence,
    counted: count.sum,
    left: fromMillionths(quantity.value),
    right: rate === null ? null : roundRate(rate, quantity.step),
    others: [],
    against: null,
  };
}

function has(marks: readonly Mark[], role: WordRole, rule: number): boolean {
  return marks.some((mark) => mark.kind === 'word' && mark.roles[role].includes(rule));
}

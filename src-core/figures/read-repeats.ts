/** The same thing stated twice: 「通过审计信息专栏公开信息20条」 and further on 「…公开信息16条」. */
import { fromMillionths } from '../lib/exact.ts';
import type { RepeatRule } from '../rules/narrative-figure-rule.ts';
import { excerpt, longestSentence } from './excerpt.ts';
import type { MarkedBlock } from './marked-block.ts';
import type { Quantity } from './quantity.ts';
import { ofProseAlone, type PassageReading } from './reading.ts';
import type { Range } from './passage.ts';
import { endOf, startOf } from './row.ts';
import { sentenceAt } from './sentences.ts';
import type { WordBook } from './word-book.ts';

/** 「通过审计信息专栏公开信息20条」 */
export type Statement = {
  readonly rule: RepeatRule;
  /** What tells it from others: 「示范区管委会网站审计信息栏目」 is 示范区管委会审计信息. */
  readonly channel: string;
  readonly quantity: Quantity;
  readonly sentence: Range;
  /** The words of the sentence. */
  readonly quote: string;
};

/** A channel known by fewer characters than this could be any website. */
const shortestChannel = 4;
const longestChannel = 40;
/** Reports state far fewer; a text that states more is not compared further. */
const mostStatements = 200;

/** The statements of a block in order. */
export function statementsIn(block: MarkedBlock, book: WordBook): readonly Statement[] {
  return block.namesChannel ? book.readers.repeated.flatMap(([each, rule]) => statementsOf(rule, each, block, book)) : [];
}

/** For each statement of a report, in order, what it makes of the first about the same channel; null for that itself. */
export function readRepeats(statements: readonly Statement[]): readonly (PassageReading | null)[] {
  return statements.slice(0, mostStatements).map((statement, index) => {
    const first = statements.slice(0, index).find((earlier) => isSame(earlier, statement));
    const isComparable = first !== undefined && statement.quantity.isExact && first.quantity.isExact;
    return isComparable ? repeatReading(statement, first) : null;
  });
}

function statementsOf(rule: RepeatRule, each: number, block: MarkedBlock, { reportYear }: WordBook): readonly Statement[] {
  const { row, sentences, landmarks, passage } = block;
  const statements: Statement[] = [];
  let year: number | null = null;
  for (const index of landmarks) {
    const mark = row.marks[index];
    if (mark?.kind === 'stop') year = null;
    else if (mark?.kind === 'year') ({ year } = mark);
    if (mark?.kind !== 'quantity' || mark.depth > 0 || !rule.units.includes(mark.quantity.unit)) continue;
    const isOfYear = year === null || reportYear === null || year === reportYear;
    const channel = isOfYear ? channelBefore(index, rule, each, block) : '';
    if (channel.length < shortestChannel) continue;
    const sentence = sentenceAt(sentences, mark.start);
    const quote = excerpt(passage.text, sentence, mark, longestSentence);
    statements.push({ rule, channel, quantity: mark.quantity, sentence, quote });
  }
  return statements;
}

/** What stands between 通过 and the verb right before the figure; nothing where there are no such words in its clause. */
function channelBefore(figure: number, rule: RepeatRule, each: number, { passage, row }: MarkedBlock): string {
  const verb = row.marks[figure - 1];
  if (verb?.kind !== 'word' || !verb.roles.states.includes(each)) return '';
  for (let index = figure - 2; index >= 0; index -= 1) {
    const mark = row.marks[index];
    if (mark === undefined || mark.kind === 'stop' || mark.kind === 'quantity') return '';
    if (mark.kind !== 'word' || !mark.roles.channel.includes(each)) continue;
    const from = endOf(row, index);
    const words = passage.text.slice(from, Math.min(startOf(row, figure - 1), from + longestChannel));
    return rule.generic.reduce((rest, word) => rest.replaceAll(word, ''), words);
  }
  return '';
}

function isSame(one: Statement, other: Statement): boolean {
  if (one.rule !== other.rule || one.quantity.unit !== other.quantity.unit) return false;
  return one.channel.endsWith(other.channel) || other.channel.endsWith(one.channel);
}

function repeatReading({ rule, quantity, sentence }: Statement, first: Statement): PassageReading {
  return {
    rule,
    verdict: quantity.value === first.quantity.value ? 'agrees' : 'differs',
    words: quantity,
    sentence,
    left: fromMillionths(quantity.value),
    right: fromMillionths(first.quantity.value),
    ...ofProseAlone,
    against: first.quote,
  };
}

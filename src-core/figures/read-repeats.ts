/** The same thing stated twice: 「通过审计信息专栏公开信息20条」 and further on 「…公开信息16条」. */
import { fromMillionths } from '../lib/exact.ts';
import type { RepeatRule } from '../rules/narrative-figure-rule.ts';
import type { HeardBlock } from './hear-claims.ts';
import { rulesWith } from './lexicon.ts';
import type { Quantity } from './quantity.ts';
import { noName, type PassageReading } from './reading.ts';
import type { Range } from './passage.ts';
import type { WordBook } from './word-book.ts';

type Statement = { readonly block: number; readonly channel: string; readonly quantity: Quantity; readonly sentence: Range };

/** A channel known by fewer characters than this could be any website. */
const shortestChannel = 4;
const longestChannel = 40;
/** Reports state far fewer; a text that states more is not compared further. */
const mostStatements = 200;

/** All blocks of a report in order; the readings come with the index of their block. */
export function readRepeats(
  blocks: readonly HeardBlock[],
  book: WordBook,
): readonly { readonly block: number; readonly reading: PassageReading }[] {
  return book.rules.flatMap((rule, each) => {
    if (rule.reads !== 'repeated') return [];
    const statements = blocks.flatMap((heard, block) => statementsIn(heard, rule, each, book).map((each_) => ({ ...each_, block })));
    return statements.slice(0, mostStatements).flatMap((statement, index) => {
      const first = statements.slice(0, index).find((earlier) => isSame(earlier, statement));
      if (first === undefined || !statement.quantity.isExact || !first.quantity.isExact) return [];
      return [{ block: statement.block, reading: repeatReading(rule, statement, first) }];
    });
  });
}

function statementsIn(heard: HeardBlock, rule: RepeatRule, each: number, book: WordBook): readonly Omit<Statement, 'block'>[] {
  const statements: Omit<Statement, 'block'>[] = [];
  let channelFrom: number | null = null;
  let verbAt: Range | null = null;
  let year: number | null = null;
  for (const [index, mark] of heard.marks.entries()) {
    const sentence = heard.sentences[index] ?? mark;
    if (mark.kind === 'year') ({ year } = mark);
    if (mark.kind === 'word' && rulesWith(mark.word, 'channel').includes(each)) channelFrom = mark.end;
    else if (mark.kind === 'word' && rulesWith(mark.word, 'verb').includes(each)) verbAt = mark;
    else if (mark.kind === 'quantity') {
      const isOfYear = year === null || book.reportYear === null || year === book.reportYear;
      if (
        channelFrom !== null &&
        verbAt !== null &&
        verbAt.end === mark.start &&
        mark.depth === 0 &&
        isOfYear &&
        rule.units.includes(mark.quantity.unit)
      ) {
        const channel = channelOf(heard.passage.text.slice(channelFrom, Math.min(verbAt.start, channelFrom + longestChannel)), rule);
        if (channel.length >= shortestChannel) statements.push({ channel, quantity: mark.quantity, sentence });
      }
      [channelFrom, verbAt] = [null, null];
    } else if (mark.kind === 'stop') {
      [channelFrom, verbAt] = [null, null];
      if (mark.level === 'sentence') year = null;
    }
  }
  return statements;
}

/** What tells a channel from others: 「示范区管委会网站审计信息栏目」 is 示范区管委会审计信息. */
function channelOf(text: string, { generic }: RepeatRule): string {
  return generic.reduce((rest, word) => rest.replaceAll(word, ''), text);
}

function isSame(one: Statement, other: Statement): boolean {
  if (one.quantity.unit !== other.quantity.unit) return false;
  return one.channel.endsWith(other.channel) || other.channel.endsWith(one.channel);
}

function repeatReading(rule: RepeatRule, { quantity, sentence }: Statement, first: Statement): PassageReading {
  return {
    rule,
    verdict: quantity.value === first.quantity.value ? 'agrees' : 'differs',
    words: quantity,
    sentence,
    cells: [],
    operands: [],
    left: fromMillionths(quantity.value),
    right: fromMillionths(first.quantity.value),
    others: [],
    name: noName,
  };
}

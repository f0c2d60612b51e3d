/** The information-processing fee: a section that says it was not charged does not name an amount, and the reverse. */
import { fromMillionths } from '../lib/exact.ts';
import type { FeeRule } from '../rules/narrative-figure-rule.ts';
import { excerpt, longestSentence } from './excerpt.ts';
import type { MarkedBlock } from './marked-block.ts';
import type { Range } from './passage.ts';
import { ofProseAlone, type PassageReading } from './reading.ts';
import { endOf, startOf, type Mark, type Row } from './row.ts';
import { sentenceAt } from './sentences.ts';
import type { WordBook } from './word-book.ts';
import type { WordRole } from './word-roles.ts';

/** An amount of the fee as one sentence states it; 0 for a denial. */
export type Fee = {
  readonly rule: FeeRule;
  readonly amount: bigint;
  readonly words: Range;
  readonly sentence: Range;
  readonly quote: string;
};

/** What a block says about the fee. */
export function feesIn(block: MarkedBlock, book: WordBook): readonly Fee[] {
  return block.namesFee ? book.readers.fee.flatMap(([each, rule]) => feesOf(rule, each, block)) : [];
}

/** What the sentences of one section make of each other, in the order of the fees. */
export function readFees(fees: readonly Fee[]): readonly PassageReading[] {
  return fees.map((fee) => {
    const same = fees.filter(({ rule }) => rule === fee.rule);
    const charged = same.find(({ amount }) => amount > 0n);
    return feeReading(fee, charged !== undefined && fee.amount === 0n ? charged : null);
  });
}

function feesOf(rule: FeeRule, each: number, { row, sentences, passage }: MarkedBlock): readonly Fee[] {
  const fees: Fee[] = [];
  let isSubject = false;
  let clauseFrom = 0;
  for (let index = 0; index <= row.length; index += 1) {
    const mark = index < row.length ? row.marks[index] : undefined;
    if (mark !== undefined && mark.kind !== 'stop') {
      if (isRole(mark, 'fee', each)) isSubject = true;
      continue;
    }
    const stated = isSubject ? feeInClause({ row, from: clauseFrom, to: index }, each) : null;
    if (stated !== null) {
      const sentence = sentenceAt(sentences, stated.words.start);
      fees.push({ rule, sentence, quote: excerpt(passage.text, sentence, stated.words, longestSentence), ...stated });
    }
    clauseFrom = index + 1;
    if (mark?.sign === 'sentence') isSubject = false;
  }
  return fees;
}

type Clause = { readonly row: Row; readonly from: number; readonly to: number };

function feeInClause({ row, from, to }: Clause, each: number): { readonly amount: bigint; readonly words: Range } | null {
  const clause = row.marks.slice(from, to);
  if (clause.some((mark) => isRole(mark, 'exclude', each))) return null;
  const amount = clause.find((mark) => mark.kind === 'quantity' && mark.quantity.unit === '元');
  if (amount?.kind === 'quantity') {
    const isCharge = clause.some((mark) => isRole(mark, 'charges', each) || isRole(mark, 'fee', each));
    return isCharge ? { amount: amount.quantity.value, words: amount.quantity } : null;
  }
  const denial = from + clause.findIndex((mark) => isRole(mark, 'denial', each));
  return denial < from ? null : { amount: 0n, words: { start: startOf(row, denial), end: endOf(row, denial) } };
}

function isRole(mark: Mark, role: WordRole, each: number): boolean {
  return mark.kind === 'word' && mark.roles[role].includes(each);
}

function feeReading({ rule, amount, words, sentence }: Fee, charged: Fee | null): PassageReading {
  return {
    rule,
    verdict: charged === null ? 'agrees' : 'differs',
    words,
    sentence,
    left: fromMillionths(amount),
    right: fromMillionths(charged?.amount ?? amount),
    ...ofProseAlone,
    against: charged?.quote ?? null,
  };
}

/** The information-processing fee: a section that says it was not charged does not name an amount, and the reverse. */
import { fromMillionths } from '../lib/exact.ts';
import type { FeeRule } from '../rules/narrative-figure-rule.ts';
import { excerpt, longestSentence } from './excerpt.ts';
import type { MarkedBlock } from './marked-block.ts';
import type { Mark } from './marks.ts';
import type { Range } from './passage.ts';
import { ofProseAlone, type PassageReading } from './reading.ts';
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

function feesOf(rule: FeeRule, each: number, { marks, sentences, passage }: MarkedBlock): readonly Fee[] {
  const fees: Fee[] = [];
  const isRole = (mark: Mark, role: WordRole) => mark.kind === 'word' && mark.word.roles[role].includes(each);
  let isSubject = false;
  let clause: Mark[] = [];
  for (const mark of [...marks, null]) {
    if (mark !== null && mark.kind !== 'stop') {
      clause.push(mark);
      if (isRole(mark, 'fee')) isSubject = true;
      continue;
    }
    const stated = isSubject && !clause.some((each_) => isRole(each_, 'exclude')) ? feeInClause(clause, isRole) : null;
    if (stated !== null) {
      const sentence = sentenceAt(sentences, stated.words.start);
      fees.push({ rule, sentence, quote: excerpt(passage.text, sentence, stated.words, longestSentence), ...stated });
    }
    clause = [];
    if (mark?.sign === 'sentence') isSubject = false;
  }
  return fees;
}

function feeInClause(
  clause: readonly Mark[],
  isRole: (mark: Mark, role: WordRole) => boolean,
): { readonly amount: bigint; readonly words: Range } | null {
  const denial = clause.find((mark) => isRole(mark, 'denial'));
  const amount = clause.find((mark) => mark.kind === 'quantity' && mark.quantity.unit === '元');
  if (amount?.kind === 'quantity') {
    const isCharge = clause.some((mark) => isRole(mark, 'charges') || isRole(mark, 'fee'));
    return isCharge ? { amount: amount.quantity.value, words: amount.quantity } : null;
  }
  return denial === undefined ? null : { amount: 0n, words: denial };
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

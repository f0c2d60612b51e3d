/** The information-processing fee: a section that says it was not charged does not name an amount, and the reverse. */
import { fromMillionths } from '../lib/exact.ts';
import type { FeeRule } from '../rules/narrative-figure-rule.ts';
import type { HeardBlock } from './hear-claims.ts';
import { rulesWith, type WordRole } from './lexicon.ts';
import type { Mark } from './marks.ts';
import type { Range } from './passage.ts';
import { noName, type PassageReading } from './reading.ts';
import type { WordBook } from './word-book.ts';

/** An amount of the fee as one sentence states it; 0 for a denial. */
type Fee = { readonly block: number; readonly amount: bigint; readonly words: Range; readonly sentence: Range };

/** The blocks of one section; the readings come with the index of their block. */
export function readFees(
  blocks: readonly HeardBlock[],
  book: WordBook,
): readonly { readonly block: number; readonly reading: PassageReading }[] {
  return book.rules.flatMap((rule, each) => {
    if (rule.reads !== 'fee') return [];
    const fees = blocks.flatMap((heard, block) => feesIn(heard, each).map((fee) => ({ ...fee, block })));
    const charged = fees.find(({ amount }) => amount > 0n);
    const isDenied = fees.some(({ amount }) => amount === 0n);
    return fees.map((fee) => ({ block: fee.block, reading: feeReading(rule, fee, isDenied && charged !== undefined ? charged : null) }));
  });
}

function feesIn({ marks, sentences }: HeardBlock, each: number): readonly Omit<Fee, 'block'>[] {
  const fees: Omit<Fee, 'block'>[] = [];
  const isRole = (mark: Mark, role: WordRole) => mark.kind === 'word' && rulesWith(mark.word, role).includes(each);
  let isSubject = false;
  let clause: Mark[] = [];
  for (const [index, mark] of [...marks, null].entries()) {
    if (mark !== null && mark.kind !== 'stop') {
      clause.push(mark);
      if (isRole(mark, 'object')) isSubject = true;
      continue;
    }
    const sentence = sentences[index] ?? sentences.at(-1) ?? { start: 0, end: 0 };
    if (isSubject && !clause.some((each_) => isRole(each_, 'exclude'))) fees.push(...feesInClause(clause, sentence, isRole));
    clause = [];
    if (mark?.level === 'sentence') isSubject = false;
  }
  return fees;
}

function feesInClause(
  clause: readonly Mark[],
  sentence: Range,
  isRole: (mark: Mark, role: WordRole) => boolean,
): readonly Omit<Fee, 'block'>[] {
  const denial = clause.find((mark) => isRole(mark, 'denial'));
  const amount = clause.find((mark) => mark.kind === 'quantity' && mark.quantity.unit === '元');
  if (amount?.kind === 'quantity') {
    const isCharge = clause.some((mark) => isRole(mark, 'verb') || isRole(mark, 'object'));
    return isCharge ? [{ amount: amount.quantity.value, words: amount.quantity, sentence }] : [];
  }
  return denial === undefined ? [] : [{ amount: 0n, words: denial, sentence }];
}

function feeReading(rule: FeeRule, fee: Omit<Fee, 'block'>, charged: Omit<Fee, 'block'> | null): PassageReading {
  const isContradicted = charged !== null && fee.amount === 0n;
  return {
    rule,
    verdict: isContradicted ? 'differs' : 'agrees',
    words: fee.words,
    sentence: fee.sentence,
    cells: [],
    operands: [],
    left: fromMillionths(fee.amount),
    right: fromMillionths(isContradicted ? charged.amount : fee.amount),
    others: [],
    name: noName,
  };
}

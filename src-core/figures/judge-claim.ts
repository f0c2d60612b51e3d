/** A claim about a family against the cells of its tables. */
import type { Bilingual } from '../lib/bilingual.ts';
import { compareExact, fromMillionths, sameValue, sumExact } from '../lib/exact.ts';
import { cellKey } from '../form/cell-key.ts';
import type { Form } from '../form/form.ts';
import type { FlatRule } from './flat-rule.ts';
import type { Breadth, Claim } from './hear-claims.ts';
import type { Range } from './passage.ts';
import type { PassageReading, Verdict } from './reading.ts';
import { agrees, sumsOf, type Sum, type Tables } from './sums.ts';

const wan = 10_000n;

/** Null where the claim is about a part of what the table counts and so neither agrees nor differs. */
export function judgeClaim(claim: Claim, tables: Tables): PassageReading | null {
  const { rule, breadth, sentence } = claim;
  const joined = claim.says === 'count' ? claim.joined : [];
  const stated = claim.says === 'count' ? statedIn(claim.figure.quantity, rule, tables.form) : { value: 0n, step: 1_000_000n };
  if (stated === null) return null;
  const either = claim.says === 'count' ? claim.either : [];
  const sums = [...sumsOf([rule, ...joined], tables), ...either.flatMap((other) => sumsOf([other], tables))];
  const left = fromMillionths(stated.value);
  const equal = sums.find((sum) => sum.value !== null && agrees(stated.value, stated.step, sum.value));
  const isBound = claim.says === 'count' && claim.figure.isBound;
  const verdict = isBound ? 'bound' : verdictOf(left, sums, equal, breadth);
  if (verdict === null || (!isBound && claim.says === 'count' && !claim.figure.quantity.isExact)) return null;
  const shown = equal ?? sums[0];
  return {
    rule,
    verdict,
    words: claim.says === 'count' ? claim.figure.quantity : claim.words,
    sentence,
    sum: shown ?? null,
    counted: null,
    isPrior: false,
    left,
    right: shown?.value ?? null,
    others: sums.filter((sum) => sum !== shown && sum.value !== null).map((sum) => sum.value),
    against: null,
    name: namesOf([...joined, rule]),
  };
}

function verdictOf(left: number | string, sums: readonly Sum[], equal: Sum | undefined, breadth: Breadth): Verdict | null {
  if (equal !== undefined) return 'agrees';
  if (sums[0]?.value === null) return 'open';
  const isSmaller = sums.some(({ value }) => value !== null && compareExact(left, value) < 0);
  if (!isSmaller || breadth === 'whole') return 'differs';
  return breadth === 'scope' ? 'narrower' : null;
}

/** In the unit of the cells: 「7270万元」 is 7270 where the column is in 万元. Null where the form leaves the unit open. */
function statedIn(
  quantity: { value: bigint; step: bigint; unit: string },
  rule: Claim['rule'],
  form: Form,
): { value: bigint; step: bigint } | null {
  if (quantity.unit !== '元') return quantity;
  const term = rule.accepts[0]?.[0];
  const unit = term === undefined ? null : form.cellByKey.get(cellKey(rule.table, term.row, term.column))?.column.unit;
  if (unit === '元') return quantity;
  return unit === '万元' ? { value: quantity.value / wan, step: quantity.step / wan } : null;
}

function namesOf(rules: readonly { readonly name: Bilingual }[]): Bilingual {
  if (rules.length === 1 && rules[0] !== undefined) return rules[0].name;
  return { zh: rules.map(({ name }) => name.zh).join('与'), en: rules.map(({ name }) => name.en).join(' and ') };
}

/**
 * A family that is named more than once in one sentence is named in parts (「法定期限内答复20件，延期答复16件」): if one of
 * the figures, or all together, agree, the others are not compared; if none does, only the first is.
 */
export function dropParts(readings: readonly PassageReading[]): readonly PassageReading[] {
  if (readings.length < 2) return readings;
  const groups = new Map<Range, Map<FlatRule, PassageReading[]>>();
  for (const reading of readings) {
    const ofSentence = groups.get(reading.sentence) ?? new Map<FlatRule, PassageReading[]>();
    groups.set(reading.sentence, ofSentence);
    const same = ofSentence.get(reading.rule) ?? [];
    ofSentence.set(reading.rule, same);
    same.push(reading);
  }
  const dropped = new Set([...groups.values()].flatMap((ofSentence) => [...ofSentence.values()].flatMap(partsAmong)));
  return readings.filter((reading) => !dropped.has(reading));
}

function partsAmong(same: readonly PassageReading[]): readonly PassageReading[] {
  const [first, ...rest] = same;
  if (first === undefined || rest.length === 0) return [];
  const sum = sumExact(same.map(({ left }) => ({ coefficient: 1, value: left })));
  const isSettled = same.some(({ verdict }) => verdict === 'agrees') || sameValue(sum, first.right);
  return (isSettled ? same : rest).filter(({ verdict }) => verdict === 'differs' || verdict === 'narrower');
}

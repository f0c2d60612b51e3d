/** Finds the labels of a table in the cells of a text: as they are printed first, altered ones in the gaps between. */
import type { AmountUnit } from '../form/edition.ts';
import { heaviestChain, type Candidate } from './heaviest-chain.ts';
import { likeness, spellingsOf } from './label-key.ts';
import type { PrintedLabel } from './printed-table.ts';
import type { Token } from './tokens.ts';
import { looksLikeValue } from './read-value.ts';

/** A label (`target`) at the tokens from `start` up to but not including `end`. */
export type LabelMatch = Candidate & { readonly exact: boolean; readonly text: string; readonly unit: AmountUnit | null };

const alike = 0.6;
const mostPieces = 4;
/** More stray text than this between two labels is no table; looking for altered labels in it would only take time. */
const mostStrayTokens = 400;

export function matchLabels(tokens: readonly Token[], labels: readonly PrintedLabel[]): readonly LabelMatch[] {
  const exact = heaviestChain(exactCandidates(tokens, labels));
  const ends = [...exact, { start: tokens.length, end: tokens.length, target: labels.length }];
  let before = { end: 0, target: -1 };
  const altered = ends.flatMap((match) => {
    const gap = { from: before.end, to: match.start, after: before.target, before: match.target };
    before = match;
    return heaviestChain(alteredCandidates(tokens, labels, gap));
  });
  return [...exact, ...altered].toSorted((one, other) => one.start - other.start);
}

/** By their keys, what labels there are; `beginnings` are those of the keys. */
type LabelIndex = {
  readonly targets: ReadonlyMap<string, readonly { readonly target: number; readonly unit: AmountUnit | null }[]>;
  readonly wholes: ReadonlyMap<string, readonly number[]>;
  readonly beginnings: ReadonlySet<string>;
};

const known = new WeakMap<readonly PrintedLabel[], LabelIndex>();

/** Labels are never changed, so that it is worked out once. */
function indexOf(labels: readonly PrintedLabel[]): LabelIndex {
  const done = known.get(labels);
  if (done !== undefined) return done;
  const targets = new Map<string, { target: number; unit: AmountUnit | null }[]>();
  const wholes = new Map<string, number[]>();
  const beginnings = new Set<string>();
  for (const [target, label] of labels.entries()) {
    for (const [key, unit] of label.keys) {
      targets.set(key, [...(targets.get(key) ?? []), { target, unit }]);
      for (let length = 1; length <= key.length; length += 1) beginnings.add(key.slice(0, length));
    }
    for (const key of label.wholeKeys) wholes.set(key, [...(wholes.get(key) ?? []), target]);
  }
  const index = { targets, wholes, beginnings };
  known.set(labels, index);
  return index;
}

function exactCandidates(tokens: readonly Token[], labels: readonly PrintedLabel[]): readonly LabelMatch[] {
  const { targets, wholes, beginnings } = indexOf(labels);
  return tokens.flatMap((token, start) => {
    if (token.kind !== 'cell' || token.key === '' || !(beginnings.has(token.key) || wholes.has(token.key)) || isBareNumber(token))
      return [];
    const found: LabelMatch[] = [];
    for (const target of wholes.get(token.key) ?? []) found.push(match(tokens, { start, end: start + 1, target }, token.key.length));
    let key = '';
    for (let end = start; end < tokens.length; end += 1) {
      const next = tokens[end];
      if (next?.kind !== 'cell') continue;
      key += next.key;
      if (!beginnings.has(key)) break;
      for (const { target, unit } of targets.get(key) ?? []) {
        found.push({ ...match(tokens, { start, end: end + 1, target }, key.length), unit });
      }
    }
    return found;
  });
}

/** A value must not be taken for the number of the label that follows it: `1` and `属于国家秘密`. */
function isBareNumber(token: Token): boolean {
  return /^\d+$/u.test(token.key) && !/[.．、)）]/u.test(token.text);
}

type Gap = { readonly from: number; readonly to: number; readonly after: number; readonly before: number };

/** Texts between two labels that resemble a label which should stand between them. */
function alteredCandidates(tokens: readonly Token[], labels: readonly PrintedLabel[], gap: Gap): readonly LabelMatch[] {
  const isStray = (index: number) => {
    const token = tokens[index];
    return token?.kind === 'cell' && token.key !== '' && !looksLikeValue(token.text);
  };
  if (gap.before - gap.after < 2 || gap.to - gap.from > mostStrayTokens) return [];
  const expected = labels.slice(gap.after + 1, gap.before).map((label, index) => ({
    target: gap.after + 1 + index,
    spellings: spellingsOf(label.text),
  }));
  const found: LabelMatch[] = [];
  for (let start = gap.from; start < gap.to; start += 1) {
    for (let end = start + 1; end <= Math.min(gap.to, start + mostPieces) && isStray(end - 1); end += 1) {
      const printed = spellingsOf(textOf(tokens, start, end));
      for (const { target, spellings } of expected) {
        const resemblance = likeness(printed, spellings);
        if (resemblance >= alike) found.push({ ...match(tokens, { start, end, target }, resemblance), exact: false });
      }
    }
  }
  return found;
}

function match(tokens: readonly Token[], { start, end, target }: Omit<Candidate, 'weight'>, weight: number): LabelMatch {
  return { start, end, target, weight, exact: true, text: textOf(tokens, start, end), unit: null };
}

function textOf(tokens: readonly Token[], start: number, end: number): string {
  if (end === start + 1) return tokens[start]?.text ?? '';
  return tokens
    .slice(start, end)
    .map((token) => token.text)
    .join('');
}

/** What the words of a rule's lists are to it. */
import { assertNever } from '../lib/assert-never.ts';
import type { FlatRule } from './flat-rule.ts';

/** The verbs, by what their rules read. */
export const verbRoles = ['counts', 'denies', 'shares', 'charges', 'states'] as const;

export const wordRoles = [
  ...verbRoles,
  // The things counted, and those that rule a family out.
  ...(['object', 'fee', 'exclude', 'beside', 'part', 'scope'] as const),
  // Lists of parts, growth, denials of the fee, and channels.
  ...(['opens', 'closes', 'ends', 'open', 'against', 'rising', 'falling', 'denial', 'channel'] as const),
];
export type WordRole = (typeof wordRoles)[number];

/** The roles in which a word is a rule's own: such words do not rule the rule out. */
export const ownRoles = [...verbRoles, 'object', 'fee'] as const;

/** The roles that a reader keeps in mind. */
export const heardRoles = ['object', 'exclude', 'part', 'scope'] as const;
/** The roles for which a block is read. */
export const tellingRoles = ['denies', 'fee', 'channel'] as const;

export type WordLists = readonly (readonly [WordRole, readonly string[]])[];

export function wordListsOf(rule: FlatRule): WordLists {
  switch (rule.reads) {
    case 'count':
    case 'none':
      return [
        [rule.reads === 'count' ? 'counts' : 'denies', rule.verbs],
        ['object', rule.objects],
        ['exclude', rule.excludes],
        ['beside', rule.beside],
        ['part', rule.parts],
        ['scope', rule.scope?.words ?? []],
      ];
    case 'share':
      return [
        ['shares', rule.verbs],
        ['exclude', rule.excludes],
      ];
    case 'growth':
      return [
        ['against', rule.against],
        ['rising', rule.rising],
        ['falling', rule.falling],
      ];
    case 'parts':
      return [
        ['opens', rule.opens],
        ['closes', rule.closes],
        ['ends', rule.ends],
        ['open', rule.open],
      ];
    case 'fee':
      return [
        ['charges', rule.verbs],
        ['denial', rule.denials],
        ['fee', rule.objects],
        ['exclude', rule.excludes],
      ];
    case 'repeated':
      return [
        ['states', rule.verbs],
        ['channel', rule.channels],
      ];
    default:
      return assertNever(rule);
  }
}

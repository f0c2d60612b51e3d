/** Where in a text something known may begin: most of it is passed over by a look at one character, or at two. */
import type { Node } from './lexicon.ts';

export type Beginnings = {
  /** For each character code. */
  readonly first: Uint8Array;
  /** For two characters, folded: the place of their branch, or 0. */
  readonly pairs: Uint16Array;
  readonly branches: readonly (Branch | null)[];
};

/** What goes on in the tree of words after two characters; others may fold to the same number. */
type Branch = { readonly code: number; readonly second: number; readonly node: Node; readonly other: number };

/** With a character something begins never, always, or only before certain others. */
const [never, always, perhaps] = [0, 1, 2] as const;

/** `signs` are the characters that mean something by themselves. */
export function beginningsOf(root: Node, signs: string): Beginnings {
  const first = new Uint8Array(0x10000).fill(never);
  const pairs = new Uint16Array(0x10000);
  const branches: (Branch | null)[] = [null];
  for (const [code, { word, next }] of root.next ?? []) {
    first[code] = word === null ? perhaps : always;
    for (const [second, node] of next ?? []) {
      const place = fold(code, second);
      branches.push({ code, second, node, other: pairs[place] ?? 0 });
      pairs[place] = branches.length - 1;
    }
  }
  for (const sign of signs) first[sign.charCodeAt(0)] = always;
  return { first, pairs, branches };
}

/** False only where nothing known begins at `at`. */
export function mayBegin({ first, pairs }: Beginnings, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const how = first[code];
  return how === always || (how === perhaps && at + 1 < text.length && pairs[fold(code, text.charCodeAt(at + 1))] !== 0);
}

/** The place in the tree after the two characters at `at`. */
export function branchAt({ pairs, branches }: Beginnings, text: string, at: number): Node | null {
  const [code, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  let branch = branches[pairs[fold(code, second)] ?? 0];
  while (branch !== null && branch !== undefined) {
    if (branch.code === code && branch.second === second) return branch.node;
    branch = branches[branch.other];
  }
  return null;
}

function fold(code: number, second: number): number {
  return (code * 31 + second) & 0xffff;
}

/** Mutations of DER that keep its nesting: values change, parts go, come twice, change places or tags, lengths lie. */
import type { Random } from '../bench/random.ts';
import { mutateBytes } from './mutate-bytes.ts';

type Part = { readonly tag: number; readonly content: Uint8Array | readonly Part[] };

const tags = [0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x13, 0x17, 0x18, 0x30, 0x31, 0x80, 0xa0, 0xa1, 0x24];

export function mutateDer(der: Uint8Array, random: Random): Uint8Array {
  const parts = parse(der);
  const [root] = parts ?? [];
  if (root === undefined) return mutateBytes(der, random);
  const target = random.below(count(root));
  let at = -1;
  const visit = (part: Part): Buffer => {
    at += 1;
    if (at === target) return mutatePart(part, random);
    return write(part.tag, isNested(part.content) ? Buffer.concat(part.content.map(visit)) : part.content);
  };
  return visit(root);
}

function mutatePart(part: Part, random: Random): Buffer {
  const { tag, content } = part;
  const bytes = isNested(content) ? Buffer.concat(content.map(encode)) : Buffer.from(content);
  switch (random.below(8)) {
    case 0:
      return Buffer.alloc(0);
    case 1:
      return Buffer.concat([write(tag, bytes), write(tag, bytes)]);
    case 2:
      return write(random.pick(tags), bytes);
    case 3:
      return write(tag, isNested(content) ? Buffer.concat(content.toReversed().map(encode)) : mutateBytes(bytes, random));
    case 4:
      // A length that is not that of what follows, in short, long and endless spellings.
      return Buffer.concat([
        Buffer.from([tag, ...random.pick([[0x80], [0x7f], [0x84, 0x7f, 0xff, 0xff, 0xff], [0x82, 0x00, 0x01], [0xff]])]),
        bytes,
      ]);
    case 5:
      return write(tag, Buffer.concat([bytes, write(0x04, bytes)]));
    case 6: {
      let nested = write(tag, bytes);
      for (let depth = 0; depth < 60; depth += 1) nested = write(0x30, nested);
      return nested;
    }
    default:
      return write(tag, mutateBytes(bytes, random));
  }
}

function count(part: Part): number {
  return 1 + (isNested(part.content) ? part.content.reduce((sum, each) => sum + count(each), 0) : 0);
}

function encode(part: Part): Buffer {
  return write(part.tag, isNested(part.content) ? Buffer.concat(part.content.map(encode)) : part.content);
}

function isNested(content: Part['content']): content is readonly Part[] {
  return Array.isArray(content);
}

function write(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : length < 0x10000
          ? [0x82, length >> 8, length & 0xff]
          : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** Null where the bytes are not DER with one-byte tags from the first to the last. */
function parse(bytes: Uint8Array): readonly Part[] | null {
  const parts: Part[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag, first] = [bytes[at], bytes[at + 1]];
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
    const many = first < 0x80 ? 0 : first & 0x7f;
    if (many > 3 || first === 0x80) return null;
    const length = many === 0 ? first : [...bytes.subarray(at + 2, at + 2 + many)].reduce((sum, each) => sum * 256 + each, 0);
    const start = at + 2 + many;
    const content = bytes.subarray(start, start + length);
    if (content.length !== length) return null;
    parts.push({ tag, content: (tag & 0x20) === 0 ? content : (parse(content) ?? content) });
    at = start + length;
  }
  return parts;
}

/** Mutations of a manifest: elements and attributes that go, come twice, change; entities, comments, depth. */
import type { Random } from '../bench/random.ts';

const inserts = [
  '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]>',
  '<!-- -->',
  '<?php ?>',
  '<![CDATA[x]]>',
  '&#0;',
  '&x;',
  '\u0000',
  '<a>'.repeat(3000),
  '<asic:DataObjectReference URI="../../etc/passwd"/>',
  ' xmlns:ds="urn:other"',
  '%00',
  '%2e%2e%2f',
  'http://',
];

export function mutateXml(text: string, random: Random): string {
  const tags = [...text.matchAll(/<[^>]+>|"[^"]*"/gu)];
  const tag = random.pick(tags);
  const [start, end] = [tag.index, tag.index + tag[0].length];
  switch (random.below(6)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, end) + tag[0] + text.slice(end);
    case 2:
      return text.slice(0, start) + random.pick(tags)[0] + text.slice(end);
    case 3:
      return text.slice(0, random.below(text.length));
    default: {
      const at = random.pick([start, end, start + 1, random.below(text.length)]);
      return text.slice(0, at) + random.pick(inserts) + text.slice(at);
    }
  }
}

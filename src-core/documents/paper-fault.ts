/** What is wrong with a code or digest of a paper copy that cannot be read, so that who typed it knows where to look. */

export type PaperFault =
  | { readonly why: 'empty' }
  /** Made by a newer program. */
  | { readonly why: 'version'; readonly version: string }
  /** `sign` is none of a digest; `group` of four and `place` in it, both from 1. */
  | { readonly why: 'sign'; readonly sign: string; readonly group: number; readonly place: number }
  /** `group`: from where on a known digest differs; null where none begins like it. */
  | { readonly why: 'length'; readonly digits: number; readonly group: number | null }
  /** Neither a code nor nearly a digest. */
  | { readonly why: 'other' };

const digestLength = 64;
const groupLength = 4;
/** More strange signs than this are no slips. */
const fewSigns = 8;

/** @param plain without spaces, in capitals and plain signs, and not readable; `sources` what it may be meant to be */
export function findPaperFault(plain: string, sources: readonly { readonly digest: string }[]): PaperFault {
  if (plain === '') return { why: 'empty' };
  const [, version = '', rest = ''] = /^NIANBAO:([^:]*)(.*)$/u.exec(plain) ?? [];
  if (version !== '' && version !== '1') return { why: 'version', version };
  const isCode = plain.startsWith('NIANBAO');
  const [, ofCode] = /^:[0-9A-Z-]{1,32}:\d{4}:\d{1,6}:(.*)$/u.exec(rest) ?? [];
  const signs = isCode ? Array.from(ofCode ?? '') : Array.from(plain);
  const strange = signs.filter((sign) => !/[0-9A-F]/u.test(sign)).length;
  if (signs.length < digestLength / 4 || signs.length > 2 * digestLength || strange > fewSigns) return { why: 'other' };
  const at = signs.findIndex((sign) => !/[0-9A-F]/u.test(sign));
  if (at >= 0) return { why: 'sign', sign: signs[at] ?? '', group: groupOf(at), place: (at % groupLength) + 1 };
  if (signs.length === digestLength) return { why: 'other' };
  const alike = Math.max(0, ...sources.map(({ digest }) => lengthInCommon(digest.toUpperCase(), signs)));
  return { why: 'length', digits: signs.length, group: alike < groupLength ? null : groupOf(Math.min(alike, digestLength - 1)) };
}

function groupOf(at: number): number {
  return Math.floor(at / groupLength) + 1;
}

function lengthInCommon(digest: string, signs: readonly string[]): number {
  const differs = signs.findIndex((sign, at) => digest[at] !== sign);
  return differs < 0 ? signs.length : differs;
}

/** The text of bytes whose encoding nobody has said: byte order mark, then the page's own word, then UTF-8, then GB18030. */

const declared = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/iu;
const headBytes = 2_048;
/** What pages call it, by what it is. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
};

/**
 * Null when it is in none of these encodings.
 * @param charset what somebody else says of it, by its name in web pages; it counts for more than the page's own word
 */
export function decodeBytes(bytes: Uint8Array, charset?: string): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  const named = encodings[(charset ?? declared.exec(head)?.[1] ?? '').toLowerCase()];
  for (const encoding of [...(named === undefined ? [] : [named]), 'utf-8', 'gb18030']) {
    const text = decode(bytes, encoding);
    if (text !== null) return text;
  }
  return null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // text has no NUL; binary data has
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

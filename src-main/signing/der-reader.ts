/**
 * Strict DER (X.690, 8 and 10) for what is verified: one spelling for every length, no part that reaches beyond the value
 * it stands in, nothing left over. Own code: libraries read BER, build an object with its own copy for each of the hundreds
 * of values of a signature, and took most of the time of a verification.
 */

export type Der = {
  /** The identifier octet. */
  readonly tag: number;
  /** All octets, as they were received. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
};

/** Identifier octets. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const constructed = 0x20;
/** Certificates and signatures nest to about ten. */
const deepest = 32;

/** The value that `bytes` encode from the first to the last of them; null for anything else. */
export function readDer(bytes: Uint8Array): Der | null {
  const value = readAt(bytes, 0);
  return value?.bytes.length === bytes.length && isWellFormed(value, deepest) ? value : null;
}

/** The parts of a constructed value that `readDer` gave, or of one of its parts; none for a primitive one. */
export function partsOfDer(value: Der | undefined): readonly Der[] {
  return value === undefined || (value.tag & constructed) === 0 ? [] : (readParts(value.content) ?? []);
}

/** Every part of it, down to the last, fills the value that it stands in. */
function isWellFormed({ tag, content }: Der, depth: number): boolean {
  if ((tag & constructed) === 0) return true;
  const parts = depth === 0 ? null : readParts(content);
  return parts?.every((part) => isWellFormed(part, depth - 1)) === true;
}

function readParts(content: Uint8Array): readonly Der[] | null {
  const parts: Der[] = [];
  for (let at = 0; at < content.length;) {
    const part = readAt(content, at);
    if (part === null) return null;
    parts.push(part);
    at += part.bytes.length;
  }
  return parts;
}

function readAt(bytes: Uint8Array, at: number): Der | null {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  // Tag numbers above 30 have a form of their own, which nothing of ours uses; 0 ends an indefinite length.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || tag === 0) return null;
  let length = first;
  let from = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    length = 0;
    for (let index = 0; index < count && index < 4; index += 1) length = length * 256 + (bytes[from + index] ?? 0);
    // Indefinite, too long, or not the shortest way to say it (10.1).
    if (count === 0 || count > 4 || length < 0x80 || bytes[from] === 0) return null;
    from += count;
  }
  const end = from + length;
  return end > bytes.length ? null : { tag, bytes: bytes.subarray(at, end), content: bytes.subarray(from, end) };
}

/** The parts of a value with this tag; null where it has another. */
export function partsOfTagged(value: Der | undefined, tag: number): readonly Der[] | null {
  return value?.tag === tag ? partsOfDer(value) : null;
}

/** An object identifier in dotted form; null for other values and other spellings. */
export function oidIn(value: Der | undefined): string | null {
  if (value?.tag !== tags.objectIdentifier) return null;
  const numbers: number[] = [];
  let number = 0;
  let isBegun = false;
  for (const octet of value.content) {
    if ((!isBegun && octet === 0x80) || number > 0x1f_ffff_ffff) return null;
    number = number * 128 + (octet & 0x7f);
    isBegun = octet >= 0x80;
    if (isBegun) continue;
    numbers.push(number);
    number = 0;
  }
  const [head, ...rest] = numbers;
  if (head === undefined || isBegun) return null;
  const arc = Math.min(2, Math.floor(head / 40));
  return [arc, head - arc * 40, ...rest].join('.');
}

/** A whole number from 0 to 127, as versions and path lengths are. */
export function smallNumberIn(value: Der | undefined): number | null {
  const [number, ...more] = value?.tag === tags.integer ? value.content : [];
  return number === undefined || more.length > 0 || number > 127 ? null : number;
}

const timePattern = /^(\d{2,4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/u;

/** The moment of a UTCTime or GeneralizedTime in whole seconds of UTC (RFC 5280, 4.1.2.5); null for anything else. */
export function timeIn(value: Der | undefined): Date | null {
  const isShort = value?.tag === tags.utcTime;
  if (value === undefined || value.content.length !== (isShort ? 13 : 15) || (!isShort && value.tag !== tags.generalizedTime)) return null;
  const parts = timePattern.exec(Buffer.from(value.content).toString('latin1'));
  if (parts === null) return null;
  const [stated = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const year = isShort ? stated + (stated >= 50 ? 1900 : 2000) : stated;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // A month 13 or a 30 February has been carried over into another day.
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return isSame && date.getUTCMinutes() === minute && date.getUTCFullYear() === year ? date : null;
}

/** The octets of a BIT STRING of whole octets; null for others. */
export function wholeBitsIn(value: Der | undefined): Uint8Array | null {
  return value?.tag === tags.bitString && value.content[0] === 0 ? value.content.subarray(1) : null;
}

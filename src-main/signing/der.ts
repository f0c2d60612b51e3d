/** ASN.1 at the door: bytes that are no single well-formed value become null, never an exception. */
import { fromBER, type AsnType } from 'asn1js';

/** The value that `bytes` encode from the first to the last of them, every part as long as it says; or null. */
export function parseDer(bytes: Uint8Array): AsnType | null {
  return attempt(() => {
    const { offset, result } = fromBER(bytes);
    return offset === bytes.length && isFilled(result) ? result : null;
  });
}

/** The library lets parts reach beyond the end of the value they stand in; DER does not (X.690, 10.1). */
function isFilled(value: AsnType): boolean {
  if (value.lenBlock.isIndefiniteForm) return false;
  if (!value.idBlock.isConstructed) return true;
  const parts = partsOf(value);
  return parts.reduce((sum, part) => sum + part.blockLength, 0) === value.lenBlock.length && parts.every(isFilled);
}

/** Runs a parser of the ASN.1 libraries, which report malformed input by throwing. */
export function attempt<T>(parse: () => T | null): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

/** The parts of a constructed value, none for a primitive one. */
export function partsOf(value: AsnType | undefined): readonly AsnType[] {
  const block: unknown = value?.valueBlock;
  if (typeof block !== 'object' || block === null || !('value' in block) || !Array.isArray(block.value)) return [];
  return block.value as AsnType[];
}

/** The bytes of a value exactly as they were received. */
export function rawBytes(value: AsnType): Uint8Array {
  return value.valueBeforeDecodeView;
}

/** An ArrayBuffer of its own, as the ASN.1 libraries want their octets. */
export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

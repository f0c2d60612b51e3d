/** SM2 signatures (GB/T 32918.2-2016) on the curve of GB/T 32918.5, with the arithmetic of an audited library. */
import { randomBytes } from 'node:crypto';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sm3Bytes } from './sm3.ts';

const a = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn;
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const Gx = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const Gy = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;
const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const Point = weierstrass({ p, n, h: 1n, a, b, Gx, Gy });

/** The identifier that GM/T 0009 prescribes where nothing else was agreed. */
const usualIdentifier = new TextEncoder().encode('1234567812345678');

export type Sm2Signature = { readonly r: bigint; readonly s: bigint };

/** A private key: 1 to n − 2. */
export function randomPrivateKey(): bigint {
  return 1n + (randomScalar() % (n - 2n));
}

export function isPrivateKey(d: bigint): boolean {
  return d >= 1n && d <= n - 2n;
}

/** The uncompressed point, 65 bytes. */
export function publicPointOf(d: bigint): Uint8Array {
  return Point.BASE.multiply(d).toBytes(false);
}

/** Whether bytes are an uncompressed point of the curve other than infinity. */
export function isPublicPoint(bytes: Uint8Array): boolean {
  return bytes.length === 65 && pointOf(bytes) !== null;
}

/** 6.1. The inverse and the product with the key are blinded by a random factor, as far as big integers allow. */
export function signSm2(d: bigint, message: Uint8Array): Sm2Signature {
  const e = messageNumber(publicPointOf(d), message);
  for (;;) {
    const k = randomScalar();
    const r = mod(e + Point.BASE.multiply(k).toAffine().x);
    if (r === 0n || r + k === n) continue;
    const t = randomScalar();
    const dt = mod(d * t);
    const s = mod(invert(mod(t + dt)) * mod(k * t - r * dt));
    if (s !== 0n) return { r, s };
  }
}

/** 7.1. */
export function isSm2Signature(publicPoint: Uint8Array, message: Uint8Array, { r, s }: Sm2Signature): boolean {
  const point = pointOf(publicPoint);
  if (point === null || r < 1n || r >= n || s < 1n || s >= n) return false;
  const t = mod(r + s);
  if (t === 0n) return false;
  const sum = Point.BASE.multiplyUnsafe(s).add(point.multiplyUnsafe(t));
  return !sum.is0() && mod(messageNumber(publicPoint, message) + sum.toAffine().x) === r;
}

/** e = SM3(Z ‖ M), where Z binds the signer's identifier, the curve and the public key (5.5). */
function messageNumber(publicPoint: Uint8Array, message: Uint8Array): bigint {
  const bits = usualIdentifier.length * 8;
  const curve = [a, b, Gx, Gy].map(bytesOf);
  const z = sm3Bytes(Buffer.concat([Uint8Array.of(bits >> 8, bits & 0xff), usualIdentifier, ...curve, publicPoint.subarray(1)]));
  return numberOf(sm3Bytes(Buffer.concat([z, message])));
}

function pointOf(bytes: Uint8Array): InstanceType<typeof Point> | null {
  try {
    const point = Point.fromBytes(bytes);
    return point.is0() ? null : point;
  } catch {
    // The library throws on what is no point.
    return null;
  }
}

/** 1 to n − 1, uniform: values beyond are drawn again. */
function randomScalar(): bigint {
  for (;;) {
    const scalar = numberOf(randomBytes(32));
    if (scalar >= 1n && scalar < n) return scalar;
  }
}

function invert(value: bigint): bigint {
  return Point.Fn.inv(value);
}

function mod(value: bigint): bigint {
  const rest = value % n;
  return rest < 0n ? rest + n : rest;
}

export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** 32 bytes, big-endian. */
export function bytesOf(value: bigint): Uint8Array {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}

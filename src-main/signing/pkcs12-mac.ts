/** The MAC over a PKCS#12 file: HMAC with a key derived from the passphrase (RFC 7292, appendix B). */
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, DigestInfo, MacData } from 'pkijs';
import { toArrayBuffer } from './der.ts';
import * as oid from './oids.ts';
import { bmpPassphrase } from './passphrase.ts';
import { mostIterations } from './pbes2.ts';

/** Digests by object identifier, with their block size in bytes (v of RFC 7292, B.2). */
const digests: ReadonlyMap<string, { readonly name: string; readonly block: number }> = new Map([
  ['1.3.14.3.2.26', { name: 'sha1', block: 64 }],
  [oid.sha256, { name: 'sha256', block: 64 }],
  ['2.16.840.1.101.3.4.2.2', { name: 'sha384', block: 128 }],
  ['2.16.840.1.101.3.4.2.3', { name: 'sha512', block: 128 }],
]);

/** A new MAC (SHA-256) over the authenticated safe. */
export async function makeMac(authenticatedSafe: Uint8Array, passphrase: string, iterations: number): Promise<MacData> {
  const salt = randomBytes(16);
  const key = await deriveMacKey({ name: 'sha256', block: 64 }, passphrase, salt, iterations);
  const mac = createHmac('sha256', key).update(authenticatedSafe).digest();
  return new MacData({
    mac: new DigestInfo({
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new Null() }),
      digest: new OctetString({ valueHex: toArrayBuffer(mac) }),
    }),
    macSalt: new OctetString({ valueHex: toArrayBuffer(salt) }),
    iterations,
  });
}

/** Whether the MAC is that of the passphrase; `unsupported` for digests and iteration counts we do not take. */
export async function checkMac(
  macData: MacData,
  authenticatedSafe: Uint8Array,
  passphrase: string,
): Promise<'right' | 'wrong' | 'unsupported'> {
  const digest = digests.get(macData.mac.digestAlgorithm.algorithmId);
  const iterations = macData.iterations ?? 1;
  if (digest === undefined || iterations < 1 || iterations > mostIterations) return 'unsupported';
  const key = await deriveMacKey(digest, passphrase, macData.macSalt.valueBlock.valueHexView, iterations);
  const mac = createHmac(digest.name, key).update(authenticatedSafe).digest();
  const stated = macData.mac.digest.valueBlock.valueHexView;
  return stated.length === mac.length && timingSafeEqual(stated, mac) ? 'right' : 'wrong';
}

/** Between two batches the app goes on with its other work. */
const batch = 20_000;

/** RFC 7292, B.2 with ID 3. The key is as long as the digest, so that one round gives all of it. */
async function deriveMacKey(
  { name, block }: { readonly name: string; readonly block: number },
  passphrase: string,
  salt: Uint8Array,
  iterations: number,
): Promise<Buffer> {
  const diversifier = Buffer.alloc(block, 3);
  let key: Buffer = Buffer.concat([diversifier, fillBlocks(salt, block), fillBlocks(bmpPassphrase(passphrase), block)]);
  for (let done = 0; done < iterations; done += 1) {
    key = hash(name, key, 'buffer');
    if (done % batch === batch - 1) await setImmediate();
  }
  return key;
}

/** Copies of `bytes` one after the other, up to the end of a whole block. */
function fillBlocks(bytes: Uint8Array, block: number): Buffer {
  if (bytes.length === 0) return Buffer.alloc(0);
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

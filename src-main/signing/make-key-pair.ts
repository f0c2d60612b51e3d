/** Makes new key pairs of the kinds that a unit may choose. */
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { openPrivateKey, type PrivateKey } from './keys.ts';
import { makeSm2PrivateKeyInfo } from './sm2-keys.ts';

/** ECDSA on P-256 is the usual one; RSA for systems that know no other; SM2 with SM3 is the national alternative. */
export const keyAlgorithms = ['p256', 'rsa3072', 'sm2'] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];

export async function makeKeyPair(algorithm: KeyAlgorithm): Promise<PrivateKey> {
  const key = openPrivateKey(await makePkcs8(algorithm));
  if (key === null) throw new Error(`the ${algorithm} key just made cannot be opened`);
  return key;
}

async function makePkcs8(algorithm: KeyAlgorithm): Promise<Uint8Array> {
  switch (algorithm) {
    case 'p256': {
      const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
      return new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }));
    }
    case 'rsa3072': {
      const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
      return new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }));
    }
    case 'sm2':
      return makeSm2PrivateKeyInfo();
  }
}

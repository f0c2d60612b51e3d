/** The encryption that key files may use: PBES2 with PBKDF2 and AES-CBC (RFC 8018, 6.2). */
import { PBES2Params, PBKDF2Params, type AlgorithmIdentifier } from 'pkijs';
import { attempt } from './der.ts';
import * as oid from './oids.ts';

/** A file that asks for more would hang the app. */
export const mostIterations = 10_000_000;

/** AES-128, -192 and -256 in CBC mode (RFC 3565). */
const ciphers = ['2.16.840.1.101.3.4.1.2', '2.16.840.1.101.3.4.1.22', '2.16.840.1.101.3.4.1.42'];
/** HMAC with SHA-1 (the default), SHA-256, SHA-384 and SHA-512. */
const hmacs = ['1.2.840.113549.2.7', '1.2.840.113549.2.9', '1.2.840.113549.2.10', '1.2.840.113549.2.11'];

/** What in an encryption is not supported, or null when all of it is. */
export function unsupportedIn(algorithm: AlgorithmIdentifier): string | null {
  if (algorithm.algorithmId !== oid.pbes2) return `the encryption ${algorithm.algorithmId}`;
  const pbes2 = attempt(() => new PBES2Params({ schema: algorithm.algorithmParams }));
  if (pbes2 === null) return 'the parameters of its encryption';
  if (!ciphers.includes(pbes2.encryptionScheme.algorithmId)) return `the cipher ${pbes2.encryptionScheme.algorithmId}`;
  if (pbes2.keyDerivationFunc.algorithmId !== oid.pbkdf2) return `the key derivation ${pbes2.keyDerivationFunc.algorithmId}`;
  const pbkdf2 = attempt(() => new PBKDF2Params({ schema: pbes2.keyDerivationFunc.algorithmParams }));
  if (pbkdf2 === null) return 'the parameters of its key derivation';
  if (pbkdf2.prf !== undefined && !hmacs.includes(pbkdf2.prf.algorithmId)) return `the digest ${pbkdf2.prf.algorithmId}`;
  const { iterationCount } = pbkdf2;
  return iterationCount >= 1 && iterationCount <= mostIterations ? null : `${String(iterationCount)} iterations`;
}

/** The cryptography that pkijs runs on: Web Crypto, which Node and Electron's main process both have. */
import { CryptoEngine, type AlgorithmIdentifier, type PublicKeyInfo } from 'pkijs';
import type { BitString } from 'asn1js';
import { openPublicKey } from './keys.ts';
import * as oid from './oids.ts';

class Engine extends CryptoEngine {
  /** Certificates and lists signed with SM2, which Web Crypto does not know. */
  override async verifyWithPublicKey(
    data: ArrayBuffer | ArrayBufferView<ArrayBuffer>,
    signature: BitString,
    publicKeyInfo: PublicKeyInfo,
    algorithm: AlgorithmIdentifier,
    digest?: string,
  ): Promise<boolean> {
    if (algorithm.algorithmId !== oid.sm2WithSm3) return super.verifyWithPublicKey(data, signature, publicKeyInfo, algorithm, digest);
    const key = openPublicKey(new Uint8Array(publicKeyInfo.toSchema().toBER()));
    const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
    return key?.scheme === 'sm2' && key.verifies(bytes, signature.valueBlock.valueHexView);
  }
}

export const engine = new Engine({ name: 'node', crypto: globalThis.crypto });

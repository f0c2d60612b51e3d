/** The cryptography that pkijs runs on: Web Crypto, which Node and Electron's main process both have. */
import type { webcrypto } from 'node:crypto';
import { CryptoEngine, type AlgorithmIdentifier, type PublicKeyInfo } from 'pkijs';
import type { BitString } from 'asn1js';
import { toArrayBuffer } from './der.ts';
import { wrapKey as wrapWith } from './key-wrap.ts';
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

  /** AES key wrap, which the Web Crypto of Electron names but cannot do. */
  override async wrapKey(...parameters: Parameters<webcrypto.SubtleCrypto['wrapKey']>): Promise<ArrayBuffer> {
    const [format, key, wrapping, algorithm] = parameters;
    if (wrapping.algorithm.name !== 'AES-KW') return super.wrapKey(format, key, wrapping, algorithm);
    const [content, wrappingKey] = [await this.exportKey('raw', key), await this.exportKey('raw', wrapping)];
    return toArrayBuffer(wrapWith(new Uint8Array(wrappingKey), new Uint8Array(content)));
  }
}

export const engine = new Engine({ name: 'node', crypto: globalThis.crypto });

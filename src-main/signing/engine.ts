/** The cryptography that pkijs runs on: Web Crypto, which Node and Electron's main process both have. */
import { CryptoEngine } from 'pkijs';

export const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });

/** Why a key or certificate file is refused, in words: the code names what only an engineer looks up. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const keyReasons: Readonly<Record<string, Bilingual>> = {
  'not PKCS#12': { zh: '不是 PKCS#12 文件', en: 'not a PKCS#12 file' },
  'no authenticated safe': { zh: '文件里没有受口令保护的内容', en: 'nothing in it is protected by a passphrase' },
  'a damaged safe': { zh: '文件里有一部分已损坏', en: 'a part of it is damaged' },
  'no private key': { zh: '里面没有私钥，可能只是证书', en: 'there is no private key in it; it may be a certificate only' },
  'no certificate for its key': { zh: '里面没有和私钥配套的证书', en: 'it has no certificate for its key' },
  'several private keys': { zh: '里面有好几把私钥，不知道该用哪一把', en: 'it has several private keys' },
  'its key is not encrypted': { zh: '私钥没有用口令加密', en: 'its key is not encrypted' },
  'it has no MAC made with a passphrase': { zh: '文件没有用口令保护', en: 'it is not protected by a passphrase' },
  'the digest or the iterations of its MAC': { zh: '保护文件用的算法太旧或不认识', en: 'it is protected in a way that is not known here' },
  'neither ECDSA P-256, nor SM2, nor RSA of 2048 bits and more': {
    zh: '密钥的种类或长度不合要求',
    en: 'neither ECDSA P-256, nor SM2, nor RSA of 2048 bits and more',
  },
  'its certificate is not for signing': { zh: '它的证书不是用来签名的', en: 'its certificate is not for signing' },
  'the parameters of its encryption': { zh: '加密方式写得不完整', en: 'the parameters of its encryption cannot be read' },
  'the parameters of its key derivation': { zh: '加密方式写得不完整', en: 'the parameters of its encryption cannot be read' },
  'neither PEM nor DER': { zh: '既不是 PEM 也不是 DER', en: 'neither PEM nor DER' },
  'the file is too large': { zh: '文件太大', en: 'the file is too large' },
  'the file is damaged': { zh: '文件已损坏', en: 'the file is damaged' },
  weak: { zh: '系统的密钥环没有打开', en: 'the system has no keyring that hides anything' },
  none: { zh: '系统不提供保存口令的地方', en: 'the system keeps no secrets' },
  ready: { zh: '系统没有收下', en: 'the system did not take it' },
};

/** Reasons that end or begin with what differs from file to file. */
const keyReasonShapes: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^the (?:encryption|cipher|key derivation|digest) \S+$|^a safe of the type \S+$/u,
    { zh: '文件的加密方式太旧或不认识', en: 'it is encrypted in a way that is not known here' },
  ],
  [/^\d+ iterations$/u, { zh: '加密的重复次数不在允许的范围内', en: 'its encryption asks for too many rounds, or none' }],
  [/^certificate \d+ is damaged$/u, { zh: '其中有一张证书已损坏', en: 'a certificate in it is damaged' }],
];

/** Undefined for what is no reason of keys and certificates. */
export function wordsOfKeyReason(reason: string): Bilingual | undefined {
  return keyReasons[reason] ?? keyReasonShapes.find(([shape]) => shape.test(reason))?.[1];
}

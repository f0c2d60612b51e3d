/** Words of encryption for one recipient, which is not the signature. */
import type { Bilingual } from '../lib/bilingual.ts';

export const envelopeWords = {
  aboutEncrypt: {
    zh: '把上报包（或任何文件）加密给一个收件人的证书（CMS EnvelopedData）；与签名无关',
    en: 'encrypts a bundle (or any file) for one recipient’s certificate (CMS EnvelopedData); this is not the signature',
  },
  aboutDecrypt: { zh: '用本单位的密钥解开别人加密给自己的文件', en: 'opens a file that was encrypted for this key' },
  encrypted: {
    zh: '已加密给“{unit}”（{fingerprint}），写入 {path}。加密只防偷看；是谁报的、有没有改动，仍由里面上报包的签名证明。',
    en: 'Encrypted for "{unit}" ({fingerprint}) in {path}. Encryption only hides; who sent it and that nothing changed is shown by the signature of the bundle inside.',
  },
  decrypted: {
    zh: '已解开，写入 {path}。解开不等于验证：请接着用 verify 验证签名。',
    en: 'Opened into {path}. Opening is not verifying: check the signature with verify next.',
  },
  title: { zh: '加密一份给上级（可选）', en: 'Encrypt a copy for the superior (optional)' },
  about: {
    zh: '经外网传送时可以另做一份加密件（.p7m），只有上级的密钥能打开。签名不受影响；普通上报包照样有效。',
    en: 'For open lines, an encrypted copy (.p7m) that only the superior’s key opens. The signature stays as it is, and so does the plain bundle.',
  },
  recipient: { zh: '收件人的证书', en: 'Certificate of the recipient' },
  none: {
    zh: '还没有登记收件人的证书。请在“密钥与证书”里从文件登记（只登记指纹的不能用来加密）。',
    en: 'No certificate of a recipient is registered. Register one from a file under "Keys and certificates" (a fingerprint alone cannot be encrypted for).',
  },
  make: { zh: '选择位置并加密', en: 'Choose a place and encrypt' },
  isEncrypted: { zh: '加密文件', en: 'An encrypted file' },
  openAbout: {
    zh: '要用收件单位的密钥解开才能验证。解开的上报包写到您选的位置，接着验证它的签名。',
    en: 'It opens with the key that it was encrypted for. The bundle is written where you choose, and its signature is checked at once.',
  },
  openWith: { zh: '用哪把密钥解开', en: 'Key to open it with' },
  noKey: {
    zh: '这台电脑上没有能解密的密钥。请在收件单位的电脑上打开，或在“密钥与证书”里导入密钥。',
    en: 'There is no key here that could open it. Open it on the computer of its recipient, or import the key under "Keys and certificates".',
  },
  open: { zh: '选择位置并解开', en: 'Choose a place and open' },
  opening: { zh: '正在解开并验证…', en: 'Opening and verifying…' },
  done: { zh: '加密件已写入 {file}', en: 'The encrypted copy is in {file}' },
} as const satisfies Record<string, Bilingual>;

/** Words about keys, certificates and revocation lists, for the commands and the screens. */
import type { Bilingual } from '../lib/bilingual.ts';

export const keyWords = {
  aboutNew: {
    zh: '新建签名密钥（口令取自 NIANBAO_PASSPHRASE 或当场输入；算法默认 p256，可选 rsa3072、sm2）',
    en: 'makes a signing key (passphrase from NIANBAO_PASSPHRASE or asked for; algorithm p256, or rsa3072, sm2)',
  },
  aboutShow: {
    zh: '显示密钥、证书、证书申请或吊销名单：属于谁、指纹、有效期',
    en: 'shows a key, certificate, request or revocation list: whose it is, its fingerprint, its validity',
  },
  aboutExport: {
    zh: '从密钥文件导出证书（不含私钥），交给上级登记；--authority 导出签发证书',
    en: 'writes the certificate (no private key) for the superior; --authority: the CA certificate',
  },
  aboutRequest: { zh: '生成证书申请（PKCS#10），交给上级签发', en: 'makes a certificate request (PKCS#10) for the superior' },
  aboutIssue: {
    zh: '上级：按申请签发证书；第一次签发时先给自己的密钥建立签发证书',
    en: 'superior: issues a certificate for a request; the first time makes its own CA certificate',
  },
  aboutImport: { zh: '把上级签发的证书装进密钥文件', en: 'puts the certificate that the superior issued into the key file' },
  aboutRevoke: {
    zh: '上级：吊销证书，写出吊销名单（X.509 CRL）；不给证书时只更新名单',
    en: 'superior: revokes a certificate and writes the revocation list (X.509 CRL); without one only renews the list',
  },
  aboutPassphrase: {
    zh: '换口令（新口令取自 NIANBAO_NEW_PASSPHRASE 或当场输入）',
    en: 'changes the passphrase (the new one from NIANBAO_NEW_PASSPHRASE or asked for)',
  },
  made: {
    zh: '密钥已写入 {path}，证书写入 {certificate}。\n单位：{unit}\n指纹：{fingerprint}\n有效期至：{notAfter}\n请另存一份密钥文件并记住口令：两者缺一都无法找回。',
    en: 'The key is in {path}, its certificate in {certificate}.\nUnit: {unit}\nFingerprint: {fingerprint}\nValid until: {notAfter}\nKeep a copy of the key file and remember the passphrase: neither can be recovered.',
  },
  facts: {
    zh: '单位：{unit}\n指纹：{fingerprint}\n算法：{algorithm}\n有效期：{notBefore} 至 {notAfter}\n签发者：{issuer}',
    en: 'Unit: {unit}\nFingerprint: {fingerprint}\nAlgorithm: {algorithm}\nValid: {notBefore} to {notAfter}\nIssued by: {issuer}',
  },
  selfIssued: { zh: '自己（电话核对指纹后登记）', en: 'itself (to be registered after a check by telephone)' },
  requestFacts: {
    zh: '证书申请\n单位：{unit}\n公钥指纹：{fingerprint}\n算法：{algorithm}',
    en: 'Certificate request\nUnit: {unit}\nFingerprint of the public key: {fingerprint}\nAlgorithm: {algorithm}',
  },
  listFacts: {
    zh: '吊销名单 第 {number} 号\n日期：{thisUpdate}，下次更新：{nextUpdate}\n吊销的证书：{count}',
    en: 'Revocation list number {number}\nOf {thisUpdate}, next by {nextUpdate}\nRevoked certificates: {count}',
  },
  certificateWritten: { zh: '证书已写入 {path}。', en: 'The certificate is in {path}.' },
  requestWritten: {
    zh: '证书申请已写入 {path}。\n单位：{unit}\n公钥指纹：{fingerprint}\n请把文件交给上级，并在电话里核对指纹。',
    en: 'The request is in {path}.\nUnit: {unit}\nFingerprint of the public key: {fingerprint}\nHand the file to the superior and compare the fingerprint by telephone.',
  },
  issued: {
    zh: '证书已写入 {path}。\n单位：{unit}\n公钥指纹：{request}（请在电话里与对方核对）\n证书指纹：{fingerprint}\n有效期至：{notAfter}\n请对方用 key import 装入；验证时信任签发证书 {authority}。',
    en: 'The certificate is in {path}.\nUnit: {unit}\nFingerprint of the public key: {request} (compare it by telephone)\nFingerprint of the certificate: {fingerprint}\nValid until: {notAfter}\nThe unit takes it in with key import; to verify, trust the CA certificate {authority}.',
  },
  imported: {
    zh: '证书已装入 {path}，并写入 {certificate}。\n单位：{unit}\n签发者：{issuer}\n有效期至：{notAfter}',
    en: 'The certificate is in {path}, and in {certificate}.\nUnit: {unit}\nIssued by: {issuer}\nValid until: {notAfter}',
  },
  revoked: {
    zh: '吊销名单第 {number} 号已写入 {path}，共 {count} 张证书，{nextUpdate} 前请更新。请把它放进各处的信任文件夹。',
    en: 'Revocation list number {number} is in {path}: {count} certificates; renew it before {nextUpdate}. Put it into every trust folder.',
  },
  passphraseChanged: {
    zh: '口令已换，密钥文件 {path} 已重写。旧的副本仍用旧口令，请删除或重新备份。',
    en: 'The passphrase was changed; the key file {path} was written anew. Old copies still have the old one: remove them or make new ones.',
  },
} as const satisfies Record<string, Bilingual>;

/** Words of trust: whom this office believes, registering, removing, revoking. */
import type { Bilingual } from '../../lib/bilingual.ts';
import type { TrustEnding, TrustKind } from '../../bundle/trust-terms.ts';

export const trustKindWords: Readonly<Record<TrustKind, Bilingual>> = {
  certificate: { zh: '单位证书', en: 'Certificate of a unit' },
  authority: { zh: '签发机构证书', en: 'Certificate of an authority' },
  pin: { zh: '登记的指纹', en: 'Pinned fingerprint' },
  list: { zh: '吊销名单', en: 'Revocation list' },
};

export const trustEndingWords: Readonly<Record<TrustEnding, Bilingual>> = {
  removed: { zh: '已移除', en: 'Removed' },
  revoked: { zh: '已吊销', en: 'Revoked' },
  replaced: { zh: '已由新名单取代', en: 'Replaced by a newer list' },
};

export const trustWords = {
  title: { zh: '信任登记', en: 'Whom we trust' },
  about: {
    zh: '登记过的证书和指纹，签名才算“有效”。每一条都留下是谁、何时、凭什么登记的；移除和吊销也一样。',
    en: 'Signatures are valid where the certificate or fingerprint is registered. Each entry keeps who registered it, when and why; so do removals.',
  },
  addFile: { zh: '从文件登记…', en: 'Register from a file…' },
  addFileHint: {
    zh: '单位证书、签发机构证书、指纹清单或吊销名单（pem、crt、txt、crl）',
    en: 'Certificates of units or authorities, a list of fingerprints, or a revocation list (pem, crt, txt, crl)',
  },
  addPin: { zh: '登记指纹…', en: 'Register a fingerprint…' },
  empty: { zh: '还没有登记过。收到下级的证书或上级的签发机构证书后，在这里登记。', en: 'Nothing is registered yet.' },
  unit: { zh: '单位', en: 'Unit' },
  unitCode: { zh: '单位代码', en: 'Unit code' },
  kind: { zh: '种类', en: 'Kind' },
  fingerprint: { zh: '指纹', en: 'Fingerprint' },
  added: { zh: '登记', en: 'Registered' },
  addedBy: { zh: '{time} {officer}', en: '{time}, {officer}' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '有效', en: 'In force' },
  ended: { zh: '{ending}（{time} {officer}）{reason}', en: '{ending} ({time}, {officer}) {reason}' },
  endedFrom: { zh: '{ending}，自 {from} 起不予采信（{officer}）{reason}', en: '{ending}, not believed from {from} ({officer}) {reason}' },
  until: { zh: '有效期至 {time}', en: 'Valid until {time}' },
  expired: { zh: '已于 {time} 过期', en: 'Expired {time}' },
  list: { zh: '第 {number} 号，{count} 张证书，{time} 前应有下一号', en: 'Number {number}, {count} certificates, next due {time}' },
  stale: {
    zh: '“{unit}”的吊销名单（第 {number} 号）应在 {time} 前更新，现已过期：此后吊销的证书本机还不知道。请索取新名单。',
    en: 'The revocation list of "{unit}" (number {number}) was to be renewed by {time}: later revocations are not known here. Ask for the new list.',
  },
  end: { zh: '移除或吊销…', en: 'Remove or revoke…' },
  endOf: { zh: '移除或吊销：{unit}', en: 'Remove or revoke: {unit}' },
  registerTitle: { zh: '登记签名人', en: 'Register the signer' },
  registerAbout: {
    zh: '请给“{unit}”打电话（用通讯录上的号码，不用对方发来的号码），一组一组核对下面的指纹。完全一致才登记。',
    en: 'Call "{unit}" (by the number you already have, not one that came with the file) and compare the fingerprint group by group. Register only if all agree.',
  },
  callOn: { zh: '电话 {phone} {contact}（{year} 年度名单）', en: 'Telephone {phone} {contact} (roster of {year})' },
  noPhone: {
    zh: '名单里没有这个单位的电话，请用通讯录上的号码；以后可在“下级单位”的名单信息里补上。',
    en: 'The roster has no telephone number of the unit: use your own directory. It can be added under Subordinate units.',
  },
  compared: { zh: '已在电话里逐组核对，完全一致', en: 'Compared by telephone, group by group: all agree' },
  comparedFirst: { zh: '请先核对指纹并勾选', en: 'Compare the fingerprint first, and tick the box' },
  officer: { zh: '经办人', en: 'Officer' },
  note: { zh: '依据（可不填）', en: 'On what grounds (optional)' },
  noteHint: { zh: '例如：3 月 2 日电话核对，对方王芳', en: 'For example: telephone call of 2 March, with Wang Fang' },
  register: { zh: '登记', en: 'Register' },
  registerSigner: { zh: '核对指纹并登记…', en: 'Compare and register…' },
  fileTitle: { zh: '登记“{file}”', en: 'Register "{file}"' },
  isKnown: { zh: '已经登记过', en: 'registered already' },
  selfIssued: { zh: '自己签发', en: 'signed by itself' },
  issuedBy: { zh: '由 {issuer} 签发', en: 'issued by {issuer}' },
  region: { zh: '可为代码 {region} 之下的单位签发', en: 'May issue for units below {region}' },
  everywhere: { zh: '不限地区，请谨慎登记', en: 'Not limited to a region: be careful' },
  fingerprintHint: { zh: '64 位，可带空格', en: '64 digits; blanks are fine' },
  fingerprintFault: { zh: '应为 64 位 0–9、a–f', en: '64 digits 0–9, a–f are expected' },
  removed: {
    zh: '移除：不再需要，或登记错了。它签过的都变为“未登记”',
    en: 'Remove: no longer needed, or a mistake. What it signed becomes "not registered"',
  },
  revoked: {
    zh: '吊销：从下面的时间起不再采信，之前签的仍然有效',
    en: 'Revoke: not believed from the time below; what was signed before stays valid',
  },
  from: { zh: '从何时起', en: 'From' },
  reason: { zh: '原因', en: 'Reason' },
  confirm: { zh: '确定', en: 'Confirm' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const satisfies Record<string, Bilingual>;

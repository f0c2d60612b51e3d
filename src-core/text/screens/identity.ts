/** Words of keys and certificates: the unit's own, and the small CA of a superior. */
import type { Bilingual } from '../../lib/bilingual.ts';
import type { KeyScheme, MemoryState, NewKeyKind, RevocationWord } from '../../bundle/trust-terms.ts';

export const schemeWords: Readonly<Record<KeyScheme, Bilingual>> = {
  'ecdsa-p256': { zh: 'ECDSA P-256 / SHA-256', en: 'ECDSA P-256 with SHA-256' },
  rsa: { zh: 'RSA / SHA-256', en: 'RSA with SHA-256' },
  sm2: { zh: 'SM2 / SM3（国密）', en: 'SM2 with SM3' },
};

export const newKeyWords: Readonly<Record<NewKeyKind, Bilingual>> = {
  p256: { zh: 'ECDSA P-256（默认，任何 openssl 都能验证）', en: 'ECDSA P-256 (usual; any openssl verifies it)' },
  sm2: { zh: 'SM2 / SM3（国密；上级要求时选用）', en: 'SM2 with SM3 (where the superior asks for it)' },
};

export const memoryWords: Readonly<Record<MemoryState, Bilingual>> = {
  ready: {
    zh: '由操作系统加密保存，只对当前登录的用户有效；默认不记。',
    en: 'Kept encrypted by the system, for this account alone; off at first.',
  },
  weak: {
    zh: '这台电脑没有可用的密钥环，系统只能用人人知道的办法“加密”，等于明文，所以不提供记住口令。',
    en: 'This computer has no keyring: what the system offers hides nothing, so passphrases are not remembered.',
  },
  none: {
    zh: '这台电脑的系统不提供保存口令的地方，不能记住。',
    en: 'The system of this computer keeps no secrets, so passphrases are not remembered.',
  },
};

export const revocationReasonWords: Readonly<Record<RevocationWord, Bilingual>> = {
  unspecified: { zh: '不说明', en: 'Not stated' },
  keyCompromise: { zh: '私钥泄露（签过的全部不再采信）', en: 'Key stolen (nothing it signed is believed)' },
  affiliationChanged: { zh: '单位变更', en: 'The unit changed' },
  superseded: { zh: '已换新证书', en: 'Replaced by a new certificate' },
  cessationOfOperation: { zh: '单位撤销', en: 'The unit was dissolved' },
};

export const identityWords = {
  title: { zh: '密钥与证书', en: 'Keys and certificates' },
  keys: { zh: '本机的密钥', en: 'Keys on this computer' },
  keysAbout: {
    zh: '每个单位一把密钥，加密存在这台电脑上。它签的是完整性和来源，不是电子签章。',
    en: 'One key for each unit, kept encrypted on this computer. It vouches for integrity and origin; it is no electronic seal.',
  },
  noKeys: { zh: '本机还没有密钥。新建一把，或导入已有的 .p12 文件。', en: 'There is no key here yet. Make one, or import a .p12 file.' },
  newKey: { zh: '新建密钥…', en: 'New key…' },
  importKey: { zh: '导入密钥…', en: 'Import a key…' },
  unitName: { zh: '单位名称', en: 'Unit' },
  unitCode: { zh: '单位代码', en: 'Unit code' },
  algorithm: { zh: '算法', en: 'Algorithm' },
  validity: { zh: '有效期', en: 'Validity' },
  validFromTo: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  expired: { zh: '证书已过期：请换新密钥，并请上级重新登记', en: 'The certificate has expired: renew the key and have it registered anew' },
  expiresSoon: { zh: '还有 {days} 天过期，请及早换新', en: 'Expires in {days} days: renew it in time' },
  issuer: { zh: '签发者', en: 'Issued by' },
  selfIssued: { zh: '自签（上级核对指纹后登记）', en: 'itself (registered by its fingerprint)' },
  fingerprint: { zh: '证书指纹（电话核对用）', en: 'Fingerprint (for the telephone)' },
  former: { zh: '以前的密钥（{count}）', en: 'Former keys ({count})' },
  formerLine: { zh: '{time} 换下，指纹 {fingerprint}', en: 'replaced {time}, fingerprint {fingerprint}' },
  exportCertificate: { zh: '导出证书…', en: 'Export the certificate…' },
  exportKey: { zh: '导出密钥…', en: 'Export the key…' },
  request: { zh: '申请证书…', en: 'Request a certificate…' },
  takeCertificate: { zh: '装入签发的证书…', en: 'Take in the issued certificate…' },
  changePassphrase: { zh: '修改口令…', en: 'Change the passphrase…' },
  renew: { zh: '换新或重建密钥…', en: 'Renew or replace the key…' },
  remember: { zh: '记住口令…', en: 'Remember the passphrase…' },
  forget: { zh: '不再记住口令', en: 'Forget the passphrase' },
  remembered: { zh: '口令由系统记住，不必输入', en: 'The system remembers the passphrase' },
  typeInstead: { zh: '改为输入', en: 'Type it instead' },
  newPassphrase: { zh: '新口令', en: 'New passphrase' },
  passphraseAgain: { zh: '再输一次口令', en: 'Passphrase again' },
  differ: { zh: '两次输入的口令不一样', en: 'The passphrases differ' },
  fair: { zh: '可以用；更长一些更稳妥', en: 'Fair; longer is safer' },
  good: { zh: '很好', en: 'Good' },
  exportAbout: {
    zh: '导出的 .p12 文件含有私钥，用另设的口令加密。请像公章一样保管，口令不要和文件放在一起。',
    en: 'The .p12 file holds the private key, encrypted with a passphrase of its own. Guard it, and keep the passphrase elsewhere.',
  },
  exportPassphrase: { zh: '导出文件的口令', en: 'Passphrase of the file' },
  importAbout: {
    zh: '选择 .p12 / .pfx 文件（ECDSA P-256、RSA 2048 位以上或 SM2）。',
    en: 'A .p12 or .pfx file (ECDSA P-256, RSA of 2048 bits or more, or SM2).',
  },
  importPassphrase: { zh: '该文件的口令', en: 'Passphrase of the file' },
  replaces: { zh: '单位已有密钥时替换它（旧的另存，不删除）', en: 'Replace the key that the unit has (which is set aside, not removed)' },
  requestAbout: {
    zh: '写一个证书申请文件（.csr）交给上级，私钥不离开本机。上级签发后把证书文件发回，再“装入签发的证书”。',
    en: 'Writes a request (.csr) for the superior; the key stays here. Take in the certificate that comes back.',
  },
  requestDone: {
    zh: '申请已写入 {file}。请在电话里与上级核对公钥指纹：',
    en: 'The request is in {file}. Compare the fingerprint of the public key by telephone:',
  },
  renewAbout: {
    zh: '到期、口令忘了、电脑丢过、怀疑泄露，都在这里重建。旧密钥另存、不再使用；以前导出的上报包仍按旧证书验证。重建后请马上告诉上级：吊销旧证书，登记新指纹。',
    en: 'For a key that expires, is lost, forgotten or feared stolen. The former key is set aside; bundles exported with it stay as they are. Tell the superior at once: revoke the old certificate, register the new fingerprint.',
  },
  renewConfirm: { zh: '我知道旧密钥从此不能再用来签名', en: 'I know that the former key signs no more' },
  memoryTitle: { zh: '记住口令', en: 'Remember the passphrase' },
  saved: { zh: '已写入 {file}', en: 'Written: {file}' },
  choose: { zh: '选择文件…', en: 'Choose the file…' },
  chooseFolder: { zh: '选择位置…', en: 'Choose a place…' },
  confirm: { zh: '确定', en: 'Confirm' },
  make: { zh: '新建密钥', en: 'Make the key' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  working: { zh: '正在处理…', en: 'Working…' },

  authority: { zh: '给下级签发证书', en: 'Certificates for subordinates' },
  authorityAbout: {
    zh: '上级可以用自己的密钥给下级签发证书：下级导出申请（.csr），这里签发，下级装入。只能为本地区代码之下的单位签发。',
    en: 'A superior issues certificates with its own key: the unit exports a request (.csr), it is issued here, and taken in there. Only for units below the own code.',
  },
  readRequest: { zh: '签发证书…', en: 'Issue a certificate…' },
  writeList: { zh: '写吊销名单…', en: 'Write the revocation list…' },
  writeListAbout: {
    zh: '写出本机构最新的吊销名单（不增加新的吊销），以免名单过期。请发给各处替换旧名单。',
    en: 'Writes the next revocation list with nothing new in it, so that it stays current. Send it to all who use it.',
  },
  issueTitle: { zh: '签发证书：{unit}', en: 'Issue a certificate: {unit}' },
  issueAbout: {
    zh: '请先在电话里与“{unit}”核对下面的公钥指纹，一致再签发。',
    en: 'Compare the fingerprint of the public key with "{unit}" by telephone before issuing.',
  },
  publicKey: { zh: '公钥指纹', en: 'Fingerprint of the public key' },
  compared: { zh: '已在电话里逐组核对，完全一致', en: 'Compared by telephone, group by group: all agree' },
  years: { zh: '有效年数', en: 'Years' },
  isAuthority: { zh: '同时授权它给自己的下级签发（例如市给县）', en: 'It may issue to its own subordinates (a city to its counties)' },
  signWith: { zh: '用哪把密钥签发', en: 'Key to issue with' },
  withinRegion: {
    zh: '这把密钥可为代码以 {region} 开头的单位签发，申请的 {code} 在其内。',
    en: 'This key issues to units whose code begins with {region}; {code}, which the request asks for, is one of them.',
  },
  clockRight: {
    zh: '已核对，电脑现在的日期和时间是对的（以前的时间记录有误）',
    en: 'Compared: the date and time of this computer are right (those on record are not)',
  },
  outsideRegion: {
    zh: '这把密钥只能为代码以 {region} 开头的单位签发，申请的 {code} 不在其内。请换一把密钥，或请管辖该单位的上级签发。',
    en: 'This key issues only to units whose code begins with {region}, and {code}, which the request asks for, is none of them. Choose another key, or ask the superior of that unit.',
  },
  anyRegion: {
    zh: '这把密钥的签发不限地区，申请的是 {code}。',
    en: 'This key issues to units of any region; the request asks for {code}.',
  },
  officer: { zh: '经办人', en: 'Officer' },
  issue: { zh: '签发并选择位置', en: 'Issue, and choose a place' },
  issuedDone: { zh: '证书已写入 {file}，请交给 {unit}。', en: 'The certificate is in {file}; hand it to {unit}.' },
  noIssued: { zh: '还没有签发过证书。', en: 'Nothing was issued yet.' },
  issued: { zh: '签发', en: 'Issued' },
  issuedBy: { zh: '{time} {officer}', en: '{time}, {officer}' },
  unit: { zh: '单位', en: 'Unit' },
  state: { zh: '状态', en: 'State' },
  until: { zh: '有效期至 {time}', en: 'Valid until {time}' },
  revokedFrom: { zh: '自 {from} 起吊销：{reason}', en: 'Revoked from {from}: {reason}' },
  subAuthority: { zh: '签发机构', en: 'authority' },
  revoke: { zh: '吊销…', en: 'Revoke…' },
  revokeTitle: { zh: '吊销证书：{unit}', en: 'Revoke the certificate: {unit}' },
  revokeAbout: {
    zh: '会写出新的吊销名单文件，请发给所有使用它的单位。',
    en: 'Writes the next revocation list; send it to everybody who uses it.',
  },
  from: { zh: '从何时起', en: 'From' },
  reason: { zh: '原因', en: 'Reason' },
} as const satisfies Record<string, Bilingual>;

/** Names of the files that are written for others. */
export const identityFileNames = {
  key: '{unit}-{code}-密钥.p12',
  certificate: '{unit}-{code}-证书.crt.pem',
  request: '{unit}-{code}-证书申请.csr',
  issued: '{unit}-{code}-签发证书.pem',
  list: '{unit}-{code}-吊销名单-{number}.crl',
} as const;

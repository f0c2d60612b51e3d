/** Why a bundle is not valid, in words: what was found and what to do about it. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import { withLocalTimes } from './local-times.ts';
import type { Reason, ReasonCode } from '../bundle/verdict.ts';

export const reasonWords: Readonly<Record<ReasonCode, Bilingual>> = {
  'container/not-a-zip': {
    zh: '这不是上报包（不是 ZIP 容器）。请对方用年报通重新导出。',
    en: 'This is no bundle (not a ZIP container). Ask for a new export.',
  },
  'container/damaged': {
    zh: '文件不完整或已损坏（{reason}）。请对方重新发送。',
    en: 'The file is incomplete or damaged ({reason}). Ask for it to be sent again.',
  },
  'container/stray-bytes': {
    zh: '容器里夹带了多余的内容（{reason}），没有采用。请对方重新导出。',
    en: 'The container carries stray bytes ({reason}); it was not accepted. Ask for a new export.',
  },
  'container/unsupported': {
    zh: '容器用了不支持的压缩方式（{reason}）。请对方用年报通重新导出。',
    en: 'The container uses a feature that is not supported ({reason}). Ask for a new export.',
  },
  'container/encrypted': { zh: '包内“{name}”加了密，打不开。请对方重新导出。', en: '"{name}" inside is encrypted. Ask for a new export.' },
  'container/too-many-entries': { zh: '包内文件太多（{count} 个），没有打开。', en: 'Too many files inside ({count}); it was not opened.' },
  'container/too-large': { zh: '包内“{name}”太大，没有打开。', en: '"{name}" inside is too large; it was not opened.' },
  'container/suspicious-ratio': {
    zh: '包内“{name}”压缩比异常，可能是恶意文件，没有打开。',
    en: '"{name}" inside is compressed suspiciously; it was not opened.',
  },
  'container/unsafe-name': {
    zh: '包内有不安全的文件名“{name}”，没有打开。',
    en: 'There is an unsafe file name inside: "{name}"; it was not opened.',
  },
  'container/duplicate-entry': { zh: '包内有重名文件“{name}”。', en: 'Two files inside have the name "{name}".' },
  'container/wrong-mimetype': {
    zh: '这不是 ASiC-E 签名容器。请确认文件来源。',
    en: 'This is not an ASiC-E container. Check where it came from.',
  },
  'container/missing-entry': { zh: '包内缺少“{name}”。请对方重新导出。', en: '"{name}" is missing inside. Ask for a new export.' },
  'container/wrong-kind': {
    zh: '里面装的是 {found}，需要的是 {wanted}（上报包 filing.json、回执 receipt.json、表样 edition.json、更新 update.json、上报地址 channel.json）。请选对文件。',
    en: 'It holds {found} where {wanted} is wanted (bundle: filing.json, receipt: receipt.json, edition: edition.json, update: update.json, upload address: channel.json). Choose the right file.',
  },
  'manifest/malformed': {
    zh: '签名清单读不懂（{reason}）。请对方用年报通重新导出。',
    en: 'The manifest cannot be read ({reason}). Ask for a new export.',
  },
  'manifest/unsupported-digest': {
    zh: '签名清单用了不支持的摘要算法（{algorithm}）。',
    en: 'The manifest uses an unsupported digest ({algorithm}).',
  },
  'manifest/absent-file': { zh: '清单上的“{name}”不在包里。', en: '"{name}" of the manifest is not inside.' },
  'manifest/unlisted-file': {
    zh: '包里有清单之外的文件“{name}”，它没有被签名。',
    en: '"{name}" inside is not on the manifest: nobody signed it.',
  },
  'digest/mismatch': {
    zh: '“{name}”的内容与签名时不一样，已被改动，不能采用。请对方重新发送原文件。',
    en: '"{name}" is not what was signed; it was changed. Ask for the original file again.',
  },
  'signature/malformed': {
    zh: '签名读不懂（{reason}）。请对方重新导出。',
    en: 'The signature cannot be read ({reason}). Ask for a new export.',
  },
  'signature/mismatch': {
    zh: '签名与清单不符，内容可能被改动（{reason}），不能采用。请向填报单位核实，并请其重新导出。',
    en: 'The signature does not fit the manifest ({reason}): the contents may have been changed. Ask the unit, and for a new export.',
  },
  'signature/unsupported': {
    zh: '不支持这样的签名（{reason}）。请对方用年报通重新导出。',
    en: 'Such a signature is not supported ({reason}). Ask for a new export.',
  },
  'signature/claimed-in-future': {
    zh: '自称的签名时间 {claimed} 晚于本机时间 {now}：对方或本机的时钟不对。',
    en: 'The claimed signing time {claimed} is later than this computer’s {now}: one of the clocks is wrong.',
  },
  'certificate/wrong-usage': { zh: '“{unit}”的证书不允许用来签名。', en: 'The certificate of "{unit}" is not for signing.' },
  'certificate/not-yet-valid': {
    zh: '签名时证书还没有生效（{notBefore} 起）。',
    en: 'The certificate was not yet valid when signing (from {notBefore}).',
  },
  'certificate/expired': {
    zh: '签名时证书已经过期（{notAfter} 止）。',
    en: 'The certificate had expired when signing (until {notAfter}).',
  },
  'certificate/revoked': {
    zh: '“{unit}”的证书已从 {from} 起吊销，自称的签名时间 {claimed} 在那之后。请对方换新证书后重新导出。',
    en: 'The certificate of "{unit}" was revoked from {from}; the claimed signing time {claimed} is later. Ask for a new export with a new certificate.',
  },
  'certificate/compromised': {
    zh: '“{unit}”的私钥已泄露（{from} 吊销）。自称的签名时间 {claimed} 可以由偷得私钥的人随意填写，所以不予采信。请对方换新证书后重新导出。',
    en: 'The key of "{unit}" was stolen (revoked {from}). Whoever has it can claim any signing time, so {claimed} is not believed. Ask for a new export with a new certificate.',
  },
  'certificate/other-county': {
    zh: '签名真实，但签名人是另一个单位“{signerUnit}”（{signerCode}），年报属于“{unit}”（{unitCode}）。请退回，由填报单位自己签名。',
    en: 'The signature is genuine, but of another unit, "{signerUnit}" ({signerCode}); the report belongs to "{unit}" ({unitCode}). Send it back to be signed by the unit itself.',
  },
  'certificate/pinned-as-other': {
    zh: '这个指纹登记在代码 {pinned} 名下，证书上写的却是“{signerUnit}”（{signerCode}）。请重新核对登记。',
    en: 'This fingerprint is registered for {pinned}, but the certificate says "{signerUnit}" ({signerCode}). Check the registration.',
  },
  'certificate/outside-region': {
    zh: '签发“{unitName}”（{unitCode}）证书的机构只能为代码 {region} 之下的单位签发。请电话核实证书来历。',
    en: 'Whoever issued the certificate of "{unitName}" ({unitCode}) may vouch for units below {region} only. Check by telephone where it came from.',
  },
  'certificate/unknown-issuer': {
    zh: '“{unitName}”（{unitCode}）的证书由没有登记的机构签发。请登记签发机构的证书，或电话核对指纹后登记。',
    en: 'The certificate of "{unitName}" ({unitCode}) was issued by somebody who is not registered. Register the issuer, or the fingerprint after a telephone check.',
  },
  'certificate/wrong-unit': {
    zh: '签名的是“{signerUnit}”，年报属于“{unit}”，两者不一致。',
    en: 'Signed by "{signerUnit}", but the report belongs to "{unit}".',
  },
  'certificate/untrusted': {
    zh: '签名人的证书没有登记。请电话核对证书指纹后登记。',
    en: 'The signer is not registered. Check the fingerprint by telephone, then register it.',
  },
  'filing/unreadable': { zh: '填报数据读不懂：{reason}', en: 'The filing cannot be read: {reason}' },
  'edition/unknown-digest': {
    zh: '数据按另一份 {edition} 版表样和规则填报（摘要 {digest}…），本机没有这一份，无法复核。',
    en: 'The filing was made with another {edition} edition (digest {digest}…) that is not here, so it cannot be checked.',
  },
  'revalidation/blocking': {
    zh: '按本机规则复核，有 {errors} 处错误、{warnings} 处未说明的核实项。请退回改正。',
    en: 'Our rules find {errors} errors and {warnings} unexplained warnings. Send it back.',
  },
  'attachment/unlisted': {
    zh: '包里的附件“{name}”没有写进填报数据。请对方重新导出。',
    en: 'The attachment "{name}" inside is not named by the filing. Ask for a new export.',
  },
  'attachment/differs': {
    zh: '填报数据里写的附件“{name}”不在包里，或内容不是那一份。请对方重新导出。',
    en: 'The attachment "{name}" that the filing names is not inside, or is another file. Ask for a new export.',
  },
  'chain/broken': {
    zh: '第 {revision} 版说它更正的是摘要 {previous}… 的上报包，同时给出的第 {before} 版却是 {found}…。请核对收到的是哪一版。',
    en: 'Version {revision} says that it replaces the bundle {previous}…, but the version {before} given with it is {found}…. Check which one was received.',
  },
  'chain/fork': {
    zh: '同一单位同一年度有内容不同的两份第 {revision} 版（摘要 {digest}… 与 {other}…）。请向填报单位核实以哪份为准。',
    en: 'There are two different versions {revision} of one unit and year ({digest}… and {other}…). Ask the unit which one counts.',
  },
  'receipt/unreadable': { zh: '回执内容读不懂：{reason}。请对方重新发送。', en: 'The receipt cannot be read: {reason}. Ask for it again.' },
  'receipt/other-bundle': {
    zh: '这份回执是给另一份上报包的：{unit} {year} 年度第 {revision} 版（摘要 {digest}…）。',
    en: 'This receipt answers another bundle: {unit}, {year}, version {revision} ({digest}…).',
  },
  'receipt/old-revision': {
    zh: '这份回执是给旧版（第 {revision} 版）的，现在的上报包是第 {current} 版。请等上级对新版的回执。',
    en: 'This receipt answers the old version {revision}; the bundle is version {current}. Wait for the answer to the new one.',
  },
  'receipt/newer-revision': {
    zh: '这份回执是给第 {revision} 版的，选的上报包却是旧版（第 {current} 版）。请选第 {revision} 版的上报包。',
    en: 'This receipt answers version {revision}, but the chosen bundle is the old version {current}. Choose the bundle of version {revision}.',
  },
  'receipt/resealed': {
    zh: '单位、年度、版次都对，但回执对应的内容（摘要 {digest}…）不是这份上报包的内容（{current}…）：它在别处重新导出过。',
    en: 'Unit, year and version fit, but the receipt answers other contents ({digest}…) than this bundle has ({current}…): it was exported again.',
  },
  'receipt/replayed': {
    zh: '这份回执（{time}）以前已经收到过，不是新的答复。',
    en: 'This receipt ({time}) was received before; it is no new answer.',
  },
  'receipt/superseded': {
    zh: '这份回执（{time}）已被更晚的一份（{newer}）取代，以更晚的为准。',
    en: 'This receipt ({time}) is superseded by a later one ({newer}), which counts.',
  },
  'receipt/own-signature': {
    zh: '回执是填报单位“{unit}”自己签的，不是上级的答复。',
    en: 'The receipt was signed by the reporting unit "{unit}" itself; it is no answer of its superior.',
  },
  'receipt/wrong-issuer': {
    zh: '回执由“{signerUnit}”（{signerCode}）签名，它不是“{unit}”（{unitCode}）的上级。只有直接登记的证书才能例外。',
    en: 'The receipt was signed by "{signerUnit}" ({signerCode}), which is no superior of "{unit}" ({unitCode}). Only a certificate that is registered itself may do so.',
  },
  'receipt/wrong-office': {
    zh: '回执上写的答复单位（{office}）与签名证书（{signerCode}）不一致。',
    en: 'The office that the receipt names ({office}) is not that of its certificate ({signerCode}).',
  },
  'receipt/bundle-invalid': {
    zh: '用来核对的上报包本身无效（{reason}），无法核对回执。请选原来导出的文件。',
    en: 'The bundle to check against is itself invalid ({reason}). Choose the file as it was exported.',
  },
  'form/unreadable': { zh: '表样文件读不懂：{reason}', en: 'The form edition cannot be read: {reason}' },
  'form/unacceptable': {
    zh: '表样或规则不能用：{zh} 没有安装，请向上级索取正确的文件。',
    en: 'The edition or its rules cannot be used: {en} Nothing was installed; ask the superior for the right file.',
  },
  'channel/unreadable': { zh: '{zh}。请向上级重新索取。', en: 'It cannot be used: {en}. Ask the superior for it again.' },
  'channel/wrong-office': {
    zh: '文件里写的接收单位是“{office}”，签名的却是“{signer}”。请电话核对。',
    en: 'It names "{office}" as the receiver but was signed by "{signer}". Ask by telephone.',
  },
  'channel/expired': {
    zh: '上报地址文件只用到 {until}。请向上级索取新的。',
    en: 'It was good until {until}. Ask the superior for a new one.',
  },
  'update/unreadable': { zh: '{zh}。请重新索取更新文件。', en: 'It cannot be used: {en}. Ask for the update again.' },
  'update/not-newer': {
    zh: '更新文件是 {version} 版，本机已经是 {current} 版，不用更新。',
    en: 'The update is version {version}; this is {current} already.',
  },
  'update/other-system': {
    zh: '{version} 版的更新文件里没有这种电脑（{system}）用的安装包。请索取合适的一份。',
    en: 'The update to {version} names no installer for this kind of computer ({system}). Ask for the right one.',
  },
};

export function describeReason(reason: Reason, language: Language): string {
  const words = reasonWords[reason.code][language];
  const why = reason.details['reason'];
  // Worded in English for engineers: it says nothing to others, and stays in the English message.
  const isForeign = language === 'zh' && typeof why === 'string' && !/\p{Script=Han}/u.test(why);
  const shown = isForeign ? words.replace(/（\{reason\}）/u, '').replace(/：\{reason\}。?/u, '。') : words;
  return fillPlaces(shown, withLocalTimes(reason.details));
}

/** Why a bundle is not valid, in words: what was found and what to do about it. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
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
    zh: '容器里夹带了多余的内容（{reason}），没有采用。',
    en: 'The container carries stray bytes ({reason}); it was not accepted.',
  },
  'container/unsupported': {
    zh: '容器用了不支持的压缩方式（{reason}）。',
    en: 'The container uses a feature that is not supported ({reason}).',
  },
  'container/encrypted': { zh: '包内“{name}”加了密，打不开。请对方重新导出。', en: '"{name}" inside is encrypted. Ask for a new export.' },
  'container/too-many-entries': { zh: '包内文件太多（{count} 个），没有打开。', en: 'Too many files inside ({count}); it was not opened.' },
  'container/too-large': { zh: '包内“{name}”太大，没有打开。', en: '"{name}" inside is too large; it was not opened.' },
  'container/suspicious-ratio': {
    zh: '包内“{name}”压缩比异常，可能是恶意文件，没有打开。',
    en: '"{name}" inside is compressed suspiciously; it was not opened.',
  },
  'container/unsafe-name': { zh: '包内有不安全的文件名“{name}”。', en: 'There is an unsafe file name inside: "{name}".' },
  'container/duplicate-entry': { zh: '包内有重名文件“{name}”。', en: 'Two files inside have the name "{name}".' },
  'container/wrong-mimetype': {
    zh: '这不是 ASiC-E 签名容器。请确认文件来源。',
    en: 'This is not an ASiC-E container. Check where it came from.',
  },
  'container/missing-entry': { zh: '包内缺少“{name}”。请对方重新导出。', en: '"{name}" is missing inside. Ask for a new export.' },
  'manifest/malformed': { zh: '签名清单读不懂（{reason}）。', en: 'The manifest cannot be read ({reason}).' },
  'manifest/unsupported-digest': {
    zh: '签名清单用了不支持的摘要算法（{algorithm}）。',
    en: 'The manifest uses an unsupported digest ({algorithm}).',
  },
  'manifest/absent-file': { zh: '清单上的“{name}”不在包里。', en: '"{name}" of the manifest is not inside.' },
  'manifest/unlisted-file': {
    zh: '包里有清单之外的文件“{name}”，它没有被签名。',
    en: '"{name}" inside is not on the manifest: nobody signed it.',
  },
  'digest/mismatch': { zh: '“{name}”的内容与签名时不一样，已被改动。', en: '"{name}" is not what was signed; it was changed.' },
  'signature/malformed': { zh: '签名读不懂（{reason}）。', en: 'The signature cannot be read ({reason}).' },
  'signature/mismatch': { zh: '签名与清单不符，内容可能被改动（{reason}）。', en: 'The signature does not fit the manifest ({reason}).' },
  'signature/unsupported': { zh: '不支持这样的签名（{reason}）。', en: 'Such a signature is not supported ({reason}).' },
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
};

export function describeReason(reason: Reason, language: Language): string {
  return fillPlaces(reasonWords[reason.code][language], reason.details);
}

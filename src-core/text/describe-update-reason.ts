/** Why an update is refused, in words: a publisher is nobody whom one registers after a call, and the file is no bundle. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { Reason, ReasonCode } from '../bundle/verdict.ts';
import { describeReason } from './describe-reason.ts';

const notAnUpdate: Bilingual = {
  zh: '这不是年报通的更新文件（.nianbao-update），或者已经损坏。请重新复制，或向提供软件的单位重新索取。',
  en: 'This is no update file of the app (.nianbao-update), or it is damaged. Copy it again, or ask whoever gives you the app for it.',
};
const foreign: Bilingual = {
  zh: '签名的不是年报通的发布者（它的证书随软件附带），不要安装。请问清楚文件从哪里来，向提供软件的单位重新索取。',
  en: 'It was not signed by the publisher whose certificate came with the app: do not install it. Ask where it came from, and ask whoever gave you the app for it.',
};

const words: Partial<Readonly<Record<ReasonCode, Bilingual>>> = {
  'container/not-a-zip': notAnUpdate,
  'container/damaged': notAnUpdate,
  'container/stray-bytes': notAnUpdate,
  'container/unsupported': notAnUpdate,
  'container/wrong-mimetype': notAnUpdate,
  'container/missing-entry': notAnUpdate,
  'container/wrong-kind': notAnUpdate,
  'certificate/untrusted': foreign,
  'certificate/unknown-issuer': foreign,
};

export function describeUpdateReason(reason: Reason, language: Language): string {
  const own = words[reason.code];
  return own === undefined ? describeReason(reason, language) : fillPlaces(own[language], {});
}

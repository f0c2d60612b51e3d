/** What is wrong with a file, told to the unit that sent it: in its own place, and with one thing to ask of it. */
import type { Refusal } from '../consolidation/refusal.ts';
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import { describeRefusal } from './describe-refusal.ts';
import { withLocalTimes } from './local-times.ts';

/** Where the words for the officer speak of "them" and of "this computer". */
const told: Readonly<Record<string, Bilingual>> = {
  'signature/claimed-in-future': {
    zh: '自称的签名时间 {claimed} 还没有到（核验时是 {now}）。',
    en: 'The claimed signing time {claimed} had not come yet ({now} when it was checked).',
  },
  'certificate/other-county': {
    zh: '它是用另一个单位“{signerUnit}”（{signerCode}）的密钥签名的。',
    en: 'It was signed with the key of another unit, "{signerUnit}" ({signerCode}).',
  },
  'certificate/outside-region': {
    zh: '签发证书的机构只能为代码 {region} 之下的单位签发。',
    en: 'Whoever issued the certificate may vouch for units below {region} only.',
  },
  'certificate/pinned-as-other': {
    zh: '签名的密钥登记在代码 {pinned} 名下，证书上写的却是“{signerUnit}”（{signerCode}）。',
    en: 'The key is registered for {pinned}, but the certificate says "{signerUnit}" ({signerCode}).',
  },
  'edition/digest-mismatch': {
    zh: '它是按另一份 {edition} 版表样和规则做的。',
    en: 'It was made with another {edition} edition of form and rules.',
  },
  'revalidation/blocking': {
    zh: '按规则复核，有 {errors} 处错误、{warnings} 处没有说明的核实项。',
    en: 'By the rules there are {errors} errors and {warnings} warnings without an explanation.',
  },
  'intake/several-reports': {
    zh: '里面有 {count} 份报告，分不清是哪一份：{names}。',
    en: 'It holds {count} reports and it is not clear which is meant: {names}.',
  },
};

const again: Bilingual = { zh: '请用年报通重新导出后再报送一次。', en: 'Please export it anew and send it again.' };
const newKey: Bilingual = {
  zh: '请换用有效的证书签名，重新导出后报送。',
  en: 'Please sign with a certificate that is in force, export it anew and send that.',
};
const ownKey: Bilingual = {
  zh: '请用你单位自己的密钥签名，重新导出后报送。',
  en: 'Please sign with your unit’s own key, export it anew and send that.',
};
const clock: Bilingual = {
  zh: '请校正电脑的日期和时间，重新导出后报送。',
  en: 'Please set the date and time of the computer, export it anew and send that.',
};
const readable: Bilingual = {
  zh: '请改用上报包、填报表或能复制文字的原文件报送。',
  en: 'Please send a bundle, the template, or the original file with text that can be copied.',
};
const sameForm: Bilingual = {
  zh: '请用上级下发的同一份表样填报，重新导出后报送。',
  en: 'Please use the edition that the superior gave out, export it anew and send that.',
};

const asks: Readonly<Record<string, Bilingual>> = {
  'certificate/revoked': newKey,
  'certificate/compromised': newKey,
  'certificate/expired': newKey,
  'certificate/wrong-usage': newKey,
  'certificate/outside-region': newKey,
  'certificate/wrong-unit': ownKey,
  'certificate/other-county': ownKey,
  'certificate/pinned-as-other': ownKey,
  'certificate/not-yet-valid': clock,
  'signature/claimed-in-future': clock,
  'edition/digest-mismatch': sameForm,
  'consolidation/other-edition': sameForm,
  'revalidation/blocking': {
    zh: '请改正错误、逐条说明核实项，作为更正重新导出后报送。',
    en: 'Please correct the errors, explain the warnings, and send it as an amendment.',
  },
  'envelope/for-another': {
    zh: '请用收文单位现在的证书重新加密，或者不加密报送。',
    en: 'Please encrypt it with the certificate that is in use here, or send it as it is.',
  },
  'consolidation/other-year': { zh: '请报送所要年度的报告。', en: 'Please send the report of the year that was asked for.' },
  'consolidation/several-units': { zh: '请按新的单位代码分别报送。', en: 'Please send a report for each of the present codes.' },
  'consolidation/summed-by-other': { zh: '请报送给汇总你单位数据的机关。', en: 'Please send it to the office that sums your figures.' },
  'consolidation/successor-filed': { zh: '如有需要更正的，请由接替的单位报送。', en: 'Please have the successor send any amendment.' },
  'reception/empty': {
    zh: '请看看原文件的大小，重新复制或导出后再报送一次。',
    en: 'Please look at the size of the original, copy or export it anew and send it again.',
  },
};

/** What was found, without what it asks of the officer. */
export function whatIsWrong(refusal: Refusal, language: Language): string {
  const first = refusal.problem ?? refusal.reasons.at(0);
  const own = first === undefined ? undefined : told[first.code];
  if (first !== undefined && own !== undefined) return fillPlaces(own[language], withLocalTimes(first.details));
  const { message } = describeRefusal(refusal, language);
  return language === 'zh' ? withoutRequests(message) : message.replace(englishRequest, '').trim();
}

/** What the unit is to do; once. */
export function askOf({ problem, reasons }: Refusal, language: Language): string {
  const code = problem?.code ?? reasons[0]?.code ?? '';
  return (asks[code] ?? (code.startsWith('intake/') || code === 'consolidation/no-code' ? readable : again))[language];
}

/** Sentences and clauses that ask for something: they are meant for the officer. */
function withoutRequests(message: string): string {
  const kept = message.split(/(?<=。)/u).map((sentence) => sentence.replace(/(?:^|[，；：])[^，；：。]*请.*$/su, ''));
  return kept
    .filter((sentence) => sentence.trim() !== '')
    .map((sentence) => (/[。？！]$/u.test(sentence) ? sentence : `${sentence}。`))
    .join('');
}

const englishRequest =
  /(?<=[.!]) (?:Ask|Send|Check|Choose|Open|Save|Give|Have|Encrypt|Fetch|Read|Compare|Register|Install|Look|Unpack|If|See)\b.*$/su;

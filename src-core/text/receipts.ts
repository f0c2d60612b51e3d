/** Words about receipts, for the commands and the screens. */
import type { Bilingual, Language } from '../lib/bilingual.ts';

export const receiptWords = {
  about: {
    zh: '上级对上报包的签名回执：接收，或说明原因退回（可逐格说明）',
    en: 'answers a bundle with a signed receipt: accepted, or returned with reasons',
  },
  aboutCheck: {
    zh: '核对回执：是否上级所签，是否答复这份上报包',
    en: 'checks a receipt: who signed it, and whether it answers this bundle',
  },
  accepted: {
    zh: '接收回执已写入 {path}：{unit} {year} 年度第 {revision} 版。\n上报包摘要：{digest}',
    en: 'The receipt of acceptance is in {path}: {unit}, {year}, version {revision}.\nDigest of the bundle: {digest}',
  },
  returned: {
    zh: '退回回执已写入 {path}：{unit} {year} 年度第 {revision} 版。\n上报包摘要：{digest}',
    en: 'The receipt of return is in {path}: {unit}, {year}, version {revision}.\nDigest of the bundle: {digest}',
  },
  checked: { zh: '{file}：{verdict}', en: '{file}: {verdict}' },
  saysAccepted: {
    zh: '  已接收：{unit} {year} 年度第 {revision} 版；{by}，自称时间 {time}',
    en: '  Accepted: {unit}, {year}, version {revision}; {by}, claimed time {time}',
  },
  saysReturned: {
    zh: '  已退回：{unit} {year} 年度第 {revision} 版；{by}，自称时间 {time}\n  原因：{reason}',
    en: '  Returned: {unit}, {year}, version {revision}; {by}, claimed time {time}\n  Reason: {reason}',
  },
  cell: { zh: '    {cell}：{reason}', en: '    {cell}: {reason}' },
} as const satisfies Record<string, Bilingual>;

/** The office and who answered for it; the office alone where nobody else was named. */
export function answeredBy(office: string, officer: string, language: Language): string {
  return officer.trim() === office.trim() ? office : `${office}${language === 'zh' ? ' ' : ', '}${officer}`;
}

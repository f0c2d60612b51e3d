/** Words of holding a paper copy against bundles. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { PaperCheck } from '../documents/check-paper.ts';
import type { PaperFault } from '../documents/paper-fault.ts';

export const paperWords = {
  title: { zh: '核对纸质件', en: 'Check a paper copy' },
  intro: {
    zh: '用扫码枪扫签署页上的二维码，或把“上报包摘要”逐字输入；空格、换行、大小写、全角半角都不要紧。',
    en: 'Scan the QR code of the page to sign, or type the digest below it; spaces, line breaks and case do not matter.',
  },
  code: { zh: '二维码内容或摘要', en: 'QR text or digest' },
  withReport: {
    zh: '与这份年报导出过的各版上报包核对。',
    en: 'Held against the bundles that this report went out with.',
  },
  withBundles: { zh: '与上面验证的上报包核对。', en: 'Held against the bundles verified above.' },
  neverExported: {
    zh: '这份年报还没有导出过，没有可以核对的上报包。',
    en: 'This report has not been exported: there is no bundle to hold the paper against.',
  },
  noBundle: { zh: '请先在上面选择上报包。', en: 'Choose the bundle above first.' },
  about: { zh: '核对纸质件上的二维码内容或摘要与上报包是否一致', en: 'holds the QR text or digest of a paper copy against a bundle' },

  same: { zh: '一致：纸质件就是第 {revision} 版上报包的内容。', en: 'The same: the paper is version {revision} of the bundle.' },
  sameOld: {
    zh: '一致，但已有更新的版本：纸质件是第 {revision} 版，现在是第 {newer} 版。',
    en: 'The same, but replaced: the paper is version {revision}, the newest is version {newer}.',
  },
  altered: {
    zh: '不一致：摘要是第 {revision} 版的，但编码里的单位、年度或版次不是，编码被改过。',
    en: 'Not the same: the digest is that of version {revision}, but unit, year or version in the code are not. The code was altered.',
  },
  otherRevision: {
    zh: '版次不同：纸质件是第 {revision} 版，这里有的是第 {known} 版。',
    en: 'Another version: the paper is version {revision}, here is version {known}.',
  },
  otherContent: {
    zh: '不一致：纸质件的内容与上报包不同。',
    en: 'Not the same: the paper says something else than the bundle.',
  },
  fewGroups: {
    zh: '只有第 {groups} 组四位数字不同，如果是手工输入的，请先检查这里。',
    en: 'Only group {groups} of four digits differs: if it was typed, look there first.',
  },
  otherReport: {
    zh: '不是同一份年报：纸质件是 {unit} 的 {year} 年度报告。',
    en: 'Another report: the paper is that of {unit} for {year}.',
  },
  empty: {
    zh: '还没有内容：请扫签署页上的二维码，或输入“上报包摘要”的 64 位。',
    en: 'Nothing was given: scan the QR code of the page to sign, or type the 64 digits of the digest.',
  },
  version: {
    zh: '这个编码是第 {version} 种格式，这个版本的程序只认得第 1 种。请先更新程序，或改为输入签署页上的 64 位摘要。',
    en: 'The code is of format {version}; this version of the program knows format 1. Update it, or type the 64 digits of the digest instead.',
  },
  badSign: {
    zh: '第 {group} 组的第 {place} 个字符“{sign}”不会出现在摘要里（只有 0–9 和 a–f），请对照纸质件改正。',
    en: 'Sign {place} of group {group}, "{sign}", cannot be in a digest (only 0–9 and a–f). Compare it with the paper.',
  },
  badLength: {
    zh: '摘要应有 64 位（16 组，每组四位），现在是 {digits} 位。',
    en: 'A digest has 64 digits (16 groups of four); here are {digits}.',
  },
  badFrom: {
    zh: '从第 {group} 组起与上报包不同，请从这里对照。',
    en: 'From group {group} on it differs from the bundle: compare from there.',
  },
  malformed: {
    zh: '这不是签署页上的内容：应是以 NIANBAO:1: 开头的一串，或 64 位摘要（0–9、a–f，四位一组）。',
    en: 'This is not what the page to sign says: it should begin with NIANBAO:1:, or be a digest of 64 digits (0–9, a–f, in groups of four).',
  },
} as const satisfies Record<string, Bilingual>;

/** What came out, in a sentence or two. */
export function tellPaperCheck(check: PaperCheck, language: Language): string {
  const say = (entry: Bilingual, places: Readonly<Record<string, string | number>> = {}) => fillPlaces(entry[language], places);
  const join = (numbers: readonly number[]) => numbers.join(language === 'zh' ? '、' : ', ');
  switch (check.kind) {
    case 'same':
      return check.newer === null
        ? say(paperWords.same, { revision: check.revision })
        : say(paperWords.sameOld, { revision: check.revision, newer: check.newer });
    case 'altered':
      return say(paperWords.altered, { revision: check.revision });
    case 'other-revision':
      return say(paperWords.otherRevision, { revision: check.revision, known: join(check.known) });
    case 'other-content': {
      const slip = check.groups.length === 0 ? '' : say(paperWords.fewGroups, { groups: join(check.groups) });
      return [say(paperWords.otherContent), slip].filter((text) => text !== '').join(language === 'zh' ? '' : ' ');
    }
    case 'other-report':
      return say(paperWords.otherReport, { unit: check.unitCode, year: check.reportYear });
    case 'malformed':
      return tellFault(check.fault, language);
  }
}

function tellFault(fault: PaperFault, language: Language): string {
  const say = (entry: Bilingual, places: Readonly<Record<string, string | number>> = {}) => fillPlaces(entry[language], places);
  switch (fault.why) {
    case 'empty':
      return say(paperWords.empty);
    case 'version':
      return say(paperWords.version, { version: fault.version });
    case 'sign':
      return say(paperWords.badSign, { sign: fault.sign, group: fault.group, place: fault.place });
    case 'length': {
      const from = fault.group === null ? '' : say(paperWords.badFrom, { group: fault.group });
      return [say(paperWords.badLength, { digits: fault.digits }), from].filter((text) => text !== '').join(language === 'zh' ? '' : ' ');
    }
    case 'other':
      return say(paperWords.malformed);
  }
}

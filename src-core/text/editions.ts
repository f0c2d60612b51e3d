/** Words about form editions as files, for the commands and the screens. */
import type { Bilingual } from '../lib/bilingual.ts';

export const editionWords = {
  aboutList: {
    zh: '列出可用的表样（随软件自带的和已安装的）',
    en: 'lists the form editions: those that came with the app and installed ones',
  },
  aboutSeal: {
    zh: '把表样文件夹（edition.json、rules.json）做成签名文件',
    en: 'makes a signed file of an edition folder (edition.json, rules.json)',
  },
  aboutVerify: { zh: '验证表样文件，并说明与现有表样的差别', en: 'verifies an edition file and tells what it changes' },
  aboutInstall: {
    zh: '验证并安装表样文件；签名人须在 --trust 里。旧表样保留，旧年报仍按旧表样',
    en: 'verifies and installs an edition file; its signer has to be in --trust. Older editions stay for older reports',
  },
  aboutRemove: {
    zh: '移除已安装的表样（按摘要开头），恢复使用之前的',
    en: 'removes an installed edition (by the beginning of its digest)',
  },
  line: { zh: '{id}  {years}  {origin}  {digest}', en: '{id}  {years}  {origin}  {digest}' },
  builtIn: { zh: '自带', en: 'built in' },
  installed: { zh: '已安装', en: 'installed' },
  sealed: {
    zh: '表样 {id} 已签名写入 {path}。\n表样摘要：{digest}',
    en: 'The signed {id} edition is in {path}.\nDigest of the edition: {digest}',
  },
  verdict: { zh: '{file}：{verdict}', en: '{file}: {verdict}' },
  describes: {
    zh: '  表样 {id}（{years}），摘要 {digest}；签名人 {signer}，自称签名时间 {time}',
    en: '  Edition {id} ({years}), digest {digest}; signed by {signer}, claimed time {time}',
  },
  difference: {
    zh: '  与现有的 {id}（{digest}…）相比：单元格 +{addedCells} −{removedCells}，规则 +{addedRules} −{removedRules}，改动 {changedRules}',
    en: '  Against the present {id} ({digest}…): cells +{addedCells} −{removedCells}, rules +{addedRules} −{removedRules}, changed {changedRules}',
  },
  ruleCodes: { zh: '    涉及规则：{codes}', en: '    Rules concerned: {codes}' },
  done: { zh: '表样 {id} 已安装到 {path}。', en: 'The {id} edition is installed in {path}.' },
  removed: { zh: '表样 {id}（{digest}…）已移除。', en: 'The {id} edition ({digest}…) was removed.' },
} as const satisfies Record<string, Bilingual>;

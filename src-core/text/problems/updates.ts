/** Words for problems with updates from a stick. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const updateProblems = {
  'update/no-publisher': {
    zh: '这一份年报通没有附带发布者的证书，无法核实更新包，所以不能用它更新。请向提供软件的单位索取完整的安装包。',
    en: 'No publisher’s certificate came with this copy of the app, so updates cannot be verified and are refused. Ask whoever gave you the app for the full installer.',
  },
  'update/malformed': {
    zh: '更新说明读不懂（{place} 处应为 {expected}）',
    en: 'the notice of the update cannot be read (at {place}: {expected})',
  },
  'update/not-verified': {
    zh: '更新包“{file}”没有通过核实，没有安装。',
    en: 'The update "{file}" did not pass verification and was not installed.',
  },
  'update/no-installer': {
    zh: '文件夹“{folder}”里没有这台电脑要用的安装包（{names}）。请把安装包和更新文件放在同一个文件夹里。',
    en: 'The folder "{folder}" has no installer for this computer ({names}). Put the installer beside the update file.',
  },
  'update/installer-differs': {
    zh: '安装包“{file}”与发布者签名的不是同一份（长度或摘要不符），没有安装。请重新复制，或向提供单位重新索取。',
    en: 'The installer "{file}" is not the one that the publisher signed (length or digest differ); it was not installed. Copy it again, or ask for it again.',
  },
  'update/not-an-installer': {
    zh: '“{file}”不是年报通 {version} 的安装包（看文件名）。',
    en: '"{file}" is no installer of version {version} (by its name).',
  },
  'update/cancelled': { zh: '没有选择文件，什么也没有做。', en: 'Nothing was chosen and nothing was done.' },
  'update/outdated': {
    zh: '更新文件要重新选择并演练：刚才核实的不是这一份。',
    en: 'Choose the update again and rehearse it: this is not the one that was verified.',
  },
} as const satisfies Record<string, Bilingual>;

/** Words for problems with editions, filings, intake and the workspace. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const editionProblems = {
  'edition/malformed': {
    zh: '表样文件“{file}”的 {place} 处不对：应为 {expected}，实际是 {received}。表样未载入。',
    en: 'The edition file "{file}" is wrong at {place}: expected {expected}, found {received}. It was not loaded.',
  },
  'edition/inconsistent': {
    zh: '表样文件“{file}”前后不一致：{place}（{reason}）。表样未载入。',
    en: 'The edition file "{file}" contradicts itself at {place}: {reason}. It was not loaded.',
  },
  'edition/unknown': {
    zh: '没有“{edition}”这一版表样。本机已有的表样：{known}。',
    en: 'There is no form edition "{edition}" here. Known editions: {known}.',
  },
  'edition/none-for-year': {
    zh: '本机没有适用于 {year} 年度的表样。本机已有的表样：{known}。',
    en: 'No form edition here covers the report year {year}. Known editions: {known}.',
  },
  'edition/wrong-for-year': {
    zh: '{edition} 版表样只适用于 {years} 年度，不能用于 {year} 年度。',
    en: 'The {edition} edition covers the report years {years}, not {year}.',
  },
  'edition/digest-mismatch': {
    zh: '“{file}”是按另一份 {edition} 版表样和规则做的（摘要 {found}…，本机为 {known}…）。请先安装同一份表样。',
    en: '"{file}" was made with another {edition} edition (digest {found}…, here {known}…). Install the same edition first.',
  },
  'edition/not-verified': {
    zh: '“{file}”没有安装：{reason} 请向上级索取正确的文件。',
    en: '"{file}" was not installed: {reason} Ask the superior for the right file.',
  },
  'edition/installed': {
    zh: '{edition} 版表样（摘要 {digest}…）已经在这台电脑上，没有改动。',
    en: 'The {edition} edition (digest {digest}…) is on this computer already; nothing was changed.',
  },
} as const satisfies Record<string, Bilingual>;

export const filingProblems = {
  'filing/malformed': {
    zh: '填报文件“{file}”的 {place} 处不对：应为 {expected}，实际是 {received}。',
    en: 'The filing "{file}" is wrong at {place}: expected {expected}, found {received}.',
  },
  'filing/unknown-format': {
    zh: '“{file}”的格式是“{format}”，本软件只认识 {known}。如果它来自更新的版本，请先升级年报通。',
    en: '"{file}" has the format "{format}"; this app knows {known}. If a newer version wrote it, update the app first.',
  },
  'filing/unknown-cell': {
    zh: '“{file}”的 {place} 里有 {edition} 版表样中没有的项目“{cell}”。',
    en: '"{file}" names "{cell}" in {place}, which the {edition} edition does not have.',
  },
  'filing/bad-value': {
    zh: '“{file}”的 {place} 中，{cell} 的值“{value}”不能用：{reason}。',
    en: 'In {place} of "{file}" the value "{value}" of {cell} cannot be used: {reason}.',
  },
  'filing/not-found': {
    zh: '这份年报已经不在了（{id}）。请回到列表重新打开。',
    en: 'That report is no longer here ({id}). Go back to the list.',
  },
  'filing/damaged': {
    zh: '这份年报（{id}）的内容与保存时不一致，可能是磁盘出错，因此没有打开。其他年报不受影响；请从备份中恢复这一份。',
    en: 'The content of this report ({id}) is not what was saved, as after a disk error, so it was not opened. Other reports are not affected; restore this one from a backup.',
  },
  'filing/exists': {
    zh: '{name}（{unit}）{year} 年度的年报已经建过了，请在列表中打开它。',
    en: 'A report of {name} ({unit}) for {year} exists already; open it from the list.',
  },
  'filing/computed-cell': {
    zh: '{cell} 是自动合计，不能直接填写。请改它的组成项。',
    en: '{cell} is computed and cannot be typed. Change its parts.',
  },
  'filing/not-prior': {
    zh: '“{file}”是{unit} {year} 年度的，不能作为上年数据（应为{expectedUnit} {expected} 年度）。',
    en: '"{file}" is of {unit}, {year}, and cannot serve as last year’s figures ({expectedUnit}, {expected}).',
  },
  'filing/not-predecessor': {
    zh: '“{file}”是{unit} {year} 年度的，不能算作并入{successor}的单位的上年数据（应为其他单位 {expected} 年度的，每个单位一份）。',
    en: '"{file}" is of {unit}, {year}, and cannot serve as the report of a unit merged into {successor} (of another unit, for {expected}, one for each).',
  },
} as const satisfies Record<string, Bilingual>;

export const workspaceProblems = {
  'workspace/not-writable': {
    zh: '数据文件夹“{path}”不能使用（{reason}）。请检查磁盘和权限后重新启动年报通。',
    en: 'The data folder "{path}" cannot be used ({reason}). Check the disk and its permissions, then start the app again.',
  },
  'workspace/newer': {
    zh: '数据文件“{path}”由更新版本的年报通写成（版本 {version}，本机只认识到 {known}）。文件没有改动，请升级年报通后再打开。',
    en: 'The data file "{path}" was written by a newer version ({version}; this one knows {known}). It is untouched; update the app.',
  },
  'workspace/migration-failed': {
    zh: '数据文件“{path}”没有能升级到新版本（{reason}）。原文件没有改动，请联系技术人员，或继续使用旧版本。',
    en: 'The data file "{path}" could not be brought up to this version ({reason}). It is untouched; use the older version or ask for help.',
  },
  'workspace/damaged': {
    zh: '数据文件“{path}”已损坏（{reason}），也没有可用的历史副本。文件没有改动，请把它交给技术人员恢复。',
    en: 'The data file "{path}" is damaged ({reason}) and no good generation exists. It is untouched; ask for help to recover it.',
  },
} as const satisfies Record<string, Bilingual>;

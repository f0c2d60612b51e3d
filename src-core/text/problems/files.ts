/** Words for problems with the caller's words and with files. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const usageProblems = {
  'usage/unknown-command': {
    zh: '没有“{command}”这个命令。可用的命令：{known}。用 nianbao help 查看用法。',
    en: 'There is no command "{command}". Commands: {known}. See nianbao help.',
  },
  'usage/missing-argument': {
    zh: '命令 {command} 缺少 {argument}。用法：{usage}',
    en: 'The command {command} needs {argument}. Usage: {usage}',
  },
  'usage/unknown-option': {
    zh: '命令 {command} 没有选项 {option}。用法：{usage}',
    en: 'The command {command} has no option {option}. Usage: {usage}',
  },
  'usage/bad-value': {
    zh: '{argument} 的值“{value}”不对，应为{expected}。',
    en: '{argument} cannot be "{value}"; expected: {expected}.',
  },
  'usage/passphrases-differ': {
    zh: '两次输入的口令不一样，没有建立密钥。请重新运行。',
    en: 'The passphrases differ; no key was made. Run the command again.',
  },
  'usage/no-passphrase': {
    zh: '需要密钥口令：请设置环境变量 NIANBAO_PASSPHRASE，或在终端里运行以便输入。',
    en: 'A passphrase is needed: set NIANBAO_PASSPHRASE, or run in a terminal to be asked for it.',
  },
} as const satisfies Record<string, Bilingual>;

export const fileProblems = {
  'file/not-found': { zh: '找不到文件“{path}”。请检查路径和文件名。', en: 'There is no file "{path}". Check the path and the name.' },
  'file/not-readable': {
    zh: '文件“{path}”读不出来（{reason}）。请检查权限，或换一份完好的副本。',
    en: 'The file "{path}" cannot be read ({reason}). Check its permissions or use another copy.',
  },
  'file/not-writable': {
    zh: '写不进“{path}”（{reason}）。请检查写入权限和磁盘；正在选择保存位置时，也可以换一个位置。',
    en: 'Cannot write to "{path}" ({reason}). Check the permissions and the disk; where you are choosing a place, choose another.',
  },
  'file/exists': {
    zh: '“{path}”已经存在，没有覆盖它。请换一个文件名，或先移走原来的文件。',
    en: '"{path}" exists already and was not overwritten. Use another name, or move the old file away.',
  },
  'file/read-only': {
    zh: '“{path}”所在的文件夹不能写入（{reason}）。请开放这个文件夹的写入权限（可请管理员）后再试；正在选择保存位置时，也可以换一个文件夹。',
    en: 'The folder of "{path}" cannot be written to ({reason}). Get permission to write to it, then try again; where you are choosing a place, choose another folder.',
  },
  'file/disk-full': {
    zh: '磁盘已满，“{path}”没有写成（{reason}）。请腾出空间后再试。',
    en: 'The disk is full; "{path}" was not written ({reason}). Free some space and try again.',
  },
  'file/locked': {
    zh: '“{path}”正被其他程序占用（{reason}）。请关闭占用它的程序（如杀毒软件、同步盘）后再试。',
    en: '"{path}" is in use by another program ({reason}). Close that program and try again.',
  },
  'file/too-large': {
    zh: '文件“{path}”有 {size} 字节，超过上限 {limit} 字节，没有打开。',
    en: 'The file "{path}" has {size} bytes, more than the limit of {limit}; it was not opened.',
  },
  'file/unsupported-kind': {
    zh: '“{file}”不是能识别的文件。这里可以用：{known}。',
    en: '"{file}" is not a file of a known kind. Known here: {known}.',
  },
  'file/not-utf8': {
    zh: '文件“{path}”第 {offset} 个字节起不是 UTF-8 文字。请用记事本或 WPS 另存为 UTF-8 编码后再试。',
    en: 'The file "{path}" is not UTF-8 text from byte {offset} on. Save it as UTF-8 and try again.',
  },
  'file/not-json': {
    zh: '文件“{file}”不是完整的 JSON（{reason}）。请使用年报通导出的原文件。',
    en: 'The file "{file}" is not complete JSON ({reason}). Use the file as it was written by this app.',
  },
} as const satisfies Record<string, Bilingual>;

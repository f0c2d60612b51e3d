/** Words of updates: the headless commands and the dialog. */
import type { Bilingual } from '../lib/bilingual.ts';

export const updateWords = {
  aboutVerify: {
    zh: '核实更新包：签名、版本、适用的电脑、安装包的摘要',
    en: 'verifies an update: signature, version, system, digest of the installer',
  },
  aboutSeal: {
    zh: '给一个版本的安装包做签名的更新文件（发布者用）',
    en: 'makes the signed update file of a version’s installers (publisher)',
  },
  verdict: { zh: '{file}：{verdict}', en: '{file}: {verdict}' },
  ofNoUse: { zh: '{file}：不能用来更新（签名本身没有问题）', en: '{file}: of no use here (the signature itself is fine)' },
  facts: {
    zh: '  {version} 版，由“{signer}”签名（自称 {time}），证书指纹 {fingerprint}',
    en: '  version {version}, signed by "{signer}" (claimed {time}), certificate {fingerprint}',
  },
  installer: { zh: '  安装包 {file}（{size}）与签名时一致', en: '  the installer {file} ({size}) is the one that was signed' },
  sealed: { zh: '更新文件已写入 {path}，含 {count} 个安装包。', en: 'The update is in {path}; it names {count} installers.' },
  section: { zh: '更新', en: 'Updates' },
  intro: {
    zh: '年报通不联网检查更新，也不会自己更新。拿到新版本的更新文件（.nianbao-update）和安装包后，放在同一个文件夹或 U 盘里，从这里更新。',
    en: 'The app never checks for updates over a network and never updates itself. Put the update file (.nianbao-update) and the installer into one folder or onto a stick, and update from here.',
  },
  choose: { zh: '从 U 盘更新…', en: 'Update from a stick…' },
  title: { zh: '更新年报通', en: 'Update the app' },
  verified: {
    zh: '更新文件已核实：由随软件附带证书的发布者签名，版本更新，适用于这台电脑。',
    en: 'The update is verified: signed by the publisher whose certificate came with the app, newer, and for this computer.',
  },
  refused: { zh: '这个更新文件不能用：', en: 'This update cannot be used:' },
  versionFact: { zh: '版本', en: 'Version' },
  versionChange: { zh: '{current} → {version}', en: '{current} → {version}' },
  signerFact: { zh: '发布者', en: 'Publisher' },
  fingerprintFact: { zh: '证书指纹', en: 'Fingerprint' },
  installerFact: { zh: '安装包', en: 'Installer' },
  rehearseIntro: {
    zh: '下一步：核对安装包的摘要，检查您的数据，在内存里的副本上把新版本的数据升级先做一遍，再做一份备份。您的数据不会改动。',
    en: 'Next: the installer’s digest is compared, your data are checked, the new version’s migration is tried on a copy in memory, and a backup is made. Your data are not changed.',
  },
  rehearse: { zh: '核对并演练', en: 'Check and rehearse' },
  rehearsing: { zh: '正在核对安装包、演练升级、做备份…', en: 'Checking the installer, rehearsing, backing up…' },
  rehearsed: { zh: '演练通过，可以安装。', en: 'The rehearsal went well; the update can be installed.' },
  digestDone: { zh: '安装包与发布者签名的是同一份，已复制到本机。', en: 'The installer is the one that was signed, and was copied here.' },
  migrationDone: {
    zh: '数据完整；在副本上从第 {from} 版数据格式升级到第 {to} 版，成功。',
    en: 'Your data are whole; on a copy they were brought from format {from} to {to}.',
  },
  noMigration: {
    zh: '数据完整；新版本不改变数据格式（第 {to} 版）。',
    en: 'Your data are whole; the new version does not change their format ({to}).',
  },
  journalBroken: {
    zh: '注意：留痕从第 {seq} 条起对不上，以前有人在软件外面改过数据文件。这不妨碍更新。',
    en: 'Note: the journal’s chain is broken at entry {seq}: the data file was changed outside the app. The update can go on.',
  },
  backupDone: { zh: '已备份为“{file}”，并读回核对无误。', en: 'Backed up as "{file}", read back and checked.' },
  startIntro: {
    zh: '按“关闭并安装”后，年报通先保存并退出，再打开安装程序。以后仍在原来的数据上工作。',
    en: 'The app saves and closes first, then the installer opens. Your data stay where they are.',
  },
  showIntro: {
    zh: '这个系统上的安装包由您自己安装：按“打开文件夹”，退出年报通，再用系统的软件安装器（或 sudo apt install ./文件名、sudo rpm -U 文件名）安装；AppImage 和免安装版直接换掉旧文件。',
    en: 'On this system you install the file yourself: open its folder, close the app, and use the system’s package installer (or sudo apt install ./FILE, sudo rpm -U FILE); an AppImage or portable program takes the place of the old file.',
  },
  start: { zh: '关闭并安装', en: 'Close and install' },
  show: { zh: '打开文件夹', en: 'Open the folder' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Record<string, Bilingual>;

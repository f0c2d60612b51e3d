/** Words of the settings, of the page about the app, and of the help. */
import type { BackupRhythm, Theme } from '../../workspace/settings.ts';
import type { Bilingual } from '../../lib/bilingual.ts';

export const themeWords: Readonly<Record<Theme, Bilingual>> = {
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
};

export const rhythmWords: Readonly<Record<BackupRhythm, Bilingual>> = {
  hourly: { zh: '每小时和每天（有改动时）', en: 'Hourly and daily, when something changed' },
  daily: { zh: '每天一份', en: 'Daily' },
  off: { zh: '不自动备份（封包、恢复、升级前仍会备份）', en: 'None (still before sealing, restores and upgrades)' },
};

export const settingsWords = {
  title: { zh: '设置', en: 'Settings' },
  appearance: { zh: '界面', en: 'Appearance' },
  language: { zh: '语言', en: 'Language' },
  chinese: { zh: '中文', en: '中文' },
  english: { zh: 'English', en: 'English' },
  theme: { zh: '颜色', en: 'Colours' },
  zoom: { zh: '大小', en: 'Size' },
  percent: { zh: '{zoom}%', en: '{zoom} %' },
  dueTitle: { zh: '时限', en: 'Due date' },
  dueDay: { zh: '上级通知的截止日期', en: 'Date in your superior’s notice' },
  dueHint: {
    zh: '如 01-20。空着就按条例：部门 1 月 31 日，政府 3 月 31 日。',
    en: 'Such as 01-20. Blank: as in the Regulations, 31 January for departments, 31 March for governments.',
  },
  dueFault: {
    zh: '请写成“月-日”，如 1-20 或 1月20日（2 月 29 日不是每年都有）',
    en: 'Write month and day, such as 1-20 (29 February is not in every year)',
  },
  dueKeep: { zh: '保存日期', en: 'Keep the date' },
  backups: { zh: '备份', en: 'Backups' },
  rhythm: { zh: '自动备份', en: 'Automatic' },
  backupPlace: {
    zh: '自动备份放在数据文件夹的 workspace/backups 里，与数据在同一块盘上。再选一个 U 盘或别的盘上的文件夹，年报通每天往那里另存一份（有改动时），并读回核对。',
    en: 'Automatic backups are in workspace/backups of the data folder, on the same disk as the data. Choose a folder on a stick or another disk as well: once a day, when something changed, a further backup is made there and read back.',
  },
  placeNone: { zh: '另存位置：还没有选。', en: 'Further place: none yet.' },
  placeIs: { zh: '另存位置：{folder}', en: 'Further place: {folder}' },
  placeNewest: { zh: '（最近一份：{time}）', en: '(newest: {time})' },
  placeChoose: { zh: '选择另存位置…', en: 'Choose a further place…' },
  placeForget: { zh: '不再另存', en: 'Stop that' },
  network: { zh: '网络', en: 'Network' },
  networkNone: {
    zh: '除了您在下面允许的上报，年报通不联网，也从不用代理：不联网检查更新，没有统计。',
    en: 'Apart from the uploads that you allow below the app uses no network, and never a proxy: it does not check for updates and counts nothing.',
  },
  trouble: { zh: '求助', en: 'Getting help' },
  diagnosticsAbout: {
    zh: '诊断包里有版本、设置、各文件夹的大小和去掉了内容的日志。没有单位、人员、数据和文字；发出之前可以打开看。',
    en: 'It holds versions, settings, the sizes of folders and the log with all contents taken out: no unit, person, figure or prose. Look inside before you send it.',
  },
  logAbout: {
    zh: '软件出过什么错，记在数据文件夹的 logs/nianbao.log 里（纯文本，满 1 MB 换新，留上一份）。',
    en: 'What went wrong is in logs/nianbao.log of the data folder (plain text; renewed at 1 MB, the one before is kept).',
  },
  logReveal: { zh: '打开日志文件夹', en: 'Open the log’s folder' },
  diagnosticsSave: { zh: '保存诊断包…', en: 'Save a diagnostics file…' },
  diagnosticsSaved: { zh: '已保存为 {file}', en: 'Saved as {file}' },
  saved: { zh: '已保存', en: 'Saved' },
  aboutTitle: { zh: '关于年报通', en: 'About Nianbao' },
  licences: { zh: '软件中包含的部件和许可', en: 'Components and their licences' },
  licencesIntro: {
    zh: '年报通以 MIT 许可发布。它包含下列部件；Electron 和 Chromium 的许可全文在安装文件夹里（LICENSE.electron.txt、LICENSES.chromium.html）。',
    en: 'Nianbao is published under the MIT licence and contains the components below. Those of Electron and Chromium are in the installation folder (LICENSE.electron.txt, LICENSES.chromium.html).',
  },
  helpTitle: { zh: '帮助', en: 'Help' },
  search: { zh: '查找', en: 'Find' },
  noneFound: { zh: '没有找到“{query}”。换个词试试。', en: 'Nothing found for "{query}". Try another word.' },
  topics: { zh: '帮助目录', en: 'Topics' },
} as const satisfies Record<string, Bilingual>;
